const drawings = {
  record: 'M16 4a4.5 4.5 0 0 1 4.5 4.5v7a4.5 4.5 0 0 1-9 0v-7A4.5 4.5 0 0 1 16 4zM7 15a9 9 0 0 0 18 0M16 24v4',
  stop: 'M9 9h14v14H9z',
  listen: 'M5 12h5l7-6v20l-7-6H5zM21.5 12a6 6 0 0 1 0 8M25 8.5a11 11 0 0 1 0 15',
  previous: 'M19 7l-9 9 9 9',
  next: 'M13 7l9 9-9 9'
} as const

/** Line drawings of the page of the voices; a word stands beside each, or names its button. */
export function SoundIcon({ name }: { name: keyof typeof drawings }) {
  return (
    <svg class={name === 'next' || name === 'previous' ? 'i i--way' : 'i'} viewBox="0 0 32 32" aria-hidden="true">
      <path d={drawings[name]} />
    </svg>
  )
}
