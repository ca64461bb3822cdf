import { afterEach, beforeEach, describe, expect, test } from 'vitest'

import type { Act, Storage } from '#server/storage/storage.ts'

import { aColleague, anArrival, anEnvelope, aPlace, DAY, newId, sha256, START, storages } from './world.ts'

describe.each(storages)('%s', (_name, open) => {
  let storage: Storage
  let remove: () => Promise<void>
  let place: string

  beforeEach(async () => {
    ;({ storage, remove } = await open())
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
})
