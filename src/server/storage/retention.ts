export const DAY = 24 * 60 * 60 * 1000
/** A closed card goes this long after closing. */
export const CLOSED_DAYS = 14
/** Nothing stays longer than this after arrival. */
export const YEAR_DAYS = 365
/** A withdrawal whose envelope never came. */
export const EARLY_WITHDRAWAL_DAYS = 30
/** A claim without an act goes back to new. */
export const CLAIM_WORKING_DAYS = 5

export interface Life {
  readonly receivedAt: number
  readonly actedAt: number
  readonly closedAt: number | null
}

/** When a card is erased: the earliest of the promises made to its resident. */
export function expiry({ receivedAt, actedAt, closedAt }: Life, keepDays: number): number {
  const quiet = actedAt + keepDays * DAY
  const year = receivedAt + YEAR_DAYS * DAY
  return Math.min(quiet, year, closedAt === null ? Infinity : closedAt + CLOSED_DAYS * DAY)
}

/** The moment `days` working days of 24 hours after `from`; Saturday and Sunday (UTC) do not count. */
export function afterWorkingDays(from: number, days: number): number {
  let at = from
  for (let left = days; left > 0;) {
    at += DAY
    const weekday = new Date(at).getUTCDay()
    if (weekday !== 0 && weekday !== 6) left--
  }
  return at
}

/** `2026-07`, as tombstones keep it. */
export function month(now: number): string {
  return new Date(now).toISOString().slice(0, 7)
}
