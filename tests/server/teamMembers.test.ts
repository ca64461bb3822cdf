import { afterEach, beforeEach, describe, expect, test } from 'vitest'

import { openBundle } from '#sealing/bundle.ts'
import { fromBase64url } from '#wire/bytes.ts'
import type { BundleAnswer, Invite, Team } from '#wire/team.ts'
import { codeOf, cookieOf } from './withPeople.ts'
import { json, passwordOfAli, withTeam } from './withTeam.ts'

const HOUR = 60 * 60_000

let world: Awaited<ReturnType<typeof withTeam>>
beforeEach(async () => {
  world = await withTeam()
})
afterEach(() => world.server.remove())

describe('a colleague', () => {
  test('comes in by an invite, once', async () => {
    const { server, place, aColleague } = world
    const { me, account, cookie } = await aColleague()
    expect(me).toMatchObject({ name: 'Ali', role: 'professional', location: place.id })
    expect(await json(server.ask('GET', '/v1/desk/me', undefined, cookie))).toEqual(me)
    const again = await server.ask('POST', '/v1/desk/invites/accept', { ...account, email: 'b@example.org' })
    expect([again.status, await codeOf(again)]).toEqual([409, 'already-used'])
    const guessed = await server.ask('POST', '/v1/desk/invites/accept', { ...account, token: 'A'.repeat(43) })
    expect([guessed.status, await codeOf(guessed)]).toEqual([401, 'wrong-secret'])
  })

  test('who comes after three days is too late', async () => {
    const { server, asFatma } = world
    const invite = await json<Invite>(asFatma('POST', '/v1/desk/invites', { name: 'Ali', role: 'professional' }))
    expect(invite.expiresAt).toBe(server.now() + 72 * HOUR)
    expect((await json<Team>(asFatma('GET', '/v1/desk/team'))).invites).toEqual([
      { name: 'Ali', role: 'professional', expiresAt: invite.expiresAt }
    ])
    server.pass(72 * HOUR)
    const account = { token: invite.token, name: 'Ali', email: 'ali@example.org', password: passwordOfAli }
    expect(await codeOf(await server.ask('POST', '/v1/desk/invites/accept', account))).toBe('gone')
  })

  test('whose address is taken may try the same link with another one', async () => {
    const { server, place, asFatma } = world
    const invite = await json<Invite>(asFatma('POST', '/v1/desk/invites', { name: 'Ali', role: 'professional' }))
    const account = { token: invite.token, name: 'Ali', email: place.email, password: passwordOfAli }
    expect(await codeOf(await server.ask('POST', '/v1/desk/invites/accept', account))).toBe('invalid-body')
    const other = { ...account, email: 'ali@example.org' }
    expect((await server.ask('POST', '/v1/desk/invites/accept', other)).status).toBe(201)
  })

  test('can open cards only after somebody with the keys let the device in', async () => {
    const { server, place, asFatma, aColleague, approval } = world
    const { cookie, key, device } = await aColleague()
    const path = `/v1/desk/devices/${device.id}/bundle`
    expect(await json(server.ask('GET', path, undefined, cookie))).toEqual({ bundle: null, epoch: null })
    const wrongPassword = await approval(key, 'niet het wachtwoord')
    expect(await codeOf(await asFatma('PUT', path, wrongPassword))).toBe('wrong-secret')
    const otherEpoch = { ...(await approval(key, place.password)), epoch: 1 }
    expect(await codeOf(await asFatma('PUT', path, otherEpoch))).toBe('unknown-epoch')

    const good = await approval(key, place.password)
    expect((await asFatma('PUT', path, good)).status).toBe(200)
    const { bundle } = await json<BundleAnswer>(server.ask('GET', path, undefined, cookie))
    const holder = { id: key.id, publicKey: key.publicKey, pair: key.pair }
    const recipient = { kind: 'device', id: key.id, location: fromBase64url(place.id) } as const
    const cards = place.profile.cards.map(fromBase64url)
    expect(await openBundle(fromBase64url(bundle!), holder, recipient, cards)).toEqual(place.secret)
  })

  test('gets the half of the lock again only with the password', async () => {
    const { server, place, asFatma, aColleague } = world
    const { cookie, device, share } = await aColleague()
    const path = `/v1/desk/devices/${device.id}/share`
    expect(await codeOf(await server.ask('POST', path, { password: 'mis' }, cookie))).toBe('wrong-secret')
    expect(await json(server.ask('POST', path, { password: passwordOfAli }, cookie))).toEqual({ share })
    expect(await codeOf(await asFatma('POST', path, { password: place.password }))).toBe('not-found')
  })
})

describe('who may no longer come in', () => {
  /** A desk that listens: resolves when the server ends its stream. */
  async function listening(cookie: string) {
    const { server } = world
    const answer = await server.ask('GET', '/v1/desk/events', undefined, cookie)
    expect(answer.status).toBe(200)
    const reader = answer.body!.getReader()
    return (async () => {
      while (!(await reader.read()).done);
      return 'cut'
    })()
  }

  test('a revoked device: its session and its stream end at once, and its half of the lock is gone', async () => {
    const { server, place, asFatma, aColleague, approval } = world
    const { cookie, key, device, account } = await aColleague()
    await asFatma('PUT', `/v1/desk/devices/${device.id}/bundle`, await approval(key, place.password))
    const cut = listening(cookie)
    await expect.poll(() => server.streams.count()).toBe(1)
    expect((await asFatma('DELETE', `/v1/desk/devices/${device.id}`)).status).toBe(204)
    expect(await cut).toBe('cut')
    expect((await server.ask('GET', '/v1/desk/me', undefined, cookie)).status).toBe(401)

    const fresh = cookieOf(
      await server.ask('POST', '/v1/desk/sign-in', { email: account.email, password: passwordOfAli })
    )
    const share = await server.ask('POST', `/v1/desk/devices/${device.id}/share`, { password: passwordOfAli }, fresh)
    expect([share.status, await codeOf(share)]).toEqual([410, 'gone'])
    const bundle = await server.ask('GET', `/v1/desk/devices/${device.id}/bundle`, undefined, fresh)
    expect([bundle.status, await codeOf(bundle)]).toEqual([410, 'gone'])
    expect((await json<Team>(asFatma('GET', '/v1/desk/team'))).holders).toBe(1)
  })

  test('a member who left: sessions, devices and password, and their cards wait for the team again', async () => {
    const { server, place, asFatma, aColleague, approval, aCard } = world
    const { me, cookie, key, device, account } = await aColleague()
    await asFatma('PUT', `/v1/desk/devices/${device.id}/bundle`, await approval(key, place.password))
    const card = await aCard()
    expect((await server.ask('POST', `/v1/desk/queue/${card}/claim`, {}, cookie)).status).toBe(200)
    const cut = listening(cookie)
    await expect.poll(() => server.streams.count()).toBe(1)
    expect((await asFatma('DELETE', `/v1/desk/members/${me.id}`)).status).toBe(204)
    expect(await cut).toBe('cut')
    expect((await server.ask('GET', '/v1/desk/me', undefined, cookie)).status).toBe(401)
    const back = { email: account.email, password: passwordOfAli }
    expect(await codeOf(await server.ask('POST', '/v1/desk/sign-in', back))).toBe('wrong-secret')
    expect(await json(asFatma('GET', `/v1/desk/queue/${card}`))).toMatchObject({ state: 'new', owner: null })
    const team = await json<Team>(asFatma('GET', '/v1/desk/team'))
    expect(team.holders).toBe(1)
    expect(team.members.find(member => member.id === me.id)).toMatchObject({ name: 'Ali', active: false })
    expect(team.devices.find(one => one.id === device.id)?.state).toBe('revoked')
    // the same person may be asked back later, with the same address
    expect((await aColleague()).me.name).toBe('Ali')
  })

  test('a coordinator cannot end their own access, because nobody could repair that', async () => {
    const { asFatma } = world
    const { members } = await json<Team>(asFatma('GET', '/v1/desk/team'))
    expect(await codeOf(await asFatma('DELETE', `/v1/desk/members/${members[0]!.id}`))).toBe('not-allowed')
  })
})

test('the journal names who did what to which device or person, and not one word more', async () => {
  const { server, place, asFatma, aColleague, approval } = world
  const { me, device, key } = await aColleague()
  await asFatma('PUT', `/v1/desk/devices/${device.id}/bundle`, await approval(key, place.password))
  await asFatma('DELETE', `/v1/desk/members/${me.id}`)
  const lines = await server.storage.db.selectFrom('journal').select(['what', 'who', 'object']).execute()
  expect(lines.map(line => line.what)).toEqual([
    'account.setup',
    'device.add',
    'location.make',
    'invite.make',
    'account.invite',
    'device.add',
    'device.letIn',
    'member.end'
  ])
  expect(lines.at(-1)!.object).toBe(me.id)
  expect(JSON.stringify(lines)).not.toMatch(/Ali|Fatma|@|Laptop/)
})
