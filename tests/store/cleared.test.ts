import 'fake-indexeddb/auto'
import { IDBFactory, IDBObjectStore } from 'fake-indexeddb'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'

import { envelopeRow } from '#outbox/row.ts'
import { openStore, type Store } from '#store/database.ts'
import { NO_DRAFT } from '#store/draft.ts'
import { share } from '#store/share.ts'

import { breakAfterCommit } from './connections.ts'

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory()
})
afterEach(() => {
  vi.restoreAllMocks()
})

const draft = (text: string) => ({ sealed: new TextEncoder().encode(text), startedAt: 5 })
const row = (id: string) => envelopeRow({ id, location: 'here', body: new Uint8Array([1, 2, 3]) }, 1000)

/** What "Clear site data" does: the database goes, whoever has it open. */
async function clearData(open: readonly Store[]) {
  for (const store of open) store.close()
  await new Promise<void>(resolve => {
    indexedDB.deleteDatabase('waarheen').onsuccess = () => resolve()
  })
}

test('a visit whose draft went because the browser cleared its data is shared all the same', async () => {
  const store = await openStore()
  const version = (await store.draft.put(draft('in memory'), NO_DRAFT)) as number
  await clearData([store])
  expect(await share(store, row('a'), version)).toBe('queued')
  expect(await store.outbox.all()).toEqual([row('a')])
})

test('a visit is kept anew after the browser cleared its data', async () => {
  const store = await openStore()
  const lost = (await store.draft.put(draft('one'), NO_DRAFT)) as number
  await clearData([store])
  const version = (await store.draft.put(draft('two'), lost)) as number
  expect(await store.draft.get()).toMatchObject({ version })
  expect(await share(store, row('late'), lost)).toBe('changed')
  expect(await share(store, row('a'), version)).toBe('queued')
  expect(await store.outbox.all()).toEqual([row('a')])
})

test('two tabs with one visit, whose data is cleared 50 times, give one envelope each time', async () => {
  const one = await openStore()
  const two = await openStore()
  for (let race = 0; race < 50; race++) {
    const first = (await one.draft.put(draft('first'), NO_DRAFT)) as number
    const second = (await two.draft.put(draft('second'), first)) as number
    await clearData([one, two])
    const results = await Promise.all([
      share(one, row(`${race} one`), first),
      share(two, row(`${race} two`), race % 2 ? second : first)
    ])
    expect(results.sort()).toEqual(['changed', 'queued'])
    expect(await one.outbox.all()).toHaveLength(1)
  }
})

test('data that is cleared just as sharing was committed takes nothing twice', async () => {
  const store = await openStore()
  const version = (await store.draft.put(draft('once'), NO_DRAFT)) as number
  await clearData([store])
  breakAfterCommit()
  expect(await share(store, row('a'), version)).toBe('queued')
  expect(await store.outbox.all()).toEqual([row('a')])
})

test('a full disk after the browser cleared its data is said, and nothing is called queued', async () => {
  const store = await openStore()
  const version = (await store.draft.put(draft('once'), NO_DRAFT)) as number
  await clearData([store])
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError')
  })
  expect(await share(store, row('a'), version)).toBe('full')
  vi.restoreAllMocks()
  expect(await store.outbox.all()).toEqual([])
  expect(await share(store, row('a'), version)).toBe('queued')
})
