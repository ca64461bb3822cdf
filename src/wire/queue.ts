import * as z from 'zod/mini'

import { ENVELOPE_LENGTH } from './envelope.ts'
import { bytes, id, time } from './primitives.ts'

export const queueStates = ['new', 'claimed', 'closed'] as const
export type QueueState = (typeof queueStates)[number]

/** About our service, never a judgement of the person; keys `pro.close.*`. */
export const outcomes = ['talked', 'appointment', 'started', 'onward', 'changed', 'nocontact', 'double'] as const
export type Outcome = (typeof outcomes)[number]

export const Colleague = z.strictObject({ id: z.string(), name: z.string() })
export type Colleague = z.infer<typeof Colleague>

/** One card in the queue, with nothing of its content in the clear. */
export const QueueItem = z.strictObject({
  id,
  seq: z.int(),
  receivedAt: time,
  /** When the server erases it, as things stand now. */
  expiresAt: time,
  epoch: z.int(),
  schemaVersion: z.int(),
  /** From the header; a desk rings only when the sealed creation time is fresh too. */
  hereNow: z.boolean(),
  state: z.enum(queueStates),
  /** Grows with every change; sent back as `If-Match`. */
  version: z.int(),
  owner: z.nullable(Colleague),
  outcome: z.nullable(z.enum(outcomes)),
  /** Who opened it, in order: "bekeken door". */
  openedBy: z.array(Colleague),
  /** The sealed bytes, base64url; opened on the device only. */
  envelope: bytes(ENVELOPE_LENGTH)
})
export type QueueItem = z.infer<typeof QueueItem>

/**
 * `GET /v1/desk/queue?after={seq}&limit={1..50}`: everything that is not erased, in order of arrival.
 * `next` is the `after` of the following page, absent on the last. `event` is where to start listening.
 */
export const QueuePage = z.strictObject({
  items: z.array(QueueItem),
  next: z.optional(z.int()),
  event: z.int()
})
export type QueuePage = z.infer<typeof QueuePage>

/** `POST /v1/desk/queue/{id}/close`. */
export const Closing = z.strictObject({ outcome: z.enum(outcomes) })
export type Closing = z.infer<typeof Closing>

/**
 * One line of `GET /v1/desk/events` (server-sent events, event id = a number that grows). It carries no content:
 * a desk that hears `changed` asks `GET /v1/desk/queue/{id}`; `erased` means forget it; `again` means the stream
 * could not be replayed from `Last-Event-ID`: read the whole queue again; `team` means people, devices or profile changed.
 */
export const DeskEvent = z.strictObject({
  kind: z.enum(['arrived', 'changed', 'erased', 'again', 'team']),
  id: z.optional(z.string())
})
export type DeskEvent = z.infer<typeof DeskEvent>
