import { afterAll, beforeAll, expect, test } from 'vitest'

import type { Member } from '#server/member.ts'

import { enrol } from '#server/tablets/tablets.ts'
import { makeTabletLink } from '#server/tablets/links.ts'

import { type APostRoom, aPlace, aPostRoom, anEnvelope, newId, START } from './world.ts'

/** Who asks, about which card or tablet. `tablet` brings the secret of an enrolled one, and no session. */
const askers = ['nobody', 'tablet', 'professional', 'coordinator', 'stranger', 'withoutPlace'] as const
type Asker = (typeof askers)[number]
type Row = Partial<Record<Asker, [own: number, others: number, none: number]>>

const open = [200, 200, 200] as [number, number, number]
const everybody: Row = Object.fromEntries(askers.map(i => [i, open]))
const withoutSession: Row = { nobody: [401, 401, 401], tablet: [401, 401, 401] }
const ownOnly = (own: number): Row => ({
  ...withoutSession,
  professional: [own, 404, 404],
  coordinator: [own, 404, 404],
  // a member of another place: to them the first card is of another place, and the second their own
  stranger: [404, own, 404],
  withoutPlace: [404, 404, 404]
})
const oneForEach = (signedIn: number): Row => ({
  ...Object.fromEntries(askers.map(i => [i, [signedIn, signedIn, signedIn]])),
  ...withoutSession,
  withoutPlace: [404, 404, 404]
})
const coordinatorOnly = (answer: number): Row => ({
  ...oneForEach(answer),
  professional: [403, 403, 403],
  withoutPlace: [409, 409, 409]
})
const sameForAll = (own: number, others: number, none: number): Row =>
  Object.fromEntries(askers.map(i => [i, [own, others, none]]))

/** Every route of the post room. A route without a row fails the test below. */
const table: Record<string, Row> = {
  'GET /v1/health': everybody,
  'GET /v1/locations': everybody,
  'GET /v1/locations/:id': sameForAll(404, 404, 404),
  'GET /v1/locations/:id/voices/:language': sameForAll(404, 404, 404),
  'GET /v1/locations/:id/voices/:language/:hash': sameForAll(404, 404, 404),
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
  'GET /v1/desk/tablets': { ...oneForEach(200), withoutPlace: [409, 409, 409] },
  'POST /v1/desk/tablets': { ...oneForEach(201), professional: [403, 403, 403], withoutPlace: [409, 409, 409] },
  'DELETE /v1/desk/tablets/:id': {
    ...ownOnly(204),
    professional: [403, 403, 403],
    withoutPlace: [409, 409, 409]
  },
  'GET /v1/desk/voices': coordinatorOnly(200),
  'GET /v1/desk/voices/:language': coordinatorOnly(200),
  // let through, and then without the mark of a text
  'PUT /v1/desk/voices/:language/:key': coordinatorOnly(400),
  'DELETE /v1/desk/voices/:language/:key': coordinatorOnly(404),
  'POST /v1/tablets': sameForAll(401, 401, 401),
  'POST /v1/tablets/heartbeat': { ...sameForAll(401, 401, 401), tablet: open },
  'GET /openapi.json': everybody,
  'GET /version.json': everybody,
  'GET /.well-known/security.txt': everybody,
  'GET /desk': sameForAll(308, 308, 308),
  'GET /k': sameForAll(308, 308, 308),
  // without built pages there is nothing to show
  'GET /': sameForAll(404, 404, 404),
  'GET /l/:location': sameForAll(404, 404, 404),
  'GET /k/': sameForAll(404, 404, 404),
  'GET /k/:location': sameForAll(404, 404, 404),
  'GET /desk/': sameForAll(404, 404, 404),
  'GET /*': sameForAll(404, 404, 404)
}

let room: APostRoom
let people: Record<Asker, Member | undefined>
let elsewhere: string
let secret: string
beforeAll(async () => {
  room = await aPostRoom()
  elsewhere = await aPlace(room.storage)
  people = {
    nobody: undefined,
    tablet: undefined,
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
  secret = (await aTablet(room.location)).secret
})
afterAll(() => room.remove())

/** A tablet of this place, as a link of its coordinator makes it. */
async function aTablet(location: string) {
  const { db } = room.storage
  const { token } = await makeTabletLink(db, { ...people.coordinator!, location }, 'At the window', START)
  const enrolled = await enrol(db, { location, token }, START)
  if (typeof enrolled === 'string') throw new Error(enrolled)
  return enrolled
}

/** What is sent along, such that the right asker is let through. */
function bodyFor(path: string, id: string): unknown {
  if (path.endsWith('close')) return { outcome: 'talked' }
  if (path.endsWith('states')) return { ids: [id] }
  if (path.startsWith('/v1/envelopes')) return { secret: newId(32) }
  if (path === '/v1/desk/tablets') return { name: 'At the door' }
  if (path === '/v1/tablets') return { location: room.location, token: newId(32) }
  if (path.endsWith('heartbeat')) return { waiting: 0, oldestAt: null, parked: 0, version: 'abc' }
  return undefined
}

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
    const id = location && path.includes('/tablets/:') ? (await aTablet(location)).id : card.id
    const body = bodyFor(path, card.id)
    const answer = await room.ask(
      method,
      path.replace(':language', 'ti').replace(':key', 'good.q').replace(/:\w+/, id).replace('*', 'none'),
      {
        ...(method === 'PUT' ? { bytes: new Uint8Array(4252) } : method === 'GET' || !body ? {} : { body }),
        ...(who ? { who } : {}),
        headers: {
          'sec-fetch-site': 'same-origin',
          ...(path.includes('/voices/') && method === 'PUT' ? { 'content-type': 'audio/wav' } : {}),
          ...(asker === 'tablet' ? { authorization: `Bearer ${secret}` } : {})
        },
        version: 7
      }
    )
    expect([at, answer.status]).toEqual([at, expected[at]])
    await answer.body?.cancel()
  }
})
