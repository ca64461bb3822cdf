/** Three stones with the middle one missing: no internet. */
export function GapStones() {
  return (
    <svg class="gapstones" viewBox="0 0 110 34" aria-hidden="true">
      <path d="M2 19.2C1.3 11.7 7.1 6 15.2 6 25.4 6 32.6 9.7 32 16.6c-.6 7.7-7.5 11.4-15.6 11.4C6.5 28 2.6 26.2 2 19.2z" />
      <path
        class="missing"
        d="M41 19c-.7-6.8 4.8-12 12.3-12 9.5 0 16.3 3.4 15.7 9.6-.6 7-7 10.4-14.6 10.4C45.2 27 41.6 25.4 41 19z"
      />
      <path d="M78 19.2C77.3 11.7 83.1 6 91.2 6c10.2 0 17.4 3.7 16.8 10.6-.6 7.7-7.5 11.4-15.6 11.4-9.9 0-13.8-1.8-14.4-8.8z" />
    </svg>
  )
}
