const stones = {
  /** Free above the line. */
  high: 'M38 17c0-8 9-13 22-13s22 5 22 13-9 13-22 13-22-5-22-13z',
  /** Half behind it. */
  half: 'M36 31c0-11 10-17 24-17s24 6 24 17',
  /** Nearly behind it. */
  low: 'M42 31c3-4.5 10-6 18-6s15 1.5 18 6'
} as const
export type HeightOf = keyof typeof stones

/** One of three on a scale, told by how far the goal stone stands above the horizon; face and word say the same. */
export function Height({ of }: { of: HeightOf }) {
  return (
    <svg class="tile__height" viewBox="0 0 120 34" aria-hidden="true">
      <path d="M2 31h116" />
      <path class="goal" d={stones[of]} />
    </svg>
  )
}
