import { type Absence, diskDrawer } from './disk.ts'
import { type OutboxShelf, outboxShelf } from './outbox.ts'
import { type PlaceShelf, placeShelf } from './place.ts'

/** The shelves the service worker needs, so that it does not load the rest. */
export async function openOutbox(): Promise<
  { readonly outbox: OutboxShelf; readonly place: Pick<PlaceShelf, 'get'>; close(): void } | Absence
> {
  const drawer = await diskDrawer('waarheen')
  return typeof drawer === 'string'
    ? drawer
    : { outbox: outboxShelf(drawer), place: placeShelf(drawer), close: () => drawer.close() }
}
