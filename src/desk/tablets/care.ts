import type { Tablets } from '#wire/tablets.ts'

export type Tablet = Tablets['tablets'][number]

const DAY = 24 * 60 * 60_000
/** A revoked tablet that was silent for so long comes back to nobody. */
const LOST = 14 * DAY

/**
 * Why somebody should walk to this tablet: cards on it that were refused for good, a card that waits longer than a
 * day, or a day without contact. Saturday and Sunday do not count for contact, because most places are closed then. A
 * revoked one need not be heard of, but what waits on it still matters, until nobody has it any more.
 */
export type Care = 'parked' | 'old' | 'quiet'

export function careOf({ revokedAt, parked, oldestAt, lastSeenAt, enrolledAt }: Tablet, now: number): Care | undefined {
  if (revokedAt !== null && now - (lastSeenAt ?? revokedAt) > LOST) return undefined
  if (parked > 0) return 'parked'
  if (oldestAt !== null && now - oldestAt > DAY) return 'old'
  if (revokedAt !== null) return undefined
  return now > aWorkingDayAfter(lastSeenAt ?? enrolledAt) ? 'quiet' : undefined
}

function aWorkingDayAfter(moment: number): number {
  let at = moment + DAY
  while ([0, 6].includes(new Date(at).getDay())) at += DAY
  return at
}
