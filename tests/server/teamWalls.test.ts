import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { makeLink } from '#server/accounts/links.ts'
import { aPlace } from '#tests/builders/place.ts'
import { toBase64url } from '#wire/bytes.ts'
import type { Invite, Me, Team } from '#wire/team.ts'
import { cookieOf, ORIGIN, type PeopleServer, withPeople } from './withPeople.ts'

const password = 'een lange zin om mee te openen'
const nobody = `${'N'.repeat(21)}A`
const publicKey = toBase64url(new Uint8Array(65).fill(4))

/** Who asks: `fresh` is a coordinator in first run, `ended` somebody whose access was taken away, `other` another team. */
const actors = ['anon', 'ended', 'fresh', 'professional', 'coordinator', 'other'] as const
type Actor = (typeof actors)[number]

/** Whose device or member stands in the address. */
type Whose = 'professional' | 'coordinator' | 'other' | 'nobody' | ''

/** One line of the table: what each actor hears, in the order of `actors`. Bodies are such that nothing changes. */
type Row = readonly [string, Whose, unknown, readonly number[]]

const wrong = { password: 'mis' }
const approval = { bundle: toBase64url(new Uint8Array(219)), epoch: 0, password: 'mis' }
const table: readonly Row[] = [
  ['POST /v1/desk/setup', '', {}, [422, 422, 422, 422, 422, 422]],
  ['POST /v1/desk/sign-in', '', {}, [422, 422, 422, 422, 422, 422]],
  ['POST /v1/desk/reset', '', {}, [422, 422, 422, 422, 422, 422]],
  ['POST /v1/desk/invites/accept', '', {}, [422, 422, 422, 422, 422, 422]],
  ['GET /v1/desk/me', '', undefined, [401, 401, 200, 200, 200, 200]],
  ['GET /v1/desk/team', '', undefined, [401, 401, 409, 200, 200, 200]],
  ['POST /v1/desk/invites', '', {}, [401, 401, 409, 403, 422, 422]],
  ['POST /v1/desk/location', '', {}, [401, 401, 422, 403, 422, 422]],
  ['PUT /v1/desk/location', '', {}, [401, 401, 409, 403, 422, 422]],
  ['POST /v1/desk/recovery/drill', '', {}, [401, 401, 409, 403, 422, 422]],
  ['POST /v1/desk/recovery/bundle', '', {}, [401, 401, 409, 422, 422, 422]],
  ['POST /v1/desk/devices', '', {}, [401, 401, 422, 422, 422, 422]],
  ['POST /v1/desk/devices/:id/share', 'professional', wrong, [401, 401, 404, 401, 404, 404]],
  ['POST /v1/desk/devices/:id/share', 'nobody', wrong, [401, 401, 404, 404, 404, 404]],
  ['GET /v1/desk/devices/:id/bundle', 'professional', undefined, [401, 401, 404, 200, 404, 404]],
  ['GET /v1/desk/devices/:id/bundle', 'nobody', undefined, [401, 401, 404, 404, 404, 404]],
  ['PUT /v1/desk/devices/:id/bundle', 'professional', approval, [401, 401, 409, 403, 401, 404]],
  ['PUT /v1/desk/devices/:id/bundle', 'nobody', approval, [401, 401, 409, 404, 404, 404]],
  ['DELETE /v1/desk/devices/:id', 'other', undefined, [401, 401, 404, 404, 404, 0]],
  ['DELETE /v1/desk/devices/:id', 'coordinator', undefined, [401, 401, 404, 403, 0, 404]],
  ['DELETE /v1/desk/devices/:id', 'nobody', undefined, [401, 401, 404, 404, 404, 404]],
  ['DELETE /v1/desk/members/:id', 'other', undefined, [401, 401, 409, 403, 404, 403]],
  ['DELETE /v1/desk/members/:id', 'professional', undefined, [401, 401, 409, 403, 0, 404]],
  ['DELETE /v1/desk/members/:id', 'nobody', undefined, [401, 401, 409, 403, 404, 404]],
  // last, because it works
  ['POST /v1/desk/sign-out', '', undefined, [204, 204, 204, 204, 204, 204]]
]

let server: PeopleServer
const cookies: Record<Actor, string> = { anon: '', ended: '', fresh: '', professional: '', coordinator: '', other: '' }
const devices: Partial<Record<Whose, string>> = { nobody }
const members: Partial<Record<Whose, string>> = { nobody }

beforeAll(async () => {
  server = await withPeople()
  const setup = async () =>
    (await makeLink(server.storage.db, { kind: 'setup', name: '', role: 'coordinator' }, server.now())).token
  const place = await aPlace(ORIGIN, await setup(), {}, server.send)
  cookies.coordinator = place.cookie

  const comeIn = async (name: string) => {
    const answer = await place.ask('POST', '/v1/desk/invites', { name, role: 'professional' })
    const { token } = (await answer.json()) as Invite
    const account = { token, name, email: `${name}@example.org`, password }
    const accepted = await server.ask('POST', '/v1/desk/invites/accept', account)
    return { cookie: cookieOf(accepted), id: ((await accepted.json()) as Me).id }
  }
  const professional = await comeIn('ali')
  cookies.professional = professional.cookie
  const device = { id: `${'P'.repeat(21)}A`, name: 'Laptop', publicKey }
  await server.ask('POST', '/v1/desk/devices', device, professional.cookie)
  const gone = await comeIn('bo')
  cookies.ended = gone.cookie
  await place.ask('DELETE', `/v1/desk/members/${gone.id}`)

  const second = await otherPlace(await setup())
  cookies.other = second.cookie
  const account = { token: await setup(), name: 'fresh', email: 'fresh@example.org', password }
  cookies.fresh = cookieOf(await server.ask('POST', '/v1/desk/setup', account))

  const team = (await (await place.ask('GET', '/v1/desk/team')).json()) as Team
  const theirs = (await (await second.ask('GET', '/v1/desk/team')).json()) as Team
  Object.assign(devices, { professional: device.id, coordinator: team.devices[0]!.id, other: theirs.devices[0]!.id })
  Object.assign(members, { professional: professional.id, other: theirs.members[0]!.id })
})
afterAll(() => server.remove())

/** A second location on the same server; its coordinator has another address. */
async function otherPlace(token: string) {
  const send = ((url: string, init: RequestInit) =>
    server.send(url, {
      ...init,
      ...(typeof init.body === 'string' ? { body: init.body.replace('fatma@example.org', 'other@example.org') } : {})
    })) as typeof fetch
  return aPlace(ORIGIN, token, {}, send)
}

function ask(actor: Actor, route: string, whose: Whose, body: unknown) {
  const [method, path] = route.split(' ') as [string, string]
  const ids = path.includes('/members/') ? members : devices
  return server.ask(method, path.replace(':id', ids[whose] ?? ''), body, cookies[actor])
}

test('every way in to accounts and team stands in the table', () => {
  const others = /\/v1\/desk\/(queue|events|tablets|voices)/
  const all = server.routes.filter(route => route.includes('/v1/desk/') && !others.test(route))
  expect([...new Set(table.map(row => row[0]))].toSorted()).toEqual([...new Set(all)].toSorted())
})

describe.each(table)('%s of %s', (route, whose, body, expected) => {
  test.each(actors.map((actor, i) => [actor, expected[i]!] as const).filter(([, status]) => status !== 0))(
    'answers %s with %i',
    async (actor, status) => {
      expect((await ask(actor, route, whose, body)).status).toBe(status)
    }
  )
})

test("another team's device, or member, looks exactly like one that does not exist", async () => {
  const email = { coordinator: 'fatma@example.org', other: 'other@example.org' }
  for (const actor of ['coordinator', 'other'] as const) {
    const signIn = { email: email[actor], password }
    cookies[actor] = cookieOf(await server.ask('POST', '/v1/desk/sign-in', signIn))
  }
  const pairs: [Actor, string, Whose, unknown][] = [
    ['other', 'POST /v1/desk/devices/:id/share', 'professional', wrong],
    ['other', 'GET /v1/desk/devices/:id/bundle', 'professional', undefined],
    ['other', 'PUT /v1/desk/devices/:id/bundle', 'professional', approval],
    ['other', 'DELETE /v1/desk/devices/:id', 'professional', undefined],
    ['other', 'DELETE /v1/desk/members/:id', 'professional', undefined],
    ['coordinator', 'DELETE /v1/desk/devices/:id', 'other', undefined]
  ]
  for (const [actor, route, whose, body] of pairs) {
    const [theirs, none] = await Promise.all([ask(actor, route, whose, body), ask(actor, route, 'nobody', body)])
    expect([theirs.status, await theirs.text(), ...theirs.headers]).toEqual([404, await none.text(), ...none.headers])
  }
})
