import { diskDrawer, type Absence } from './disk.ts'
import { type DraftShelf, draftShelf } from './draft.ts'
import type { Drawer } from './drawer.ts'
import { memoryDrawer } from './memory.ts'
import { type OutboxShelf, outboxShelf } from './outbox.ts'
import { type PlaceShelf, placeShelf } from './place.ts'
import { type SettingsShelf, settingsShelf } from './settings.ts'

/**
 * This device's one drawer. It holds opaque bytes: nothing in it can be read without a key that lives elsewhere.
 * Reading gives nothing when the storage is gone; writing says `full` or `missing`.
 */
export interface Store extends Drawer {
  /** Why this store does not last, when it does not. */
  readonly absence?: Absence
  readonly draft: DraftShelf
  readonly outbox: OutboxShelf
  readonly place: PlaceShelf
  readonly settings: SettingsShelf
}

/**
 * Opens the database of this device. It never fails and never hangs: without a database it gives a store in memory
 * whose `lasting` is false, so that the conversation goes on and the page can say what that means.
 */
export async function openStore({ name = 'waarheen' }: { name?: string } = {}): Promise<Store> {
  const drawer = await diskDrawer(name)
  return typeof drawer === 'string' ? { ...shelves(memoryDrawer()), absence: drawer } : shelves(drawer)
}

/** Removes a database of this device with all that is in it. Resolves also when somebody still holds it open. */
export function removeStore(name: string): Promise<void> {
  return new Promise(resolve => {
    const request = globalThis.indexedDB?.deleteDatabase(name)
    if (!request) return resolve()
    request.onsuccess = request.onerror = request.onblocked = () => resolve()
  })
}

function shelves(drawer: Drawer): Store {
  return {
    ...drawer,
    draft: draftShelf(drawer),
    outbox: outboxShelf(drawer),
    place: placeShelf(drawer),
    settings: settingsShelf(drawer)
  }
}
