import type { Kysely, Transaction } from 'kysely'

import type { Tables } from './schema.ts'
import type { ErasedLog, StoredEvent } from './storage.ts'

/** What the parts of the storage share; one dialect file makes it. */
export interface Engine {
  readonly db: Kysely<Tables>
  readonly erasedLog: ErasedLog
  /** Runs `work` in one transaction and tells its events to listeners after the commit. */
  write<T>(work: (trx: Transaction<Tables>, tell: Tell) => Promise<T>): Promise<T>
  /** Hands events to listeners; for a dialect file that committed by itself. */
  publish(events: readonly StoredEvent[]): void
  /** Removes copies of erased bytes that the database engine still keeps beside the tables. */
  forgetCopies(): Promise<void>
}

export type Tell = (location: string, kind: StoredEvent['kind'], id: string | null, now: number) => Promise<void>

/** An engine's `write` and its listeners, over any dialect. */
export function makeEngine(db: Kysely<Tables>, erasedLog: ErasedLog, forgetCopies: () => Promise<void>) {
  const listeners = new Set<(event: StoredEvent) => void>()
  const publish = (events: readonly StoredEvent[]) => {
    for (const event of events) for (const hear of listeners) hear(event)
  }
  const engine: Engine = {
    db,
    erasedLog,
    forgetCopies,
    publish,
    async write(work) {
      const events: StoredEvent[] = []
      const result = await db.transaction().execute(trx =>
        work(trx, async (location, kind, id, at) => {
          const { n } = await trx
            .insertInto('events')
            .values({ location, kind, id, at })
            .returning('n')
            .executeTakeFirstOrThrow()
          events.push({ n, location, kind, id })
        })
      )
      publish(events)
      return result
    }
  }
  const listen = (hear: (event: StoredEvent) => void) => {
    listeners.add(hear)
    return () => void listeners.delete(hear)
  }
  return { engine, listen }
}
