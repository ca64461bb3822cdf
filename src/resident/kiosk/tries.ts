/** Wrong staff codes in a row, kept on the tablet so that a reload is no way around the waiting. */
export interface Tries {
  readonly wrong: number
  /** No try before then, milliseconds since 1970. */
  readonly until: number
}

/** A slip of the finger costs nothing. */
const FREE = 3
const FIRST = 5_000
const LONGEST = 15 * 60_000

/** One more wrong code: the wait doubles, up to a quarter of an hour. */
export function afterWrong(tries: Tries | undefined, now: number): Tries {
  const wrong = (tries?.wrong ?? 0) + 1
  const wait = wrong < FREE ? 0 : Math.min(LONGEST, FIRST * 2 ** (wrong - FREE))
  return { wrong, until: now + wait }
}

/** Milliseconds still to wait. A clock that was set back never makes it more than the longest wait. */
export const stillWaits = (tries: Tries | undefined, now: number): number =>
  Math.max(0, Math.min(LONGEST, (tries?.until ?? 0) - now))
