import * as z from 'zod/mini'

import { bytes, id, line, time } from './primitives.ts'

/**
 * The tablets of a place, as its desks see them; what a tablet itself says stands in `tablet.ts`.
 *
 * `POST /v1/desk/tablets` NewTablet → TabletLink · `GET /v1/desk/tablets` Tablets · `DELETE /v1/desk/tablets/{id}`
 */
export const NewTablet = z.strictObject({ name: line(60) })
export type NewTablet = z.infer<typeof NewTablet>

export const TabletLink = z.strictObject({ token: bytes(32), expiresAt: time })
export type TabletLink = z.infer<typeof TabletLink>

export const Tablets = z.strictObject({
  tablets: z.array(
    z.strictObject({
      id,
      name: z.string(),
      enrolledAt: time,
      revokedAt: z.nullable(time),
      lastSeenAt: z.nullable(time),
      waiting: z.int(),
      oldestAt: z.nullable(time),
      parked: z.int(),
      version: z.nullable(z.string())
    })
  ),
  links: z.array(z.strictObject({ name: z.string(), expiresAt: time }))
})
export type Tablets = z.infer<typeof Tablets>
