import { afterAll, beforeAll, expect, test } from 'vitest'

import type { Member } from '#server/member.ts'

import { type APostRoom, aPlace, aPostRoom, anEnvelope, newId, START } from './world.ts'

/** Who asks, about which card. */
const askers = ['nobody', 'professional', 'coordinator', 'stranger', 'withoutPlace'] as const
type Asker = (typeof askers)[number]
type Row = Partial<Record<Asker, [own: number, others: number, none: number]>>

const open = [200, 200, 200] as [number, number, number]
const everybody: Row = Object.fromEntries(askers.map(i => [i, open]))
const ownOnly = (own: number): Row => ({
  nobody: [401, 401, 401],
  professional: [own, 404, 404],
  coordinator: [own, 404, 404],
  // a member of another place: to them the first card is of another place, and the second their own
  stranger: [404, own, 404],
  withoutPlace: [404, 404, 404]
})
const oneForEach = (signedIn: number): Row => ({
  ...Object.fromEntries(askers.map(i => [i, [signedIn, signedIn, signedIn]])),
  nobody: [401, 401, 401],
  withoutPlace: [404, 404, 404]
})
const sameForAll = (own: number, others: number, none: number): Row =>
  Object.fromEntries(askers.map(i => [i, [own, others, none]]))

/** Every route of the post room. A route without a row fails the test below. */
const table: Record<string, Row> = {
  'GET /v1/health': everybody,
  'GET /v1/locations': everybody,
  'GET /v1/locations/:id': sameForAll(404, 404, 404),
  'PUT /v1/envelopes/:id': sameForAll(422, 422, 422),
  // a wrong secret for cards that are there; kept as early for one that is not
  'DELETE /v1/envelopes/:id': sameForAll(401, 401, 202),
  'POST /v1/envelopes/states': everybody,
  'GET /v1/desk/queue': oneForEach(200),
  'GET /v1/desk/events': oneForEach(200),
  'GET /v1/desk/queue/:id': ownOnly(200),
  'POST /v1/desk/queue/:id/opened': ownOnly(200),
  'POST /v1/desk/queue/:id/claim': ownOnly(200),
  'POST /v1/desk/queue/:id/release': ownOnly(412),
  'POST /v1/desk/queue/:id/close': ownOnly(412),
  'POST /v1/desk/queue/:id/reopen': ownOnly(412),
  'POST /v1/desk/queue/:id/gone': ownOnly(412),
  'DELETE /v1/desk/queue/:id': ownOnly(204),
  'GET /openapi.json': everybody,
  'GET /version.json': everybody,
  'GET /.well-known/security.txt': everybody,
  'GET /desk': sameForAll(308, 308, 308),
  // without built pages there is nothing to show
  'GET /': sameForAll(404, 404, 404),
  'GET /l/:location': sameForAll(404, 404, 404),
  'GET /k/:location': sameForAll(404, 404, 404),
  'GET /desk/': sameForAll(404, 404, 404),
  'GET /*': sameForAll(404, 404, 404)
}

let room: APostRoom
let people: Record<Asker, Member | undefined>
let elsewhere: string
beforeAll(async () => {
  room = await aPostRoom()
  elsewhere = await aPlace(room.storage)
  people = {
    nobody: undefined,
    professional: await room.colleague('Ria'),
    coordinator: await room.colleague('Chris', 'coordinator'),
    stranger: await room.colleague('Eva', 'coordinator', elsewhere),
    withoutPlace: room.people.knows({
      id: newId(),
      name: 'New',
      role: 'coordinator',
      location: null,
      sessionId: newId(),
      endsAt: START * 2
    })
  }
})
afterAll(() => room.remove())

test('every way in stands in the table', () => {
  const routes = room.app.routes.filter(i => i.method !== 'ALL').map(i => `${i.method} ${i.path}`)
  expect(new Set(routes)).toEqual(new Set(Object.keys(table)))
})

const cases = Object.entries(table).flatMap(([route, row]) => askers.map(asker => [route, asker, row[asker]!] as const))
test.each(cases)('%s asked by %s', async (route, asker, expected) => {
  const [method, path] = route.split(' ') as [string, string]
  const who = people[asker]
  for (const [at, location] of [room.location, elsewhere, undefined].entries()) {
    const card = anEnvelope({ location: location ?? room.location })
    if (location) await room.put(card)
    const body = path.endsWith('close')
      ? { outcome: 'talked' }
      : path.endsWith('states')
        ? { ids: [card.id] }
        : path.startsWith('/v1/envelopes')
          ? { secret: newId(32) }
          : undefined
    const answer = await room.ask(method, path.replace(/:\w+/, card.id).replace('*', 'none'), {
      ...(method === 'PUT' ? { bytes: new Uint8Array(4252) } : method === 'GET' || !body ? {} : { body }),
      ...(who ? { who } : { headers: { 'sec-fetch-site': 'same-origin' } }),
      version: 7
    })
    expect([at, answer.status]).toEqual([at, expected[at]])
    await answer.body?.cancel()
  }
})
