import type { Store } from '#store/database.ts'
import { keyOf, type RowKind } from '#store/outbox.ts'

import { type Status, statusOf } from './status.ts'

const CHANNEL = 'outbox'

/** One row changed, in this tab, another tab or the worker. */
export interface Change {
  readonly id: string
  readonly kind: RowKind
  readonly status: Status
}

/** Tells all open pages what became of a row; a row that went is told with the last thing known of it. */
export function announce(change: Change): void {
  const channel = new BroadcastChannel(CHANNEL)
  channel.postMessage(change)
  channel.close()
}

/**
 * Hears of every changed row.
 *
 * @returns a function that stops listening
 */
export function watch(onChange: (change: Change) => void): () => void {
  const channel = new BroadcastChannel(CHANNEL)
  channel.addEventListener('message', event => {
    if (isChange(event.data)) onChange(event.data)
  })
  return () => channel.close()
}

/**
 * What a page may say of one card now: the withdrawal speaks first, then the envelope.
 * `absent` when this device holds nothing of it; `unreadable` when it cannot tell.
 */
export async function statusOfCard(store: Store, id: string, now: number): Promise<Status | 'unreadable'> {
  const row = (await store.outbox.get(id, 'withdrawal')) ?? (await store.outbox.get(id, 'envelope'))
  return typeof row === 'string' ? 'unreadable' : statusOf(row, now)
}

/** What waits on this device, for the staff page of a tablet. `oldest`: when it was shared, if anything waits. */
export async function overview(
  store: Pick<Store, 'outbox'>
): Promise<{ waiting: number; parked: string[]; oldest?: number }> {
  const rows = await store.outbox.all()
  const waiting = rows.filter(row => row.state === 'waiting')
  const parked = rows.filter(row => row.state === 'parked').map(row => row.problem ?? keyOf(row))
  return { waiting: waiting.length, parked, ...(waiting[0] ? { oldest: waiting[0].createdAt } : {}) }
}

function isChange(value: unknown): value is Change {
  return typeof value === 'object' && value !== null && 'id' in value && 'kind' in value && 'status' in value
}
