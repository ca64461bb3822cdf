import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'

import { statusOfCard } from '#outbox/news.ts'
import { withdraw } from '#outbox/withdraw.ts'

import { aDevice } from './device.ts'
import { aPostRoom } from './postRoom.ts'

const DAY = 24 * 60 * 60_000
const secret = new Uint8Array(32).fill(1)

test('an older backup that is put back is healed at the next round, and withdrawn cards stay withdrawn', async () => {
  const room = aPostRoom()
  const device = await aDevice(room.fetch)
  const before = [await device.share(), await device.share()]
  await device.run()
  const restore = room.backup()
  const after = [await device.share(), await device.share()]
  await device.run()
  await withdraw(device.store, before[0]!, secret, device.now)
  await withdraw(device.store, after[0]!, secret, device.now)
  await device.run()
  restore()
  expect([...room.kept.keys()].sort()).toEqual([...before].sort())
  await device.run()
  expect([...room.kept.keys()].sort()).toEqual([before[1]!, after[1]!].sort())
  device.now += DAY
  restore()
  await device.run()
  expect([...room.kept.keys()].sort()).toEqual([before[1]!, after[1]!].sort())
})

test('a card taken back before anything left is simply gone, and the server never hears of it', async () => {
  const room = aPostRoom()
  const device = await aDevice(room.fetch)
  const id = await device.share()
  expect(await withdraw(device.store, id, secret, device.now)).toBe('removed')
  await device.run({ eager: true })
  expect(room.log).toEqual([])
})

test('a card whose reply was lost is withdrawn at the server too', async () => {
  const room = aPostRoom()
  const device = await aDevice(room.fetch)
  const id = await device.share()
  room.weather = () => 'reply lost'
  await device.run()
  expect(await withdraw(device.store, id, secret, device.now)).toBe('queued')
  expect(await statusOfCard(device.store, id, device.now)).toBe('withdrawing')
  room.weather = () => 'fine'
  await device.run()
  expect(await statusOfCard(device.store, id, device.now)).toBe('withdrawn')
  expect([room.kept.has(id), room.erased.has(id)]).toEqual([false, true])
})

test('a withdrawal while its card is travelling wins', async () => {
  const room = aPostRoom()
  const device = await aDevice(async (path, request) => {
    const response = await room.fetch(path, request)
    if (request?.method === 'PUT') await withdraw(device.store, id, secret, device.now)
    return response
  })
  const id = await device.share()
  await device.run()
  expect((await device.store.outbox.all()).map(row => row.kind)).toEqual(['withdrawal'])
  await device.run()
  expect(await statusOfCard(device.store, id, device.now)).toBe('withdrawn')
  expect(room.kept.size).toBe(0)
})

test('a late withdrawal, long after the copy went, still goes out; asking twice changes nothing', async () => {
  const room = aPostRoom()
  const device = await aDevice(room.fetch)
  const id = await device.share()
  await device.run()
  device.now += 30 * DAY
  await device.run()
  expect(await device.store.outbox.all()).toEqual([])
  expect(await withdraw(device.store, id, secret, device.now)).toBe('queued')
  expect(await withdraw(device.store, id, secret, device.now)).toBe('queued')
  await device.run()
  expect(room.kept.size).toBe(0)
  expect(room.log.filter(line => line.startsWith('DELETE'))).toHaveLength(1)
})

test('a withdrawal for an id the server never saw is not repeated for ever', async () => {
  const room = aPostRoom()
  const device = await aDevice(room.fetch)
  await withdraw(device.store, 'never seen', secret, device.now)
  for (let i = 0; i < 5; i++) await device.run({ eager: true })
  expect(room.log.filter(line => line.startsWith('DELETE'))).toHaveLength(1)
})
