import { type Absence, diskDrawer } from './disk.ts'
import { type OutboxShelf, outboxShelf } from './outbox.ts'

/** The one shelf the service worker needs, so that it does not load the rest. */
export async function openOutbox(): Promise<{ readonly outbox: OutboxShelf; close(): void } | Absence> {
  const drawer = await diskDrawer('waarheen')
  return typeof drawer === 'string' ? drawer : { outbox: outboxShelf(drawer), close: () => drawer.close() }
}
