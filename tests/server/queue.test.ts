import { afterEach, beforeEach, describe, expect, test } from 'vitest'

import { QueueItem, QueuePage } from '#wire/queue.ts'
import type { Member } from '#server/member.ts'

import { type APostRoom, aPlace, aPostRoom, anEnvelope, newId } from './world.ts'

let room: APostRoom
let ria: Member
let bo: Member
beforeEach(async () => {
  room = await aPostRoom()
  ria = await room.colleague('Ria')
  bo = await room.colleague('Bo')
})
afterEach(() => room.remove())

const act = (who: Member, id: string, what: string, options: { version?: number; body?: unknown } = {}) =>
  room.ask('POST', `/v1/desk/queue/${id}/${what}`, { who, ...options })
const item = async (response: Response) => {
  expect(response.status).toBe(200)
  return QueueItem.parse(await response.json())
}
async function aCard(): Promise<string> {
  const envelope = anEnvelope({ location: room.location, hereNow: true })
  await room.put(envelope)
  return envelope.id
}

describe('the queue', () => {
  test('gives every card in order of arrival, sealed, with where to start listening', async () => {
    const ids = [await aCard(), await aCard(), await aCard()]
    const first = await room.ask('GET', '/v1/desk/queue?limit=2', { who: ria })
    const page = QueuePage.parse(await first.json())
    const rest = await room.ask('GET', `/v1/desk/queue?after=${page.next}`, { who: ria })
    const last = QueuePage.parse(await rest.json())
    expect([...page.items, ...last.items].map(i => i.id)).toEqual(ids)
    expect(last.next).toBeUndefined()
    expect(last.event).toBe(3)
    for (const query of ['limit=0', 'limit=51', 'after=-1', 'after=x', 'limit=1e1']) {
      expect((await room.ask('GET', `/v1/desk/queue?${query}`, { who: ria })).status).toBe(400)
    }
  })

  test('shows who opened a card, and lets one person have it', async () => {
    const id = await aCard()
    expect((await item(await act(bo, id, 'opened'))).openedBy).toEqual([{ id: bo.id, name: 'Bo' }])
    expect((await item(await act(ria, id, 'claim'))).owner).toEqual({ id: ria.id, name: 'Ria' })
    const second = await act(bo, id, 'claim')
    expect(second.status).toBe(409)
    expect(await second.json()).toMatchObject({ code: 'held-by-other', holder: 'Ria' })
    expect((await item(await act(ria, id, 'claim'))).version).toBe(2)
  })

  test('changes nothing for who looked at an older version', async () => {
    const id = await aCard()
    await act(ria, id, 'claim')
    for (const what of ['release', 'reopen', 'gone', 'close']) {
      const stale = await act(ria, id, what, { version: 1, body: { outcome: 'talked' } })
      expect(stale.status).toBe(412)
      expect(await stale.json()).toMatchObject({ code: 'version-changed', version: 2 })
      expect((await act(ria, id, what, { body: { outcome: 'talked' } })).status).toBe(400)
    }
  })

  test('is left by an outcome and entered again by reopening', async () => {
    const id = await aCard()
    await act(ria, id, 'claim')
    expect((await act(ria, id, 'close', { version: 2, body: { outcome: 'motivated' } })).status).toBe(422)
    const closed = await item(await act(ria, id, 'close', { version: 2, body: { outcome: 'talked' } }))
    expect(closed).toMatchObject({ state: 'closed', outcome: 'talked' })
    const wrong = await act(bo, id, 'claim')
    expect(wrong.status).toBe(409)
    expect(await wrong.json()).toMatchObject({ code: 'wrong-state' })
    expect(await item(await act(bo, id, 'reopen', { version: 3 }))).toMatchObject({
      state: 'claimed',
      owner: { name: 'Bo' }
    })
  })

  test('lets a coordinator put back what a colleague holds', async () => {
    const chief = await room.colleague('Chris', 'coordinator')
    const id = await aCard()
    await act(ria, id, 'claim')
    expect((await act(bo, id, 'release', { version: 2 })).status).toBe(409)
    expect(await item(await act(chief, id, 'release', { version: 2 }))).toMatchObject({ state: 'new', owner: null })
  })

  test('forgets a card on request, at once and for good', async () => {
    const envelope = anEnvelope({ location: room.location })
    await room.put(envelope)
    expect((await room.ask('DELETE', `/v1/desk/queue/${envelope.id}`, { who: ria })).status).toBe(204)
    expect((await room.ask('DELETE', `/v1/desk/queue/${envelope.id}`, { who: ria })).status).toBe(404)
    expect(await room.state(envelope.id)).toBe('withdrawn')
    expect((await room.put(envelope)).status).toBe(410)
  })

  test('answers the same bytes for a card of another location and for none', async () => {
    const elsewhere = await aPlace(room.storage)
    const stranger = await room.colleague('Eva', 'coordinator', elsewhere)
    const id = await aCard()
    const routes: [string, string][] = [
      ['GET', ''],
      ['DELETE', ''],
      ...['opened', 'claim', 'release', 'close', 'reopen', 'gone'].map((i): [string, string] => ['POST', `/${i}`])
    ]
    for (const [method, tail] of routes) {
      const options = { who: stranger, version: 1, ...(tail === '/close' ? { body: { outcome: 'talked' } } : {}) }
      const theirs = await room.ask(method, `/v1/desk/queue/${id}${tail}`, options)
      const none = await room.ask(method, `/v1/desk/queue/${newId()}${tail}`, options)
      expect([theirs.status, none.status]).toEqual([404, 404])
      expect(await theirs.text()).toBe(await none.text())
      expect([...theirs.headers]).toEqual([...none.headers])
    }
    expect(await item(await room.ask('GET', `/v1/desk/queue/${id}`, { who: ria }))).toMatchObject({ version: 1 })
  })

  test('is closed to who is not signed in, and to who has no location yet', async () => {
    const id = await aCard()
    const nobody = { ...(await room.colleague('New')), id: newId(), location: null }
    room.people.knows(nobody)
    for (const [method, path] of [
      ['GET', '/v1/desk/queue'],
      ['GET', '/v1/desk/events'],
      ['GET', `/v1/desk/queue/${id}`],
      ['POST', `/v1/desk/queue/${id}/claim`],
      ['DELETE', `/v1/desk/queue/${id}`]
    ] as const) {
      const own = { headers: { 'sec-fetch-site': 'same-origin' } }
      expect((await room.ask(method, path, own)).status).toBe(401)
      expect((await room.ask(method, path, { who: nobody })).status).toBe(404)
    }
  })
})

describe('a request from another page', () => {
  test('changes nothing at the desk, whatever it looks like', async () => {
    const id = await aCard()
    const foreign: Record<string, string>[] = [
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { 'sec-fetch-site': 'none' },
      { 'sec-fetch-site': 'same-origin', origin: 'https://evil.example' },
      { 'sec-fetch-site': 'same-origin', origin: 'null' },
      { 'sec-fetch-site': 'same-origin', 'content-type': 'text/plain' },
      { 'sec-fetch-site': 'same-origin', 'content-type': 'application/x-www-form-urlencoded' }
    ]
    for (const headers of foreign) {
      const answer = await room.ask('POST', `/v1/desk/queue/${id}/claim`, { who: ria, headers, body: {} })
      expect(answer.status).toBe(403)
      expect(await answer.json()).toMatchObject({ code: 'wrong-origin' })
    }
    const headers = { cookie: `who=${ria.id}` }
    expect((await room.ask('POST', `/v1/desk/queue/${id}/claim`, { headers, body: {} })).status).toBe(403)
    const own = { ...headers, origin: 'http://localhost' }
    expect(await item(await room.ask('GET', `/v1/desk/queue/${id}`, { who: ria }))).toMatchObject({ version: 1 })
    expect((await room.ask('POST', `/v1/desk/queue/${id}/claim`, { headers: own, body: {} })).status).toBe(200)
  })

  test('is told by the public address once that is set', async () => {
    const own = await aPostRoom({ config: { origin: 'https://waarheen.example' } })
    const chris = await own.colleague('Chris')
    const path = `/v1/desk/queue/${newId()}/claim`
    const from = (origin: string) => own.ask('POST', path, { who: chris, headers: { origin } })
    expect((await from('http://localhost')).status).toBe(403)
    expect((await from('https://waarheen.example')).status).toBe(404)
    await own.remove()
  })
})
