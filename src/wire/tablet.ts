import * as z from 'zod/mini'

import { bytes, id, line, time } from './primitives.ts'

/**
 * What a tablet of the place says. A coordinator made a link on an unlocked desk (`tablets.ts`):
 * `/k/{location}#r={root}&t={token}`, once, ten minutes. The fragment never reaches the server; the token does, when the
 * tablet asks to be enrolled.
 *
 * `POST /v1/tablets` Enrolment → Enrolled · `POST /v1/tablets/heartbeat` Heartbeat → HeartbeatAnswer (with
 * `Authorization: Bearer {secret}`)
 */
export const Enrolment = z.strictObject({ location: id, token: bytes(32) })
export type Enrolment = z.infer<typeof Enrolment>

/** The secret is a bearer token that can only submit envelopes and tell how many wait; the server keeps its hash. */
export const Enrolled = z.strictObject({ id, name: z.string(), secret: bytes(32) })
export type Enrolled = z.infer<typeof Enrolled>

/** What a tablet tells of itself: a count and an age, nothing of a resident. */
export const Heartbeat = z.strictObject({
  waiting: z.int().check(z.nonnegative(), z.lte(100_000)),
  /** When the oldest unsent card was shared, by the tablet's clock corrected to ours; null when nothing waits. */
  oldestAt: z.nullable(time),
  /** Cards that the server refused for good, parked on the tablet. */
  parked: z.int().check(z.nonnegative(), z.lte(100_000)),
  version: line(40)
})
export type Heartbeat = z.infer<typeof Heartbeat>

/** The server's clock, so that a tablet with a wrong clock can say so. A revoked tablet gets 410. */
export const HeartbeatAnswer = z.strictObject({ now: time })
export type HeartbeatAnswer = z.infer<typeof HeartbeatAnswer>
