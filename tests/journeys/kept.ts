import type { Page } from 'playwright-core'

export interface Kept {
  readonly drafts: number
  /** Rows of the outbox, and how many of them are still to be sent. */
  readonly rows: number
  readonly waiting: number
}

/** What lies in the database of this device, without the app that wrote it. */
export function kept(page: Page): Promise<Kept> {
  return page.evaluate(async () => {
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error!)
      })
    const db = await done(indexedDB.open('waarheen'))
    const tx = db.transaction(['draft', 'outbox'])
    const drafts = await done(tx.objectStore('draft').count('draft'))
    const rows = (await done(tx.objectStore('outbox').getAll())) as { state: string }[]
    db.close()
    return { drafts, rows: rows.length, waiting: rows.filter(row => row.state === 'waiting').length }
  })
}
