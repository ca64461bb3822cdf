/** The landscape in small: sign of the house, and what an empty column shows. */
export function Mark() {
  return (
    <svg class="mark" viewBox="0 0 48 32" aria-hidden="true">
      <path class="goal" d="M20 13c0-6 5-10 12-10s12 4 12 10" />
      <path class="horizon" d="M1 13h46" />
      <path
        class="pebble"
        d="M21 18.9c-.3-1.4 2-2.4 5.3-2.4 4.1 0 6.9.7 6.7 1.9-.2 1.4-3 2.1-6.2 2.1-4 0-5.6-.3-5.8-1.6z"
      />
      <path
        class="pebble"
        d="M6 25.9c-.6-3.1 4.1-5.4 10.6-5.4 8.1 0 13.9 1.5 13.4 4.3-.5 3.2-6 4.7-12.5 4.7-7.9 0-11-.7-11.5-3.6z"
      />
    </svg>
  )
}

/** Horizon and bare stones: nobody is on the path now, and that is fine. */
export function BareStones() {
  return (
    <svg class="bare" viewBox="0 0 220 70" aria-hidden="true">
      <path class="goal" d="M150 30c0-11 10-18 23-18s23 7 23 18" />
      <path class="horizon" d="M4 30h212" />
      <path
        class="pebble"
        d="M106 42.9c-.7-3.1 4.8-5.4 12.3-5.4 9.5 0 16.3 1.5 15.7 4.3-.6 3.2-7 4.7-14.6 4.7-9.2 0-12.8-.7-13.4-3.6z"
      />
      <path
        class="pebble"
        d="M58 55.6C56.7 50.2 66.8 46 80.9 46c17.7 0 30.1 2.7 29.1 7.7-1 5.6-13 8.3-27 8.3-17.2 0-24-1.3-25-6.4z"
      />
    </svg>
  )
}

const icons = {
  find: 'M14 22a8 8 0 1 0 0-16 8 8 0 0 0 0 16M20 20l7 7',
  offline: 'M3 12c8-7 18-7 26 0M8 17.5c5-4.3 11-4.3 16 0M13 22.5c2-1.6 4-1.6 6 0M16 27v.1M6 27L26 5',
  bell: 'M7 22c2-2 2.5-4.5 2.5-8a6.5 6.5 0 0 1 13 0c0 3.5.5 6 2.5 8zM13.5 26a2.8 2.8 0 0 0 5 0M16 7.5V5',
  more: 'M9 13l7 7 7-7',
  lock: 'M7 14h18v13H7zM11 14v-4a5 5 0 0 1 10 0v4M16 19v3.5',
  noKey: 'M5 16a11 11 0 1 0 22 0 11 11 0 1 0-22 0M12.6 12.6a3.5 3.5 0 1 1 5 3.2c-1.1.5-1.6 1-1.6 2.3M16 22v.1',
  newer: 'M26 16a10 10 0 1 1-3-7.2M23.5 3.5v6h-6',
  back: 'M26 16H7M14 8l-8 8 8 8',
  close: 'M8 8l16 16M24 8L8 24',
  words: 'M4 6h17v12h-9l-5 4v-4H4zM24 12h4v11h-3v4l-5-4h-7v-2',
  copy: 'M11 11h16v16H11zM7 21H5V5h16v2',
  print: 'M9 12V5h14v7M6 12h20v11h-4M6 12v11h4M10 19h12v8H10z',
  tick: 'M6 17l7 7L26 9'
} as const
export type IconName = keyof typeof icons

/** A line drawing of the desk, in the colour of the text. It says nothing by itself: a word stands beside it. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg class={name === 'back' ? 'i i--way' : 'i'} viewBox="0 0 32 32" aria-hidden="true">
      <path d={icons[name]} />
    </svg>
  )
}
