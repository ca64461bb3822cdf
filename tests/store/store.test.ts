import 'fake-indexeddb/auto'
import { IDBFactory, IDBObjectStore } from 'fake-indexeddb'
import { openDB } from 'idb'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'

import { envelopeRow } from '#outbox/row.ts'
import { openStore, type Store } from '#store/database.ts'
import { keyring } from '#store/keyring.ts'
import { diskDrawer } from '#store/disk.ts'
import { NO_DRAFT } from '#store/draft.ts'
import { share } from '#store/share.ts'

import { breakAfterCommit, closeConnections } from './connections.ts'

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory()
})
afterEach(() => {
  vi.restoreAllMocks()
})

const draft = (text: string) => ({ sealed: new TextEncoder().encode(text), startedAt: 5 })
const row = (id: string) => envelopeRow({ id, location: 'here', body: new Uint8Array([1, 2, 3]) }, 1000)

test('a resident finds the draft of this phone again after the browser was closed', async () => {
  const before = await openStore()
  const version = await before.draft.put({ ...draft('half an answer'), step: 'direction' }, NO_DRAFT)
  before.close()
  const after = await openStore()
  expect(await after.draft.get()).toMatchObject({ version, step: 'direction', startedAt: 5 })
})

test('a tab that comes too late does not overwrite a newer draft', async () => {
  const store = await openStore()
  const first = (await store.draft.put(draft('one'), NO_DRAFT)) as number
  expect(await store.draft.put(draft('two'), first)).toBeTypeOf('number')
  expect(await store.draft.put(draft('old'), first)).toBe('changed')
  expect(new TextDecoder().decode((await store.draft.get())!.sealed)).toBe('two')
})

test('the draft of one visit is never taken for the draft of the next', async () => {
  const store = await openStore()
  const stale = (await store.draft.put(draft('visitor one'), NO_DRAFT)) as number
  await store.draft.forget()
  const next = (await store.draft.put(draft('visitor two'), NO_DRAFT)) as number
  expect(await share(store, row('a'), stale)).toBe('changed')
  expect(await store.draft.get()).toMatchObject({ version: next })
  expect(await store.outbox.all()).toEqual([])
})

test('sharing takes the draft away and queues the envelope at once', async () => {
  const store = await openStore()
  const version = (await store.draft.put(draft('all'), NO_DRAFT)) as number
  expect(await share(store, row('a'), version)).toBe('queued')
  expect(await store.draft.get()).toBeUndefined()
  expect(await store.outbox.all()).toEqual([row('a')])
})

test('two tabs that seal one draft 200 times give 200 envelopes: none double, none lost', async () => {
  const one = await openStore()
  const two = await openStore()
  for (let race = 0; race < 200; race++) {
    const version = (await one.draft.put(draft(`${race}`), NO_DRAFT)) as number
    const results = await Promise.all([
      share(one, row(`${race} one`), version),
      share(two, row(`${race} two`), version)
    ])
    expect(results.sort()).toEqual(['changed', 'queued'])
  }
  expect(await one.outbox.all()).toHaveLength(200)
})

test('a connection that iOS closed is opened again and the work done', async () => {
  const store = await openStore()
  closeConnections(1)
  const version = (await store.draft.put(draft('kept'), NO_DRAFT)) as number
  expect(version).toBeTypeOf('number')
  closeConnections(1)
  expect(await share(store, row('a'), version)).toBe('queued')
  closeConnections(1)
  expect(await store.outbox.all()).toHaveLength(1)
})

test('a connection that stays closed is said to be missing, and nothing is called kept', async () => {
  const store = await openStore()
  closeConnections(50)
  expect(await store.draft.put(draft('lost'), NO_DRAFT)).toBe('missing')
  expect(await share(store, row('a'), NO_DRAFT)).toBe('missing')
  expect(await store.outbox.all()).toEqual([])
})

test('what was committed just before its connection broke is not done twice, and not called failed', async () => {
  const store = await openStore()
  breakAfterCommit()
  const version = (await store.draft.put(draft('once'), NO_DRAFT)) as number
  expect(await store.draft.get()).toMatchObject({ version })
  breakAfterCommit()
  expect(await share(store, row('a'), version)).toBe('queued')
  expect(await store.outbox.all()).toHaveLength(1)
  expect(await store.draft.get()).toBeUndefined()
})

test('a full disk is said, and the draft that could not be shared still stands', async () => {
  const store = await openStore()
  const version = (await store.draft.put(draft('safe'), NO_DRAFT)) as number
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError')
  })
  expect(await share(store, row('a'), version)).toBe('full')
  expect(await store.draft.put(draft('more'), version)).toBe('full')
  vi.restoreAllMocks()
  expect(await store.draft.get()).toMatchObject({ version })
  expect(await store.outbox.all()).toEqual([])
})

test('without IndexedDB the conversation goes on in memory and says that nothing lasts', async () => {
  vi.stubGlobal('indexedDB', undefined)
  const store = await openStore()
  vi.unstubAllGlobals()
  expect(store.lasting).toBe(false)
  expect(store.absence).toBe('missing')
  await behavesAsAStore(store)
})

test('a browser that refuses its database (private window) gives a store in memory', async () => {
  vi.spyOn(globalThis.indexedDB, 'open').mockImplementation(() => {
    throw new DOMException('no', 'SecurityError')
  })
  const store = await openStore()
  expect([store.lasting, store.absence]).toEqual([false, 'missing'])
})

async function behavesAsAStore(store: Store) {
  const version = (await store.draft.put(draft('here'), NO_DRAFT)) as number
  expect(await store.draft.put(draft('late'), NO_DRAFT)).toBe('changed')
  const both = await Promise.all([share(store, row('a'), version), share(store, row('b'), version)])
  expect(both.sort()).toEqual(['changed', 'queued'])
  expect(await store.outbox.all()).toHaveLength(1)
}

test('a mistake half-way leaves nothing behind, on disk and in memory', async () => {
  const disk = await openStore()
  vi.stubGlobal('indexedDB', undefined)
  const memory = await openStore()
  vi.unstubAllGlobals()
  for (const store of [disk, memory]) {
    const broken = store.work(['place'], 'readwrite', async hands => {
      await hands.put('place', 'place', 'half')
      throw new Error('a bug')
    })
    await expect(broken).rejects.toThrow('a bug')
    expect(await store.work(['place'], 'readonly', hands => hands.get('place', 'place'))).toBeUndefined()
  }
})

test('an open tab makes way when a newer version of the app wants the database', async () => {
  const old = await openStore()
  const newer = await openDB('waarheen', 2)
  expect(newer.version).toBe(2)
  expect(await old.draft.put(draft('late'), NO_DRAFT)).toBe('missing')
  newer.close()
})

test('an older version of the app beside a newer database says that it is outdated', async () => {
  ;(await openDB('waarheen', 9)).close()
  const store = await openStore()
  expect([store.lasting, store.absence]).toEqual([false, 'outdated'])
})

test('an old tab that does not let go does not hang the new one', async () => {
  const stubborn = await openDB('waarheen', 1)
  expect(await diskDrawer('waarheen', 2)).toBe('blocked')
  stubborn.close()
})

test('a database of an older version is completed and its rows are still sent', async () => {
  const older = await openDB('waarheen', 1, {
    upgrade(db) {
      for (const name of ['draft', 'outbox', 'place', 'receipts', 'keyring']) db.createObjectStore(name)
    }
  })
  await older.put('outbox', row('old'), 'envelope old')
  await older.put('outbox', { id: 'damaged' }, 'envelope damaged')
  await older.put('draft', 'nonsense', 'draft')
  await older.put('place', { kind: 'spaceship' }, 'place')
  older.close()
  const store = await openStore()
  expect(await store.outbox.all()).toEqual([row('old')])
  expect(await store.draft.get()).toBeUndefined()
  expect(await store.place.get()).toBeUndefined()
})

test('a device remembers its place, the cards a resident kept, and a desk its wrapped key, until told to forget', async () => {
  const store = await openStore()
  const place = {
    kind: 'tablet',
    location: 'here',
    pinned: true,
    cards: [new Uint8Array([1])],
    profile: {},
    epoch: 0
  } as const
  const keys = keyring(store)
  expect([await store.place.put(place), await keys.put('device', { key: 1 })]).toEqual(['kept', 'kept'])
  expect(await store.place.get()).toEqual(place)
  expect(await keys.get('device')).toEqual({ key: 1 })
  await store.place.forget()
  await keys.forget('device')
  expect([await store.place.get(), await keys.get('device')]).toEqual([undefined, undefined])
})
