/** Sizes of one ring of paving stones, in the units of its drawing. */
export interface Ring {
  /** The middle of the wheel. */
  readonly x: number
  readonly y: number
  readonly inner: number
  readonly outer: number
  /** Half of the joint between two stones. */
  readonly gap: number
  /** How far a corner is rounded off. */
  readonly corner: number
}

const SEVENTH = (2 * Math.PI) / 7
/** How much each stone is longer than the shortest one: cut by hand, not by a machine. Hundredths of the radius. */
const uneven = [1, 4, 0, 3.6, 1.8, 4.8, 0.6]

/** The outer radius of the stone at a clock place, 0 at the top and then clockwise. */
export const outerOf = (ring: Ring, place: number) => ring.outer * (1 + (uneven[place] ?? 0) / 100)

/** The direction of a clock place, in radians clockwise from the top. */
export const turnOf = (place: number) => place * SEVENTH

/** A point of the wheel, from its turn (radians, clockwise from the top) and its distance to the middle. */
export const pointAt = (ring: Ring, turn: number, radius: number): readonly [number, number] => [
  ring.x + radius * Math.sin(turn),
  ring.y - radius * Math.cos(turn)
]

const write = ([x, y]: readonly [number, number]) => `${x.toFixed(1)} ${y.toFixed(1)}`

/** The outline of one of seven stones, as SVG path data: four rounded corners, sides parallel to the joint. */
export function wheelStone(ring: Ring, place: number): string {
  const outer = outerOf(ring, place)
  const { inner, gap, corner } = ring
  const turn = turnOf(place)
  /** Where a side of the stone meets a circle: a joint keeps one width, so the angle shrinks towards the middle. */
  const half = (radius: number) => SEVENTH / 2 - Math.asin(gap / radius)
  const at = (side: -1 | 1, radius: number, slide = 0) =>
    write(pointAt(ring, turn + side * (half(radius) - slide / radius), radius))
  const r = corner
  return [
    `M${at(-1, inner, r)}Q${at(-1, inner)} ${at(-1, inner + r)}L${at(-1, outer - r)}`,
    `Q${at(-1, outer)} ${at(-1, outer, r)}A${outer.toFixed(1)} ${outer.toFixed(1)} 0 0 1 ${at(1, outer, r)}`,
    `Q${at(1, outer)} ${at(1, outer - r)}L${at(1, inner + r)}Q${at(1, inner)} ${at(1, inner, r)}`,
    `A${inner} ${inner} 0 0 0 ${at(-1, inner, r)}Z`
  ].join('')
}
