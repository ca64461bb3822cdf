import { afterEach, beforeEach, describe, expect, test } from 'vitest'

import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'

import type { QueueItem } from '#wire/queue.ts'
import { expiry } from '#server/storage/retention.ts'
import type { Act, Storage, StoredEvent } from '#server/storage/storage.ts'

import { aColleague, aPlace, aStorage, anArrival, anEnvelope, DAY, idHash, newId, sha256, START } from './world.ts'

/** One suite for every storage: whatever keeps the envelopes has to pass all of it. */
const storages: [string, typeof aStorage][] = [['SQLite', aStorage]]

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

  describe('takes in', () => {
    test('an envelope once, however often and however close together it comes', async () => {
      const arrival = anArrival(place)
      const answers = await Promise.all(Array.from({ length: 20 }, () => storage.envelopes.takeIn(arrival, START)))
      expect(answers.filter(i => i.taken === 'new')).toHaveLength(1)
      expect(answers.filter(i => i.taken === 'again')).toHaveLength(19)
      const receipts = answers.map(i => ('receipt' in i ? i.receipt : undefined))
      expect(new Set(receipts.map(i => JSON.stringify(i))).size).toBe(1)
    })

    test('nothing over what stands: the same id with other bytes is refused', async () => {
      const first = await arrive()
      const other = { ...anArrival(place), id: first.id }
      expect(await storage.envelopes.takeIn(other, START)).toEqual({ taken: 'id-taken' })
      expect((await item(first.id)).envelope).toBe(Buffer.from(first.bytes).toString('base64url'))
    })

    test('in an order without gaps, also when duplicates and refusals come in between', async () => {
      const twice = anArrival(place)
      const all = [anArrival(place), twice, anArrival(newId()), twice, anArrival(place, undefined, 9), anArrival(place)]
      const answers = await Promise.all(all.map(i => storage.envelopes.takeIn(i, START)))
      expect(answers.map(i => ('receipt' in i ? i.receipt.seq : i.taken))).toEqual([
        1,
        2,
        'unknown-location',
        2,
        'unknown-epoch',
        3
      ])
    })

    test('a number only once, also after the newest card was erased', async () => {
      const { id } = await arrive()
      await storage.erasing.onRequest(act(id, (await aColleague(storage, place, 'Ria')).id))
      const next = await storage.envelopes.takeIn(anArrival(place), START)
      expect('receipt' in next && next.receipt.seq).toBe(2)
    })

    test('a hundred at once as one group, each with its own answer', async () => {
      const all = Array.from({ length: 100 }, () => anArrival(place))
      const answers = await Promise.all(all.map(i => storage.envelopes.takeIn(i, START)))
      expect(answers.map(i => ('receipt' in i ? i.receipt.id : ''))).toEqual(all.map(i => i.id))
    })
  })

  describe('withdraws', () => {
    const hash = (secret: Uint8Array) => sha256(secret)

    test('with the right secret only', async () => {
      const envelope = anEnvelope({ location: place })
      await storage.envelopes.takeIn(anArrival(place, envelope), START)
      expect(await storage.envelopes.withdraw(envelope.id, hash(new Uint8Array(32)), START)).toBe('wrong-secret')
      expect(await storage.envelopes.states([envelope.id])).toEqual({ [envelope.id]: 'received' })
      expect(await storage.envelopes.withdraw(envelope.id, hash(envelope.secret), START)).toBe('withdrawn')
      expect(await storage.envelopes.withdraw(envelope.id, hash(envelope.secret), START)).toBe('withdrawn')
      expect(await storage.envelopes.states([envelope.id])).toEqual({ [envelope.id]: 'withdrawn' })
      expect((await storage.envelopes.takeIn(anArrival(place, envelope), START)).taken).toBe('gone')
    })

    test('what comes later than its withdrawal', async () => {
      const envelope = anEnvelope({ location: place })
      expect(await storage.envelopes.withdraw(envelope.id, hash(envelope.secret), START)).toBe('unknown')
      expect((await storage.envelopes.takeIn(anArrival(place, envelope), START)).taken).toBe('gone')
      expect(await storage.queue.item(place, envelope.id)).toBe('not-found')
    })

    test('nothing for a thief who guessed an id before its envelope came', async () => {
      const envelope = anEnvelope({ location: place })
      expect(await storage.envelopes.withdraw(envelope.id, hash(new Uint8Array(32)), START)).toBe('unknown')
      expect((await storage.envelopes.takeIn(anArrival(place, envelope), START)).taken).toBe('new')
    })

    test('no longer what was announced more than thirty days ago', async () => {
      const envelope = anEnvelope({ location: place })
      await storage.envelopes.withdraw(envelope.id, hash(envelope.secret), START)
      await storage.erasing.tidy(START + 31 * DAY)
      expect((await storage.envelopes.takeIn(anArrival(place, envelope), START + 31 * DAY)).taken).toBe('new')
    })
  })

  test('tells a resident what became of a card', async () => {
    const ria = await aColleague(storage, place, 'Ria')
    const { id } = await arrive()
    const unseen = newId()
    const states = async () => (await storage.envelopes.states([id, unseen]))[id]
    expect(await storage.envelopes.states([id, unseen])).toEqual({ [id]: 'received', [unseen]: 'unknown' })
    await storage.queue.opened(act(id, ria.id))
    expect(await states()).toBe('seen')
    await storage.queue.claim(act(id, ria.id))
    expect(await states()).toBe('claimed')
    await storage.queue.close(act(id, ria.id, 2), 'talked')
    expect(await states()).toBe('closed')
    await storage.erasing.expired(START + 15 * DAY)
    expect(await states()).toBe('expired')
  })

  describe('hands out', () => {
    test('pages in order of arrival that end where the queue ends', async () => {
      const ids = []
      for (let i = 0; i < 5; i++) ids.push((await arrive()).id)
      await arrive(START, await aPlace(storage))
      const first = await storage.queue.page(place, 0, 2)
      const second = await storage.queue.page(place, first.next!, 2)
      const third = await storage.queue.page(place, second.next!, 2)
      expect([...first.items, ...second.items, ...third.items].map(i => i.id)).toEqual(ids)
      expect(third.next).toBeUndefined()
      expect(first.event).toBe(await storage.events.latest())
    })

    test('one claim: the second asker hears the name of the first, the first hears yes again', async () => {
      const ria = await aColleague(storage, place, 'Ria')
      const bo = await aColleague(storage, place, 'Bo')
      const { id } = await arrive()
      const both = await Promise.all([storage.queue.claim(act(id, ria.id)), storage.queue.claim(act(id, bo.id))])
      expect(both[0]).toMatchObject({ state: 'claimed', owner: { name: 'Ria' }, version: 2 })
      expect(both[1]).toEqual({ heldBy: 'Ria' })
      expect(await storage.queue.claim(act(id, ria.id))).toMatchObject({ version: 2 })
    })

    test('who opened a card, once per person and in order', async () => {
      const ria = await aColleague(storage, place, 'Ria')
      const bo = await aColleague(storage, place, 'Bo')
      const { id } = await arrive()
      await storage.queue.opened({ ...act(id, bo.id), now: START + 1 })
      await storage.queue.opened({ ...act(id, ria.id), now: START + 2 })
      await storage.queue.opened({ ...act(id, bo.id), now: START + 3 })
      expect((await item(id)).openedBy.map(i => i.name)).toEqual(['Bo', 'Ria'])
    })

    test('release, close, reopen and gone in the states that allow them', async () => {
      const ria = await aColleague(storage, place, 'Ria')
      const bo = await aColleague(storage, place, 'Bo')
      const { queue } = storage
      const { id } = await arrive()
      expect(await queue.release(act(id, ria.id, 1), false)).toBe('wrong-state')
      expect(await queue.close(act(id, ria.id, 1), 'talked')).toBe('wrong-state')
      expect(await queue.reopen(act(id, ria.id, 1))).toBe('wrong-state')
      await queue.claim(act(id, ria.id))
      expect(await queue.release(act(id, bo.id, 2), false)).toEqual({ heldBy: 'Ria' })
      expect(await queue.close(act(id, bo.id, 2), 'talked')).toEqual({ heldBy: 'Ria' })
      expect(await queue.release(act(id, bo.id, 2), true)).toMatchObject({ state: 'new', owner: null, version: 3 })
      await queue.claim(act(id, bo.id))
      expect(await queue.close(act(id, bo.id, 3), 'talked')).toEqual({ versionNow: 4 })
      const closed = await queue.close(act(id, bo.id, 4), 'talked')
      expect(closed).toMatchObject({ state: 'closed', outcome: 'talked', owner: { name: 'Bo' } })
      expect(await queue.claim(act(id, ria.id))).toBe('wrong-state')
      const open = await queue.reopen(act(id, ria.id, 5))
      expect(open).toMatchObject({ state: 'claimed', owner: { name: 'Ria' }, outcome: null })
    })

    test('"no longer here" silences the flag', async () => {
      const ria = await aColleague(storage, place, 'Ria')
      const arrival = { ...anArrival(place), hereNow: true }
      await storage.envelopes.takeIn(arrival, START)
      expect((await item(arrival.id)).hereNow).toBe(true)
      expect(await storage.queue.gone(act(arrival.id, ria.id))).toMatchObject({ hereNow: false, version: 2 })
      expect(await storage.queue.gone(act(arrival.id, ria.id, 2))).toMatchObject({ version: 2 })
    })

    test('nothing of another location', async () => {
      const elsewhere = await aPlace(storage)
      const bo = await aColleague(storage, elsewhere, 'Bo')
      const { id } = await arrive()
      const theirs = { ...act(id, bo.id), location: elsewhere }
      expect(await storage.queue.item(elsewhere, id)).toBe('not-found')
      expect(await storage.queue.opened(theirs)).toBe('not-found')
      expect(await storage.queue.claim(theirs)).toBe('not-found')
      expect(await storage.queue.gone(theirs)).toBe('not-found')
      expect(await storage.erasing.onRequest(theirs)).toBe(false)
      expect((await storage.queue.page(elsewhere, 0, 50)).items).toEqual([])
    })

    test('a claim back to new after five working days without an act, not sooner', async () => {
      const ria = await aColleague(storage, place, 'Ria')
      const { id } = await arrive()
      // START is a Monday, so the fifth working day later is the next Monday
      await storage.queue.claim(act(id, ria.id))
      expect(await storage.queue.returnForgotten(START + 7 * DAY - 1)).toBe(0)
      expect(await storage.queue.returnForgotten(START + 7 * DAY)).toBe(1)
      expect(await item(id)).toMatchObject({ state: 'new', owner: null, version: 3 })
    })
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
