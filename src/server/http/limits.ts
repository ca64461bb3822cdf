import { createHmac, createSecretKey, randomBytes } from 'node:crypto'

const HOUR = 60 * 60 * 1000
const DAY = 24 * HOUR
/** Above so many remembered keys the full buckets are thrown out. */
const SWEEP = 10_000

/** Takes one from the bucket of `key`, or says after how many whole seconds to come back. */
export type Limit = (key: string) => 'allowed' | { retryAfter: number }

/**
 * A bucket per key that holds `perHour` and fills up evenly. It lives in memory only; keys are hashed with a secret
 * that changes each day, so that an address cannot be read back from a dump either. `hidden: false` for keys that are
 * public anyhow.
 */
export function makeLimit(perHour: number, now: () => number, { hidden = true } = {}): Limit {
  const buckets = new Map<string, { left: number; at: number }>()
  let secret = createSecretKey(randomBytes(32))
  let day = Math.floor(now() / DAY)

  function filled({ left, at }: { left: number; at: number }, time: number): number {
    return Math.min(perHour, left + (Math.max(0, time - at) * perHour) / HOUR)
  }

  return key => {
    const time = now()
    const today = Math.floor(time / DAY)
    if (today !== day) {
      secret = createSecretKey(randomBytes(32))
      day = today
      buckets.clear()
    }
    const name = hidden ? createHmac('sha256', secret).update(key).digest('base64url') : key
    const bucket = buckets.get(name)
    const left = bucket ? filled(bucket, time) : perHour
    if (left < 1) return { retryAfter: Math.ceil(((1 - left) * HOUR) / perHour / 1000) }
    buckets.set(name, { left: left - 1, at: time })
    if (buckets.size > SWEEP) {
      for (const [i, other] of buckets) if (filled(other, time) >= perHour) buckets.delete(i)
    }
    return 'allowed'
  }
}
