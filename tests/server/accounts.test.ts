import { readFileSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'

import { makeLink } from '#server/accounts/links.ts'
import type { Me } from '#wire/team.ts'
import { codeOf, cookieOf, type PeopleServer, withPeople } from './withPeople.ts'

const HOUR = 60 * 60_000
const fatma = { name: 'Fatma', email: 'fatma@example.org', password: 'een lange zin om mee te openen' }
const signIn = { email: fatma.email, password: fatma.password }

let server: PeopleServer
let token: string
beforeEach(async () => {
  server = await withPeople()
  token = (await server.people.setupToken())!
})
afterEach(() => server.remove())

const first = () => server.ask('POST', '/v1/desk/setup', { token, ...fatma })

describe('the first coordinator', () => {
  test('makes an account with the one-time link and is signed in at once', async () => {
    const answer = await first()
    expect(answer.status).toBe(201)
    const me = (await answer.json()) as Me
    expect(me).toEqual({ ...me, name: 'Fatma', email: fatma.email, role: 'coordinator', location: null })
    const again = await server.ask('GET', '/v1/desk/me', undefined, cookieOf(answer))
    expect(await again.json()).toEqual(me)
  })

  test('gets a cookie that only this host, only this page and only the network layer may use', async () => {
    const [line, ...others] = (await first()).headers.getSetCookie()
    expect(others).toEqual([])
    expect(line).toMatch(/^__Host-waarheen=/)
    expect(line!.split('; ').slice(1).toSorted()).toEqual([
      'HttpOnly',
      'Max-Age=36000',
      'Path=/',
      'SameSite=Strict',
      'Secure'
    ])
  })

  test('cannot use the link twice, and nobody can guess one', async () => {
    await first()
    const used = await server.ask('POST', '/v1/desk/setup', { token, ...fatma, email: 'other@example.org' })
    expect([used.status, await codeOf(used)]).toEqual([409, 'already-used'])
    const wrong = await server.ask('POST', '/v1/desk/setup', { token: 'A'.repeat(43), ...fatma })
    expect([wrong.status, await codeOf(wrong)]).toEqual([401, 'wrong-secret'])
  })

  test('comes too late after three days', async () => {
    server.pass(73 * HOUR)
    const late = await first()
    expect([late.status, await codeOf(late)]).toEqual([410, 'gone'])
  })

  test('is one person, also when two open the link at the same moment', async () => {
    const answers = await Promise.all(
      [1, 2, 3, 4].map(i => server.ask('POST', '/v1/desk/setup', { token, ...fatma, email: `c${i}@example.org` }))
    )
    expect(answers.map(answer => answer.status).toSorted((a, b) => a - b)).toEqual([201, 409, 409, 409])
    expect(await server.storage.db.selectFrom('members').selectAll().execute()).toHaveLength(1)
    expect(await server.people.setupToken()).toBeNull()
  })

  test('sees only the newest link work when the server was started twice', async () => {
    const newer = await server.people.setupToken()
    expect(await codeOf(await first())).toBe('wrong-secret')
    expect((await server.ask('POST', '/v1/desk/setup', { token: newer, ...fatma })).status).toBe(201)
  })
})

describe('signing in', () => {
  beforeEach(first)

  test('works with the password, and signing out ends it on the server too', async () => {
    const answer = await server.ask('POST', '/v1/desk/sign-in', signIn)
    expect(answer.status).toBe(200)
    const cookie = cookieOf(answer)
    const out = await server.ask('POST', '/v1/desk/sign-out', undefined, cookie)
    expect(out.status).toBe(204)
    expect(out.headers.getSetCookie()[0]).toMatch(/^__Host-waarheen=;.*Max-Age=0/)
    expect(await codeOf(await server.ask('GET', '/v1/desk/me', undefined, cookie))).toBe('not-signed-in')
  })

  test('gives a thief who guesses the same answer for a colleague and for nobody', async () => {
    const known = await server.ask('POST', '/v1/desk/sign-in', { ...signIn, password: 'iets heel anders' })
    const unknown = await server.ask('POST', '/v1/desk/sign-in', { ...signIn, email: 'nobody@example.org' })
    expect([known.status, await known.text()]).toEqual([401, await unknown.text()])
    expect([...known.headers]).toEqual([...unknown.headers])
  })

  test('takes a guesser as much of the server for an unknown address as for a known one', async () => {
    const worked = async (email: string) => {
      const before = process.cpuUsage()
      for (let i = 0; i < 4; i++) await server.ask('POST', '/v1/desk/sign-in', { email, password: `guess ${i} guess` })
      const { user, system } = process.cpuUsage(before)
      return user + system
    }
    await worked('warm@example.org')
    const [known, unknown] = [await worked(fatma.email), await worked('nobody@example.org')]
    // scrypt takes tens of milliseconds; without it the unknown one would take a hundredth of that
    expect(unknown).toBeGreaterThan(known / 4)
    expect(known).toBeGreaterThan(unknown / 4)
  })

  test('gets slower for a guesser, and its owner still comes in', async () => {
    for (let i = 0; i < 12; i++) await server.ask('POST', '/v1/desk/sign-in', { ...signIn, password: `guess ${i}` })
    expect(server.slept.length).toBeGreaterThan(0)
    expect(server.slept).toEqual(server.slept.toSorted((a, b) => a - b))
    server.pass(60_000)
    expect((await server.ask('POST', '/v1/desk/sign-in', signIn)).status).toBe(200)
    server.slept.length = 0
    await server.ask('POST', '/v1/desk/sign-in', signIn)
    expect(server.slept).toEqual([])
  })

  test('sends away whoever guesses a hundred times at once', async () => {
    const tries = Array.from({ length: 30 }, (_, i) =>
      server.ask('POST', '/v1/desk/sign-in', { ...signIn, password: `guess ${i}` })
    )
    const answers = await Promise.all(tries)
    const away = answers.filter(answer => answer.status === 429)
    expect(away.length).toBeGreaterThan(10)
    expect(Number(away[0]!.headers.get('retry-after'))).toBeGreaterThan(0)
  })

  test('lasts ten hours, not a minute more', async () => {
    const cookie = cookieOf(await server.ask('POST', '/v1/desk/sign-in', signIn))
    server.pass(10 * HOUR - 1000)
    expect((await server.ask('GET', '/v1/desk/me', undefined, cookie)).status).toBe(200)
    server.pass(2000)
    expect((await server.ask('GET', '/v1/desk/me', undefined, cookie)).status).toBe(401)
  })

  test('refuses a cookie that was made up or changed', async () => {
    const cookie = cookieOf(await server.ask('POST', '/v1/desk/sign-in', signIn))
    const made = cookie.replace(/=./, letter => (letter === '=A' ? '=B' : '=A'))
    for (const other of [made, `${cookie}x`, '__Host-waarheen=', `__Host-waarheen=${'A'.repeat(43)}`]) {
      expect((await server.ask('GET', '/v1/desk/me', undefined, other)).status).toBe(401)
    }
  })
})

describe('a thief with the database', () => {
  test('finds no session, link or password in it, and cannot sign in with the hash that is there', async () => {
    const cookie = cookieOf(await first())
    const session = decodeURIComponent(cookie.split('=')[1]!).split('.')[0]!
    const bytes = Buffer.concat(
      readdirSync(server.dataDir)
        .filter(name => name.startsWith('waarheen.db'))
        .map(name => readFileSync(join(server.dataDir, name)))
    )
    const { token: stored } = server.storage.raw.prepare('select token from session').get() as { token: string }
    expect(bytes.includes(stored), 'the control: what is stored is found').toBe(true)
    for (const secret of [session, token, fatma.password]) expect(bytes.includes(secret)).toBe(false)
    const pretended = cookie.replace(session, stored)
    expect((await server.ask('GET', '/v1/desk/me', undefined, pretended)).status).toBe(401)
  })

  test('finds no address of a network and no name of a browser beside a session', async () => {
    await first()
    const row = server.storage.raw.prepare('select ipAddress, userAgent from session').get()
    expect(row).toEqual({ ipAddress: '', userAgent: '' })
  })

  test('who has another account on the machine cannot read the key of the cookies', () => {
    expect(statSync(join(server.dataDir, 'accounts.key')).mode & 0o777).toBe(0o600)
  })
})

describe('a lost password', () => {
  const resetLink = async () => {
    const { id, name, role } = await server.storage.db.selectFrom('members').selectAll().executeTakeFirstOrThrow()
    return (await makeLink(server.storage.db, { kind: 'password', member: id, name, role }, server.now())).token
  }

  test('is replaced once by the link that the server prints, and old sessions end', async () => {
    const cookie = cookieOf(await first())
    const reset = { token: await resetLink(), password: 'een heel andere lange zin' }
    expect((await server.ask('POST', '/v1/desk/reset', reset)).status).toBe(204)
    expect((await server.ask('GET', '/v1/desk/me', undefined, cookie)).status).toBe(401)
    expect((await server.ask('POST', '/v1/desk/sign-in', signIn)).status).toBe(401)
    expect((await server.ask('POST', '/v1/desk/sign-in', { ...signIn, password: reset.password })).status).toBe(200)
    expect(await codeOf(await server.ask('POST', '/v1/desk/reset', reset))).toBe('already-used')
  })

  test('does not come back by a link for something else, or after a day', async () => {
    await first()
    const reset = { token, password: 'een heel andere lange zin' }
    expect(await codeOf(await server.ask('POST', '/v1/desk/reset', reset))).toBe('wrong-secret')
    const late = { ...reset, token: await resetLink() }
    server.pass(25 * HOUR)
    expect(await codeOf(await server.ask('POST', '/v1/desk/reset', late))).toBe('gone')
  })
})

test('what is no account says where it is wrong, and makes none', async () => {
  for (const wrong of [{ password: 'te kort' }, { email: 'geen adres' }, { name: ' ' }, { extra: 1 }, { token: 'x' }]) {
    const answer = await server.ask('POST', '/v1/desk/setup', { token, ...fatma, ...wrong })
    expect([answer.status, await codeOf(answer)]).toEqual([422, 'invalid-body'])
  }
  expect(await codeOf(await server.ask('POST', '/v1/desk/setup', '{'))).toBe('bad-request')
  expect((await first()).status).toBe(201)
})
