import { afterEach, beforeEach, describe, expect, test } from 'vitest'

import { openBundle } from '#sealing/bundle.ts'
import { readSheet, recoveryKey, recoveryProof } from '#sealing/recovery.ts'
import { details } from '#tests/builders/place.ts'
import { fromBase64url, toBase64url } from '#wire/bytes.ts'
import type { LocationProfile } from '#wire/location.ts'
import type { BundleAnswer, Team } from '#wire/team.ts'
import { codeOf, cookieOf, withPeople } from './withPeople.ts'
import { json, passwordOfAli, withTeam } from './withTeam.ts'

const DAY = 24 * 60 * 60_000

let world: Awaited<ReturnType<typeof withTeam>>
beforeEach(async () => {
  world = await withTeam()
})
afterEach(() => world.server.remove())

const sheetProof = async () => toBase64url(await recoveryProof(readSheet(world.place.sheet) as Uint8Array))

describe('a new location', () => {
  test('opens in practice, with its promises, its team card and one who holds its keys', async () => {
    const { server, place, asFatma } = world
    expect(place.profile).toMatchObject({ ...details, id: place.id, practice: true })
    expect(place.profile.promises.map(promise => promise.id)).toEqual(['b1', 'b2', 'b3', 'b4', 'b5'])
    const seen = await json<LocationProfile>(server.ask('GET', `/v1/locations/${place.id}`))
    expect(seen).toEqual(place.profile)
    const team = await json<Team>(asFatma('GET', '/v1/desk/team'))
    expect(team).toMatchObject({
      holders: 1,
      members: [{ name: 'Fatma', active: true }],
      devices: [{ state: 'trusted' }]
    })
  })

  test('cannot be made twice by the same coordinator', async () => {
    const { server, asFatma } = world
    const before = server.storage.raw.serialize()
    const order = await anOrder()
    expect(await codeOf(await asFatma('POST', '/v1/desk/location', order))).toBe('wrong-state')
    expect(server.storage.raw.serialize().equals(before)).toBe(true)
  })

  test('is not there at all when one of its keys cannot be a key', async () => {
    const other = await withPeople()
    try {
      const token = (await other.people.setupToken())!
      const account = { token, name: 'Sam', email: 'sam@example.org', password: passwordOfAli }
      const cookie = cookieOf(await other.ask('POST', '/v1/desk/setup', account))
      const good = await anOrder()
      const device = { id: good.bundles[0]!.recipientId, name: 'Laptop', publicKey: good.recovery.publicKey }
      await other.ask('POST', '/v1/desk/devices', device, cookie)
      const [mine, sheet] = good.bundles as [(typeof good.bundles)[0], (typeof good.bundles)[0]]
      const wrongs = {
        'a card of another place': { ...good, id: toBase64url(new Uint8Array(16)) },
        'a short card': { ...good, card: good.card.slice(0, 300) },
        'a short bundle': { ...good, bundles: [{ ...mine, bundle: 'AAAA' }, sheet] },
        'another epoch': { ...good, bundles: [{ ...mine, epoch: 1 }, sheet] },
        'two bundles for one device': { ...good, bundles: [mine, mine] },
        'no sheet': { ...good, bundles: [mine, { ...sheet, recipient: 'person' }] },
        "somebody else's device": { ...good, bundles: [{ ...mine, recipientId: 'A'.repeat(22) }, sheet] },
        'a promise twice': { ...good, promises: Array(2).fill({ id: 'b1', name: 'Sam', at: 1 }) }
      }
      for (const [what, order] of Object.entries(wrongs)) {
        const answer = await other.ask('POST', '/v1/desk/location', order, cookie)
        expect([what, await codeOf(answer)]).toEqual([what, 'invalid-body'])
      }
      for (const table of ['locations', 'cards', 'bundles', 'promises'] as const) {
        expect(await other.storage.db.selectFrom(table).selectAll().execute()).toEqual([])
      }
      expect((await other.ask('POST', '/v1/desk/location', good, cookie)).status).toBe(201)
    } finally {
      await other.remove()
    }
  })

  /** The order that a browser would send for one more location. */
  async function anOrder() {
    const { place } = world
    const bundle = toBase64url(new Uint8Array(219))
    const { id, profile } = place
    const publicKey = toBase64url((await recoveryKey(readSheet(place.sheet) as Uint8Array)).publicKey)
    const ids = ['B'.repeat(21) + 'A', 'C'.repeat(21) + 'A']
    return {
      id,
      details,
      promises: [],
      card: profile.cards[0]!,
      recovery: { publicKey, proofHash: toBase64url(new Uint8Array(32)) },
      bundles: (['device', 'recovery'] as const).map((recipient, i) => ({
        recipient,
        recipientId: ids[i]!,
        epoch: 0,
        bundle
      }))
    }
  }
})

describe('the recovery sheet', () => {
  test('typed back ends practice and erases the practice cards, and only then', async () => {
    const { server, place, asFatma, aCard } = world
    await aCard()
    const wrong = await asFatma('POST', '/v1/desk/recovery/drill', { proof: toBase64url(new Uint8Array(32)) })
    expect(await codeOf(wrong)).toBe('wrong-secret')
    expect(await server.storage.db.selectFrom('envelopes').select('id').execute()).toHaveLength(1)

    const proof = await sheetProof()
    const open = await json<LocationProfile>(asFatma('POST', '/v1/desk/recovery/drill', { proof }))
    expect(open).toEqual({ ...place.profile, practice: false })
    expect(await server.storage.db.selectFrom('envelopes').select('id').execute()).toEqual([])

    const real = await aCard()
    await asFatma('POST', '/v1/desk/recovery/drill', { proof })
    expect(await server.storage.db.selectFrom('envelopes').select('id').execute()).toEqual([{ id: real }])
  })

  test('opens the keys on a new device of somebody who lost theirs', async () => {
    const { server, place, asFatma, aColleague, approval } = world
    const { me, cookie, key } = await aColleague()
    const path = `/v1/desk/devices/${toBase64url(key.id)}/bundle`
    const own = await approval(key, passwordOfAli)
    expect(await codeOf(await server.ask('PUT', path, own, cookie))).toBe('not-allowed')

    const answer = await server.ask('POST', '/v1/desk/recovery/bundle', { proof: await sheetProof() }, cookie)
    const { bundle } = await json<BundleAnswer>(answer)
    const sheet = await recoveryKey(readSheet(place.sheet) as Uint8Array)
    const location = fromBase64url(place.id)
    const cards = place.profile.cards.map(fromBase64url)
    const opened = await openBundle(fromBase64url(bundle!), sheet, { kind: 'recovery', id: sheet.id, location }, cards)
    expect(opened).toEqual(place.secret)

    expect((await server.ask('PUT', path, own, cookie)).status).toBe(200)
    expect(await json(server.ask('GET', path, undefined, cookie))).toEqual({ bundle: own.bundle, epoch: 0 })
    const team = await json<Team>(asFatma('GET', '/v1/desk/team'))
    expect(team.holders).toBe(2)
    expect(team.devices.find(device => device.member === me.id)?.state).toBe('trusted')
  })

  test('lets nobody in who cannot show the proof', async () => {
    const { server, aColleague } = world
    const { cookie } = await aColleague()
    const answer = await server.ask('POST', '/v1/desk/recovery/bundle', { proof: 'A'.repeat(43) }, cookie)
    expect([answer.status, await codeOf(answer)]).toEqual([401, 'wrong-secret'])
  })
})

test('fewer days to keep count at once for the cards that wait', async () => {
  const { server, place, asFatma, aCard } = world
  await aCard()
  const { promises } = place.profile
  const change = { details: { ...details, keepDays: 10, place: 'Werkwinkel Noord' }, promises: promises.slice(0, 2) }
  const changed = await json<LocationProfile>(asFatma('PUT', '/v1/desk/location', change))
  expect(changed).toMatchObject({ place: 'Werkwinkel Noord', keepDays: 10, promises: promises.slice(0, 2) })
  const { receivedAt, expiresAt } = await server.storage.db
    .selectFrom('envelopes')
    .select(['receivedAt', 'expiresAt'])
    .executeTakeFirstOrThrow()
  expect(expiresAt).toBe(receivedAt + 10 * DAY)
})
