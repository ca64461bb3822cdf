const FIRST = 2_000
/** The longest that anything waits: also the most that a clock which jumps can cost. */
export const LONGEST = 15 * 60_000

/**
 * Milliseconds to wait after so many failures: full jitter, so that a hundred tablets do not come back as one.
 * It never says stop: what a resident shared is tried until the server has it.
 *
 * @param random gives 0 up to 1
 */
export function pause(failures: number, random: () => number): number {
  // 2^9 * 2 s is past the ceiling already, and larger powers would end as Infinity
  return random() * Math.min(LONGEST, FIRST * 2 ** Math.min(Math.max(failures - 1, 0), 9))
}

/** Is this moment here? One further away than we ever plan was written under another clock, so it counts as here. */
export const isPast = (moment: number, now: number): boolean => moment <= now || moment > now + LONGEST

/**
 * `Retry-After` as milliseconds from now, or nothing when there is none.
 * More than fifteen minutes counts as fifteen: the server may always say it again.
 */
export function retryAfter(value: string | null, now: number): number | undefined {
  if (!value) return undefined
  const wait = /^\d+$/.test(value.trim()) ? Number(value) * 1000 : Date.parse(value) - now
  return Number.isFinite(wait) ? Math.min(Math.max(wait, 0), LONGEST) : undefined
}
