import type { Kysely } from 'kysely'

import { journalRow } from '../storage/journal.ts'
import type { Tables } from '../storage/schema.ts'
import type { JournalEntry } from '../storage/storage.ts'

/** Appends who did what, in the transaction of the act itself: an act without its line cannot exist. */
export async function journal(db: Kysely<Tables>, entry: JournalEntry): Promise<void> {
  await db.insertInto('journal').values(journalRow(entry)).execute()
}
