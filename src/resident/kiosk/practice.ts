import { practiceCard } from '#sealing/practice.ts'
import { openStore, removeStore, type Store } from '#store/database.ts'

import type { PlaceHere } from '../page.ts'

/** Beside the real one, which the outbox and the worker know by its own name only. */
const PRACTICE = 'waarheen-practice'

/** What a visit needs in order to reach nobody. */
export interface Practice {
  readonly place: PlaceHere
  readonly store: Store
  readonly fetch: typeof globalThis.fetch
}

/**
 * A world to practise in: a store of its own, empty at the beginning of each visit, that no sender ever opens; a key
 * that nobody has; and no network. Three walls, any of which alone keeps a practice card from the real queue.
 */
export async function openPractice(place: PlaceHere): Promise<Practice> {
  await removeStore(PRACTICE)
  return {
    place: { ...place, card: await practiceCard(place.card) },
    store: await openStore({ name: PRACTICE }),
    fetch: () => Promise.reject(new TypeError('practising: there is no network'))
  }
}

/** Removes all that was practised. */
export const leavePractice = (): Promise<void> => removeStore(PRACTICE)
