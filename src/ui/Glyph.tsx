/** Line drawings on stones and pills: 32 units square, one stroke, the colour of the text. */
const drawings = {
  card: 'M7 5h18v22H7zM12 11h8M12 16h8M12 21h5',
  when: 'M5 8h22v19H5zM5 14h22M11 4v6M21 4v6M11 20h4',
  envelope: 'M4 8h24v17H4zM4 9l12 9 12-9',
  lockClosed: 'M7 14h18v13H7zM11 14v-4a5 5 0 0 1 10 0v4M16 19v3.5',
  lockOpen: 'M7 14h18v13H7zM11 14V9a5 5 0 0 1 9.6-1.9M16 19v3.5',
  phone: 'M10 4h12v24H10zM14.5 24h3',
  print: 'M9 12V5h14v7M6 12h20v11h-4M6 12v11h4M10 19h12v8H10z',
  step: 'M4 26h9v-7h8v-7h7',
  tablet: 'M8 4h16v24H8zM14.5 24h3',
  team: 'M16 10a3.6 3.6 0 1 0 0-.1M6.5 14a2.6 2.6 0 1 0 0-.1M25.5 14a2.6 2.6 0 1 0 0-.1M9 26c0-6 3-9 7-9s7 3 7 9M2 25c0-4 1.5-6 4.5-6M30 25c0-4-1.5-6-4.5-6',
  tick: 'M6 17l7 7L26 9',
  with: 'M10 12a3.2 3.2 0 1 0 0-.1M22 12a3.2 3.2 0 1 0 0-.1M4 26c0-5 2.5-8 6-8s4.5 2 6 4c1.5-2 2.5-4 6-4s6 3 6 8',
  eye: 'M3 16c4-6 8-9 13-9s9 3 13 9c-4 6-8 9-13 9s-9-3-13-9zM12.5 16a3.5 3.5 0 1 0 7 0 3.5 3.5 0 1 0-7 0',
  clock: 'M5 16a11 11 0 1 0 22 0 11 11 0 1 0-22 0M16 9v7l5 4',
  bin: 'M6 9h20M12 9V5h8v4M8 9l2 18h12l2-18M14 14v8M18 14v8',
  hand: 'M10 17V8a2 2 0 0 1 4 0v6M14 14V6a2 2 0 0 1 4 0v8M18 14V8a2 2 0 0 1 4 0v11c0 5-3 8-7 8s-6-2-8-6l-2-4a2 2 0 0 1 4-2l1 2',
  back: 'M26 16H7M14 8l-8 8 8 8',
  next: 'M6 16h19M18 8l8 8-8 8',
  help: 'M5 6h22v16H15l-6 5v-5H5zM12.8 12a3.3 3.3 0 1 1 4.6 3c-.9.5-1.4 1-1.4 2M16 19.2v.1',
  talk: 'M4 6h24v15H15l-6 5v-5H4z',
  pencil: 'M6 26l1-6L21 6l5 5-14 14zM18 9l5 5',
  close: 'M8 8l16 16M24 8L8 24',
  now: 'M16 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8M10 25v-4c0-4 2.5-6 6-6s6 2 6 6v4M4 27.5h24',
  goal: 'M3 23h26M8 23a8 8 0 0 1 16 0M16 5v4M5 12l2.5 2.2M27 12l-2.5 2.2',
  noTest: 'M8 4h13l4 4v20H8zM12 11h8M12 16h6M4 28L28 5',
  noCheck:
    'M3 16c4-6 8-8.5 13-8.5S25 10 29 16c-4 6-8 8.5-13 8.5S7 22 3 16zM16 19.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7M5 28L27 4',
  benefit: 'M3 8h26v16H3zM19 12.5a4 4 0 1 0 0 7M10.5 15h6M10.5 17.5h6',
  choose: 'M19 12V4H5v24h8M10 10h4.5M10 15h3M16 19.5h12V28H16zM18.7 19.5V17a3.3 3.3 0 0 1 6.6 0v2.5',
  globe: 'M5 16a11 11 0 1 0 22 0 11 11 0 1 0-22 0M5 16h22M16 5c-7 7-7 15 0 22M16 5c7 7 7 15 0 22',
  letters: 'M3 26L10 7l7 19M5.5 20h9M19 26l4.5-12L28 26M20.5 22.5h6',
  stop: 'M7 7h18v18H7z',
  go: 'M10 6l14 10-14 10z',
  house: 'M4 15L16 5l12 10M8 13v14h16V13M14 27v-8h4v8',
  listen: 'M4 12.5v7h5l7 6v-19l-7 6zM21 11.5c2.4 2.6 2.4 6.4 0 9M25 7.5c4.8 5 4.8 12 0 17',
  no: 'M5 16a11 11 0 1 0 22 0 11 11 0 1 0-22 0M8.5 8.5l15 15'
} as const
export type GlyphName = keyof typeof drawings

/** These point along the line of writing: mirrored where that runs from right to left. */
const ways: ReadonlySet<GlyphName> = new Set(['back', 'next', 'step', 'go'])

/** Says nothing by itself: a word always stands beside it. */
export function Glyph({ name }: { name: GlyphName }) {
  return (
    <svg class={ways.has(name) ? 'i i--way' : 'i'} viewBox="0 0 32 32" aria-hidden="true">
      <path d={drawings[name]} />
    </svg>
  )
}
