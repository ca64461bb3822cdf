import { join } from 'node:path'
import SQLite from 'better-sqlite3'
import { expect, test } from 'vitest'

import type { QueueItem } from '#wire/queue.ts'

import { type AnEnvelope, aPostRoom, anEnvelope, DAY } from './world.ts'
import { pieces, scan } from './scan.ts'

test('a thief of the whole disk finds no byte of an erased card, whichever way it went', async () => {
  const room = await aPostRoom()
  const ria = await room.colleague('Ria')
  const cards: AnEnvelope[] = []
  const arrive = async () => {
    const card = anEnvelope({ location: room.location })
    expect((await room.put(card)).status).toBe(201)
    cards.push(card)
    return card
  }
  for (let i = 0; i < 120; i++) {
    const card = await arrive()
    // acts rewrite rows in place, which is where old copies could stay
    if (i % 3 === 0) await room.ask('POST', `/v1/desk/queue/${card.id}/opened`, { who: ria })
    if (i % 4 === 0) await room.ask('POST', `/v1/desk/queue/${card.id}/claim`, { who: ria })
    if (i % 8 === 0) {
      const closing = { who: ria, version: 2, body: { outcome: 'talked' } }
      const closed = (await (await room.ask('POST', `/v1/desk/queue/${card.id}/close`, closing)).json()) as QueueItem
      expect(closed.state).toBe('closed')
    }
  }
  const all = (some: AnEnvelope[]) => some.flatMap(i => pieces(i.bytes.subarray(43)))
  // the scanner sees: before erasure it finds every card, but for the pieces that lie over two pages of the file
  const seen = new Set(scan(room.dir, all(cards)).map(i => i.piece))
  for (const card of cards) expect(all([card]).filter(i => seen.has(i)).length).toBeGreaterThan(40)

  const withdrawn = cards.filter((_, i) => i % 5 === 1)
  const onRequest = cards.filter((_, i) => i % 5 === 3)
  for (const card of withdrawn) expect((await room.withdraw(card)).status).toBe(200)
  for (const card of onRequest) {
    expect((await room.ask('DELETE', `/v1/desk/queue/${card.id}`, { who: ria })).status).toBe(204)
  }
  expect(scan(room.dir, all([...withdrawn, ...onRequest]))).toEqual([])

  room.clock.pass(14 * DAY)
  await room.storage.erasing.expired(room.clock.now())
  const closed = cards.filter((card, i) => i % 8 === 0 && !withdrawn.includes(card) && !onRequest.includes(card))
  expect(closed.length).toBeGreaterThan(5)
  expect(scan(room.dir, all(closed))).toEqual([])

  const fresh = await arrive()
  room.clock.pass(90 * DAY - 1)
  await room.storage.erasing.expired(room.clock.now())
  const kept = new Set(scan(room.dir, all(cards)).map(i => i.piece))
  const own = new Set(all([fresh]))
  expect(kept.size).toBeGreaterThan(40)
  expect([...kept].filter(i => !own.has(i))).toEqual([])
  room.clock.pass(1)
  await room.storage.erasing.expired(room.clock.now())
  expect(scan(room.dir, all(cards))).toEqual([])
  await room.remove()
})

test('a backup that reads just then only puts the forgetting off', async () => {
  const room = await aPostRoom()
  const card = anEnvelope({ location: room.location })
  await room.put(card)
  const backup = new SQLite(join(room.dir, 'waarheen.db'), { readonly: true })
  backup.exec('begin')
  expect(backup.prepare('select count(*) from envelopes').pluck().get()).toBe(1)
  ;(room.storage as unknown as { raw: SQLite.Database }).raw.pragma('busy_timeout = 10')
  expect((await room.withdraw(card)).status).toBe(200)
  expect(scan(room.dir, pieces(card.bytes.subarray(43)))).not.toEqual([])
  backup.exec('commit')
  backup.close()
  await room.storage.erasing.tidy(room.clock.now())
  expect(scan(room.dir, pieces(card.bytes.subarray(43)))).toEqual([])
  await room.remove()
})

test('a withdrawal that came first leaves no byte of the card that it stops', async () => {
  const room = await aPostRoom()
  const card = anEnvelope({ location: room.location })
  await room.withdraw(card)
  expect((await room.put(card)).status).toBe(410)
  expect(scan(room.dir, pieces(card.bytes.subarray(43)))).toEqual([])
  await room.remove()
})
