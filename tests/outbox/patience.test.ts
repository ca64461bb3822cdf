import fc from 'fast-check'
import { expect, test } from 'vitest'

import { isPast, LONGEST, pause, retryAfter } from '#outbox/patience.ts'

const now = Date.parse('2026-03-29T01:59:59Z')

test('a network that stays away is asked less and less often, from two seconds to a quarter of an hour', () => {
  const ceilings = [1, 2, 3, 9, 10, 11, 5000].map(failures => pause(failures, () => 1))
  expect(ceilings).toEqual([2_000, 4_000, 8_000, 512_000, LONGEST, LONGEST, LONGEST])
})

test('a hundred tablets that lost the server at once do not come back at once', () => {
  fc.assert(
    fc.property(fc.nat(10_000), fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }), (failures, dice) => {
      const wait = pause(failures, () => dice)
      expect(wait).toBeGreaterThanOrEqual(0)
      expect(wait).toBeLessThanOrEqual(LONGEST)
      expect(wait).toBeCloseTo(dice * pause(failures, () => 1), 3)
    })
  )
})

test('the server may ask for patience in seconds or by the clock, up to a quarter of an hour', () => {
  expect(retryAfter('30', now)).toBe(30_000)
  expect(retryAfter(new Date(now + 61_000).toUTCString(), now)).toBe(61_000)
  expect(retryAfter(new Date(now - 61_000).toUTCString(), now)).toBe(0)
  expect(retryAfter('86400', now)).toBe(LONGEST)
  for (const nonsense of [null, '', 'soon', '-5', '1e99', 'NaN']) {
    const wait = retryAfter(nonsense, now)
    expect(wait === undefined || (wait >= 0 && wait <= LONGEST)).toBe(true)
  }
})

test('a clock that jumps, by a minute or by ten years, delays nothing longer than a quarter of an hour', () => {
  const tenYears = 10 * 365 * 24 * 3_600_000
  const jump = fc.oneof(fc.integer({ min: -tenYears, max: tenYears }), fc.constantFrom(-3_600_000, 3_600_000))
  fc.assert(
    fc.property(fc.integer({ min: 0, max: LONGEST }), jump, (wait, by) => {
      const planned = now + wait
      const after = now + by
      expect(isPast(planned, after) || isPast(planned, after + LONGEST)).toBe(true)
    })
  )
})
