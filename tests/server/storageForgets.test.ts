import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'

import { expiry } from '#server/storage/retention.ts'
import type { Act, Storage, StoredEvent } from '#server/storage/storage.ts'
import type { QueueItem } from '#wire/queue.ts'

import { aColleague, anArrival, aPlace, DAY, idHash, START, storages } from './world.ts'

describe.each(storages)('%s', (_name, open) => {
  let storage: Storage
  let remove: () => Promise<void>
  let dir: string
  let place: string

  beforeEach(async () => {
    ;({ storage, remove, dir } = await open())
    place = await aPlace(storage)
  })
  afterEach(() => remove())

  const arrive = async (now = START, location = place) => {
    const arrival = anArrival(location)
    const answer = await storage.envelopes.takeIn(arrival, now)
    expect(answer.taken).toBe('new')
    return arrival
  }
  const item = async (id: string) => {
    const found = await storage.queue.item(place, id)
    if (found === 'not-found') throw new Error('no such card')
    return found
  }
  const act = (id: string, member: string, version = 1, now = START): Act => ({
    location: place,
    id,
    member,
    now,
    version
  })

  describe('forgets', () => {
    test('a card that lies there, keepDays after the last act', async () => {
      const ria = await aColleague(storage, place, 'Ria')
      const { id } = await arrive()
      expect((await item(id)).expiresAt).toBe(START + 90 * DAY)
      await storage.queue.claim({ ...act(id, ria.id), now: START + 10 * DAY })
      expect((await item(id)).expiresAt).toBe(START + 100 * DAY)
      expect(await storage.erasing.expired(START + 100 * DAY - 1)).toBe(0)
      expect(await storage.erasing.expired(START + 100 * DAY)).toBe(1)
      expect(await storage.queue.item(place, id)).toBe('not-found')
    })

    test('a closed card fourteen days after closing, and an open one again not', async () => {
      const ria = await aColleague(storage, place, 'Ria')
      const { id } = await arrive()
      await storage.queue.claim(act(id, ria.id))
      const closed = await storage.queue.close({ ...act(id, ria.id, 2), now: START + DAY }, 'talked')
      expect((closed as QueueItem).expiresAt).toBe(START + 15 * DAY)
      const open = await storage.queue.reopen({ ...act(id, ria.id, 3), now: START + 2 * DAY })
      expect((open as QueueItem).expiresAt).toBe(START + 92 * DAY)
    })

    test('everything a year after arrival, whatever was done with it', async () => {
      const ria = await aColleague(storage, place, 'Ria')
      const { id } = await arrive()
      await storage.queue.claim({ ...act(id, ria.id), now: START + 350 * DAY })
      expect((await item(id)).expiresAt).toBe(START + 365 * DAY)
    })

    test('by the new rule when the policy changes', async () => {
      const ria = await aColleague(storage, place, 'Ria')
      const { id: lying } = await arrive()
      const { id: claimed } = await arrive()
      const { id: closed } = await arrive()
      await storage.queue.claim({ ...act(claimed, ria.id), now: START + 3 * DAY })
      await storage.queue.claim(act(closed, ria.id))
      await storage.queue.close({ ...act(closed, ria.id, 2), now: START + 5 * DAY }, 'double')
      const lives = [
        { receivedAt: START, actedAt: START, closedAt: null },
        { receivedAt: START, actedAt: START + 3 * DAY, closedAt: null },
        { receivedAt: START, actedAt: START + 5 * DAY, closedAt: START + 5 * DAY }
      ]
      for (const keepDays of [7, 30, 365]) {
        await storage.db.updateTable('locations').set({ keepDays }).execute()
        await storage.erasing.recompute(place)
        const ends = await Promise.all([lying, claimed, closed].map(async id => (await item(id)).expiresAt))
        expect(ends).toEqual(lives.map(life => expiry(life, keepDays)))
      }
    })

    test('all cards of a location when its practice ends, and none of another', async () => {
      const elsewhere = await aPlace(storage)
      const { id } = await arrive(START, elsewhere)
      for (let i = 0; i < 3; i++) await arrive()
      expect(await storage.erasing.wholeLocation(place, null, START)).toBe(3)
      expect((await storage.queue.page(place, 0, 50)).items).toEqual([])
      expect(await storage.queue.item(elsewhere, id)).not.toBe('not-found')
    })

    test('again what an older backup brought back', async () => {
      const { id } = await arrive()
      const kept = await arrive()
      const log = join(dir, 'erased.log')
      await storage.erasing.onRequest(act(id, (await aColleague(storage, place, 'Ria')).id))
      const line = readFileSync(log)
      expect(line.toString()).toContain(idHash(id))
      expect(line.toString()).not.toContain(id)
      // the backup knows nothing of the erasure; the log beside it does
      await storage.db.deleteFrom('tombstones').execute()
      await storage.envelopes.takeIn({ ...anArrival(place), id }, START)
      expect(await storage.erasing.replay()).toBe(1)
      expect(await storage.envelopes.states([id, kept.id])).toEqual({ [id]: 'withdrawn', [kept.id]: 'received' })
      expect(await storage.erasing.replay()).toBe(0)
      rmSync(log)
    })
  })

  describe('tells desks', () => {
    test('what happened at their place, after it is on disk, and again from any number', async () => {
      const ria = await aColleague(storage, place, 'Ria')
      const heard: StoredEvent[] = []
      const stop = storage.events.listen(event => heard.push(event))
      const { id } = await arrive()
      await arrive(START, await aPlace(storage))
      await storage.queue.claim(act(id, ria.id))
      await storage.events.add(place, 'team', START)
      await storage.erasing.onRequest(act(id, ria.id))
      stop()
      const own = heard.filter(i => i.location === place)
      expect(own.map(i => i.kind)).toEqual(['arrived', 'changed', 'team', 'erased'])
      expect(await storage.events.after(place, 0)).toEqual(own)
      expect(await storage.events.after(place, own[1]!.n)).toEqual(own.slice(2))
      expect(await storage.events.after(place, 99)).toBe('again')
    })

    test('to look again when what they missed is forgotten', async () => {
      await arrive(START)
      await arrive(START)
      await arrive(START + 2 * DAY)
      await storage.erasing.tidy(START + 3 * DAY)
      expect(await storage.events.after(place, 1)).toBe('again')
      expect(await storage.events.after(place, 2)).toHaveLength(1)
    })
  })

  test('writes down who did what and never which card in the clear', async () => {
    const ria = await aColleague(storage, place, 'Ria')
    const { id } = await arrive()
    await storage.queue.opened(act(id, ria.id))
    await storage.queue.claim(act(id, ria.id))
    await storage.queue.close(act(id, ria.id, 2), 'talked')
    const lines = await storage.db.selectFrom('journal').selectAll().orderBy('n').execute()
    expect(lines.map(i => [i.what, i.who, i.from, i.to, i.code])).toEqual([
      ['queue.open', ria.id, null, null, null],
      ['queue.claim', ria.id, 'new', 'claimed', null],
      ['queue.close', ria.id, 'claimed', 'closed', 'talked']
    ])
    expect(new Set(lines.map(i => i.object))).toEqual(new Set([idHash(id)]))
  })
})
