import 'fake-indexeddb/auto'
import { copyFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

import { envelopeRow } from '#outbox/row.ts'
import { runOutbox } from '#outbox/run.ts'
import { withdraw } from '#outbox/withdraw.ts'
import { openStore } from '#store/database.ts'
import { share } from '#store/share.ts'
import { aLock } from '../outbox/device.ts'

import { type AnEnvelope, type APostRoom, aPostRoom, anEnvelope } from './world.ts'

const CARDS = 50

test('an older copy of the database put back is healed by the devices, and what was taken back stays away', async () => {
  let room: APostRoom = await aPostRoom()
  const { location, dir } = room
  const store = await openStore({ name: 'a phone that keeps its copies' })
  const fetch = ((path: string, init: RequestInit) => room.app.request(path, init)) as typeof globalThis.fetch
  const around = { store, fetch, now: () => room.clock.now(), random: () => 0.5, locks: aLock() }
  /** One sync, as a page does it: until nothing is left to do. */
  const sync = async () => {
    for (;;) {
      const report = await runOutbox(around, { eager: true })
      if (report === 'busy' || !report.more) return
    }
  }
  const shareOne = async (): Promise<AnEnvelope> => {
    const card = anEnvelope({ location })
    const row = envelopeRow({ id: card.id, location, body: card.bytes as Uint8Array<ArrayBuffer> }, room.clock.now())
    expect(await share(store, row, 0)).toBe('queued')
    return card
  }
  const standing = async (cards: AnEnvelope[]) => {
    const states = await Promise.all(cards.map(i => room.state(i.id)))
    return states.filter(i => i === 'received').length
  }

  const before = [await shareOne(), await shareOne(), await shareOne()]
  await sync()
  expect(await standing(before)).toBe(3)
  await room.storage.close()
  copyFileSync(join(dir, 'waarheen.db'), join(dir, 'backup'))
  room = await aPostRoom({ dir })

  const after: AnEnvelope[] = []
  for (let i = 0; i < CARDS; i++) after.push(await shareOne())
  await sync()
  expect(await standing(after)).toBe(CARDS)
  // one that the backup knows and one that it never saw are taken back
  for (const card of [before[0]!, after[0]!]) {
    expect(await withdraw(store, card.id, card.secret, room.clock.now())).toBe('queued')
  }
  await sync()

  await room.storage.close()
  for (const tail of ['-wal', '-shm']) rmSync(join(dir, `waarheen.db${tail}`), { force: true })
  copyFileSync(join(dir, 'backup'), join(dir, 'waarheen.db'))
  room = await aPostRoom({ dir })
  await room.storage.erasing.replay()
  expect(await standing(before)).toBe(2)
  expect(await standing(after)).toBe(0)

  await sync()
  expect(await standing(after)).toBe(CARDS - 1)
  expect(await standing(before)).toBe(2)
  for (const card of [before[0]!, after[0]!]) {
    expect(await room.state(card.id)).toBe('withdrawn')
    expect((await room.put(card)).status).toBe(410)
  }
  store.close()
  await room.remove()
})
