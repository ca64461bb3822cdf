import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { makePeople } from '#server/accounts/people.ts'
import { createApp } from '#server/app.ts'
import type { App } from '#server/member.ts'
import { makeStreams, type Streams } from '#server/queue/streams.ts'
import { aPlace } from '#tests/builders/place.ts'
import { thorough } from '#tests/thorough.ts'

import { type APostRoom, aPostRoom, anEnvelope, newId } from './world.ts'

const REQUESTS = thorough ? 10_000 : 2_000
const ORIGIN = 'http://localhost'

let room: APostRoom
let app: App
let streams: Streams
let cookie: string
let known: string[]

beforeAll(async () => {
  room = await aPostRoom()
  const config = { ...room.deps.config, dataDir: room.dir }
  const people = await makePeople({ storage: room.storage, config, now: room.clock.now, sleep: async () => {} })
  streams = makeStreams({ ...room.deps, random: () => 0, onSessionEnd: people.onSessionEnd })
  app = createApp({ ...room.deps, config, people, streams })
  const place = await aPlace(ORIGIN, (await people.setupToken())!, {}, ((url: string, init: RequestInit) =>
    app.request(url, init)) as typeof fetch)
  cookie = place.cookie
  const card = anEnvelope({ location: place.id })
  await room.put(card)
  known = [place.id, card.id, newId()]
})
afterAll(async () => {
  streams.closeAll()
  await room.remove()
})

const nasty = fc.oneof(
  fc.constantFrom('__proto__', 'constructor', '\u0000', '\u202E', '\uD800', '💥', '%00', '../..', '"', "';--", '{{t}}'),
  fc.string({ unit: 'binary', maxLength: 40 })
)
const METHODS = ['GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'HEAD']
/** Real routes with real, made-up and broken parts, mostly by their own method. */
const place = () =>
  fc
    .record({
      route: fc.constantFrom(...app.routes.filter(i => i.method !== 'ALL')),
      own: fc.integer({ min: 0, max: 4 }).map(i => i > 0),
      other: fc.constantFrom(...METHODS),
      part: fc.oneof(fc.constantFrom(...known), nasty.map(encode)),
      query: fc.oneof(
        fc.constant(''),
        nasty.map(i => `?after=${encode(i)}`),
        fc.constant('?limit=1&after=0')
      )
    })
    .map(({ route, own, other, part, query }) => ({
      method: own ? route.method : other,
      path: route.path.replace(/:\w+|\*/g, () => part) + query
    }))

function encode(text: string): string {
  try {
    return encodeURIComponent(text)
  } catch {
    return '%ED%A0%80'
  }
}

const FIELDS =
  'token name email password id ids secret details promises card recovery bundles bundle epoch role outcome proof ' +
  'publicKey __proto__ constructor toString'
const field = fc.constantFrom(...FIELDS.split(' '))
const value: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom(newId(), newId(32), newId(65), 'mo@example.org', 'een lange zin om mee te openen', 'talked'),
  fc.jsonValue({ maxDepth: 3 }),
  nasty
)
const encoder = new TextEncoder()
const body = () =>
  fc.oneof(
    fc.constant(undefined),
    fc.dictionary(field, value, { maxKeys: 6 }).map(i => encoder.encode(JSON.stringify(i))),
    fc.uint8Array({ maxLength: 300 }),
    fc.constantFrom(
      encoder.encode('['.repeat(20_000)),
      encoder.encode('{"a":'.repeat(5_000)),
      encoder.encode('{"__proto__":{"role":"coordinator"}}'),
      new Uint8Array(70_000),
      new Uint8Array(4252)
    ),
    fc.nat(4251).map(at => {
      const { bytes } = anEnvelope({ location: known[0]! })
      bytes[at]! ^= 1
      return bytes
    })
  )
const headers = fc.dictionary(
  fc.constantFrom('if-match', 'last-event-id', 'content-type', 'accept-encoding', 'x-forwarded-for', 'cookie', 'range'),
  fc.oneof(
    fc.constantFrom('"1"', '1', 'application/json', 'application/octet-stream', 'text/plain', 'br', '*', 'bytes=0-1'),
    fc.string({ maxLength: 30 }).map(i => i.replace(/[^\x20-\x7e]/g, '?'))
  ),
  { maxKeys: 2 }
)

test(`${REQUESTS} requests of nonsense break nothing`, { timeout: 120_000 }, async () => {
  const seed = Date.now() % 2 ** 31
  const requests = fc.sample(
    fc.record({
      place: place(),
      body: body(),
      headers,
      signedIn: fc.boolean(),
      type: fc.constantFrom('application/json', 'application/json', 'application/octet-stream', undefined)
    }),
    { numRuns: REQUESTS, seed }
  )
  const unhandled: unknown[] = []
  const catchIt = (reason: unknown) => void unhandled.push(reason)
  process.on('unhandledRejection', catchIt)
  const statuses = new Map<number, number>()
  const took: number[] = []
  for (const request of requests) {
    const all: Record<string, string> = {
      'sec-fetch-site': 'same-origin',
      // signing out would make all that follows a stranger's
      ...(request.signedIn && !request.place.path.startsWith('/v1/desk/sign-out') ? { cookie } : {}),
      ...(request.body && request.type ? { 'content-type': request.type } : {}),
      ...request.headers
    }
    const { method, path } = request.place
    const init: RequestInit = { method, headers: all }
    if (request.body && method !== 'GET' && method !== 'HEAD') {
      init.body = request.body as Uint8Array<ArrayBuffer>
      all['content-length'] ??= String(request.body.length)
    }
    const start = performance.now()
    const answer = await app.request(path, init)
    if (answer.headers.get('content-type') === 'text/event-stream') await answer.body?.cancel()
    else await answer.arrayBuffer()
    took.push(performance.now() - start)
    statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1)
    if (answer.status >= 500) {
      throw new Error(`seed ${seed}: ${method} ${path} gave ${answer.status}: ${JSON.stringify(room.logged.at(-1))}`)
    }
  }
  process.off('unhandledRejection', catchIt)
  expect(unhandled).toEqual([])
  // nonsense that never got past the first gate would prove little
  for (const status of [200, 400, 401, 403, 404, 422]) expect([status, statuses.has(status)]).toEqual([status, true])
  const p99 = took.toSorted((a, b) => a - b)[Math.floor(REQUESTS * 0.99)]!
  console.log(`seed ${seed}, answers ${JSON.stringify([...statuses])}, p99 ${p99.toFixed(1)} ms`)
  expect(({} as Record<string, unknown>)['role']).toBeUndefined()
})
