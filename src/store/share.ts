import type { Store } from './database.ts'
import { isOurs, markUsed } from './draft.ts'
import type { Trouble } from './drawer.ts'
import { keyOf, type OutboxRow, readRow } from './outbox.ts'

/**
 * The moment of sharing: one strict transaction in which the draft goes and its sealed envelope is queued.
 * Whatever breaks before it leaves the draft; whatever breaks after it leaves the envelope; never both or neither.
 * A visit whose draft went because the browser cleared its data is shared all the same, once.
 *
 * @param draftVersion the version that was sealed, or `NO_DRAFT` when there was nothing to draft ("ik wil liever praten").
 * @returns `changed` when another tab wrote or shared that draft meanwhile: nothing was done.
 */
export function share(store: Store, row: OutboxRow, draftVersion: number): Promise<'queued' | 'changed' | Trouble> {
  return store.work(['draft', 'outbox'], 'readwrite', async hands => {
    // this very row was committed just before the connection broke
    if (await readRow(hands, row.id, row.kind)) return 'queued'
    if (!(await isOurs(hands, draftVersion))) return 'changed'
    // in a database that was cleared this envelope may be the first trace: a second window must find it
    await markUsed(hands)
    await hands.delete('draft', 'draft')
    await hands.put('outbox', keyOf(row), row)
    return 'queued'
  })
}
