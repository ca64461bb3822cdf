import 'fake-indexeddb/auto'
import { IDBObjectStore } from 'fake-indexeddb'
import { afterEach, expect, test, vi } from 'vitest'

import { overview, statusOfCard, watch } from '#outbox/news.ts'
import { LONGEST } from '#outbox/patience.ts'
import { openStore } from '#store/database.ts'

import { aDevice, aLock } from './device.ts'
import { aPostRoom, problem } from './postRoom.ts'

const DAY = 24 * 60 * 60_000

afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

test('what a resident shared arrives once, and only then is called arrived', async () => {
  const room = aPostRoom()
  const device = await aDevice(room.fetch)
  const id = await device.share()
  expect(await statusOfCard(device.store, id, device.now)).toBe('waiting')
  expect(await device.run()).toMatchObject({ delivered: 1, waiting: 0, retained: 1 })
  expect(await statusOfCard(device.store, id, device.now)).toBe('arrived')
  await device.run({ eager: true })
  expect(room.log.filter(line => line.startsWith('PUT'))).toHaveLength(1)
})

test('open pages hear of each step, and never of arriving before the receipt', async () => {
  const room = aPostRoom()
  const device = await aDevice(room.fetch)
  const id = await device.share()
  const heard: string[] = []
  const stop = watch(change => change.id === id && heard.push(change.status))
  room.weather = () => 'reply lost'
  await device.run()
  room.weather = () => 'fine'
  await device.run({ eager: true })
  await vi.waitFor(() => expect(heard.at(-1)).toBe('arrived'))
  stop()
  expect(heard).toEqual(['sending', 'waiting', 'sending', 'arrived'])
  expect(room.kept.size).toBe(1)
})

test('three tabs and the worker that wake at once send each card once', async () => {
  const room = aPostRoom()
  const device = await aDevice(room.fetch)
  for (let i = 0; i < 15; i++) await device.share()
  const all = [device.run(), device.run(), device.run(), device.run({ eager: true, patient: true })]
  expect((await Promise.all(all)).filter(report => report === 'busy')).toHaveLength(2)
  expect(room.log.filter(line => line.startsWith('PUT'))).toHaveLength(15)
  expect(room.kept.size).toBe(15)
})

test('at most twenty cards go in one round, and the round says that there is more', async () => {
  const room = aPostRoom()
  const device = await aDevice(room.fetch)
  for (let i = 0; i < 45; i++) await device.share()
  const rounds = [await device.run(), await device.run(), await device.run()]
  expect(rounds).toMatchObject([
    { delivered: 20, more: true },
    { delivered: 20, more: true },
    { delivered: 5, more: false }
  ])
})

test('without network three attempts end the round, and it comes back later and later but always', async () => {
  const room = aPostRoom()
  room.weather = () => 'unreachable'
  const device = await aDevice(room.fetch)
  for (let i = 0; i < 6; i++) await device.share()
  expect(await device.run()).toMatchObject({ silent: true, waiting: 6 })
  expect((await device.store.outbox.all()).map(row => row.attempts)).toEqual([1, 1, 1, 0, 0, 0])
  for (let day = 0; day < 400; day++) {
    device.now += DAY
    await device.run()
  }
  const rows = await device.store.outbox.all()
  expect(rows.every(row => row.state === 'waiting' && row.nextAt - device.now <= LONGEST)).toBe(true)
  room.weather = () => 'fine'
  device.now += LONGEST
  expect(await device.run()).toMatchObject({ delivered: 6, waiting: 0 })
})

test('a trigger overrules our own pause but never a server that asked for patience', async () => {
  const room = aPostRoom()
  let answer: () => Promise<Response> = async () => problem('unavailable', { 'retry-after': '60' })
  const device = await aDevice((path, request) => (request?.method === 'PUT' ? answer() : room.fetch(path, request)))
  await device.share()
  await device.run()
  answer = async () => problem('server-error')
  expect(await device.run({ eager: true })).toMatchObject({ waiting: 1, nextAt: device.now + 60_000 })
  expect((await device.store.outbox.all())[0]!.attempts).toBe(1)
  device.now += 60_000
  await device.run()
  const row = (await device.store.outbox.all())[0]!
  expect([row.attempts, row.nextAt > device.now]).toEqual([2, true])
  await device.run()
  expect((await device.store.outbox.all())[0]!.attempts).toBe(2)
  await device.run({ eager: true })
  expect((await device.store.outbox.all())[0]!.attempts).toBe(3)
})

test('a clock that jumps back ten years does not strand a waiting card', async () => {
  const room = aPostRoom()
  room.weather = () => 'busy'
  const device = await aDevice(room.fetch)
  await device.share()
  await device.run()
  device.now -= 3650 * DAY
  room.weather = () => 'fine'
  expect(await device.run()).toMatchObject({ delivered: 1 })
})

test('a card that the server refuses for good is parked with its code, and the others still go', async () => {
  const room = aPostRoom()
  let refused = ''
  const device = await aDevice((path, request) =>
    (path as string).endsWith(refused) && request?.method === 'PUT'
      ? Promise.resolve(problem('unknown-epoch'))
      : room.fetch(path, request)
  )
  refused = await device.share()
  await device.share()
  expect(await device.run()).toMatchObject({ delivered: 1, refused: 1, waiting: 0 })
  expect(await statusOfCard(device.store, refused, device.now)).toBe('parked')
  expect(await overview(device.store)).toEqual({ waiting: 0, parked: ['unknown-epoch'] })
  device.now += DAY
  await device.run({ eager: true })
  expect(room.log.filter(line => line === `PUT ${refused}`)).toHaveLength(0)
})

test('an id that is taken by other bytes is parked, an id that was withdrawn is let go', async () => {
  const room = aPostRoom()
  const device = await aDevice(room.fetch)
  const [taken, gone] = [await device.share(), await device.share()]
  room.kept.set(taken, { hash: 'other', seq: 1, state: 'received' })
  room.erased.add(gone)
  expect(await device.run()).toMatchObject({ refused: 2, waiting: 0 })
  expect(await statusOfCard(device.store, taken, device.now)).toBe('parked')
  expect(await statusOfCard(device.store, gone, device.now)).toBe('absent')
  expect(room.kept.get(taken)!.hash).toBe('other')
})

test('a resident sees that the card was seen and picked up, and the copy goes when it was closed', async () => {
  const room = aPostRoom()
  const device = await aDevice(room.fetch)
  const id = await device.share()
  await device.run()
  for (const state of ['seen', 'claimed'] as const) {
    room.kept.get(id)!.state = state
    await device.run()
    expect(await statusOfCard(device.store, id, device.now)).toBe(state)
  }
  room.kept.get(id)!.state = 'closed'
  await device.run()
  expect(await device.store.outbox.all()).toEqual([])
})

test('a copy stays seven days after the receipt and not longer, also when the clock jumped back', async () => {
  const room = aPostRoom()
  const device = await aDevice(room.fetch)
  await device.share()
  await device.run()
  device.now += 7 * DAY
  expect(await device.run()).toMatchObject({ retained: 1 })
  device.now += 1
  expect(await device.run()).toMatchObject({ retained: 0 })
  await device.share()
  await device.run()
  device.now -= 365 * DAY
  expect(await device.run()).toMatchObject({ retained: 0 })
})

test('a tab that dies between the receipt and its note sends the same bytes once more, and there is one row', async () => {
  const room = aPostRoom()
  const store = await openStore({ name: 'dying tab' })
  const dying = await aDevice(
    async (path, request) => {
      await room.fetch(path, request)
      return new Promise<Response>(() => {})
    },
    { store, timeout: 100_000 }
  )
  const id = await dying.share()
  void dying.run()
  await vi.waitFor(() => expect(room.kept.size).toBe(1))
  const again = await aDevice(room.fetch, { store })
  expect(await statusOfCard(store, id, again.now)).toBe('sending')
  again.now += 60_000
  expect(await statusOfCard(store, id, again.now)).toBe('waiting')
  await again.run()
  expect(await statusOfCard(store, id, again.now)).toBe('arrived')
  expect(room.kept.size).toBe(1)
})

test('a full disk does not keep cards from leaving, nor send one for ever', async () => {
  const room = aPostRoom()
  const device = await aDevice(room.fetch)
  const id = await device.share()
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError')
  })
  await device.run()
  await device.run({ eager: true })
  expect(room.log.filter(line => line === `PUT ${id}`)).toHaveLength(1)
  expect(await device.store.outbox.all()).toEqual([])
})

test('in memory only, a card is still sent and its receipt still checked', async () => {
  vi.stubGlobal('indexedDB', undefined)
  const room = aPostRoom()
  const device = await aDevice(room.fetch, { store: await openStore() })
  const id = await device.share()
  room.weather = () => 'portal'
  await device.run()
  expect(await statusOfCard(device.store, id, device.now)).toBe('waiting')
  room.weather = () => 'fine'
  await device.run({ eager: true })
  expect(await statusOfCard(device.store, id, device.now)).toBe('arrived')
})

test('a lock that is taken leaves the work to its holder', async () => {
  const locks = aLock()
  const room = aPostRoom()
  const device = await aDevice(room.fetch)
  await device.share()
  Object.assign(device.around, { locks })
  const held = locks.request('outbox', { ifAvailable: true }, async () => device.run())
  expect(await held).toBe('busy')
})
