import 'fake-indexeddb/auto'

import { beforeEach, describe, expect, test } from 'vitest'
import { readAddress } from '#resident/place/address.ts'
import { type Around, type Opened, openPlace } from '#resident/place/openPlace.ts'
import { makeTeam, renewTeam, type TeamSecret } from '#sealing/keys.ts'
import { openStore } from '#store/database.ts'
import { toBase64url } from '#wire/bytes.ts'
import { sha256 } from '#wire/digest.ts'
import type { LocationProfile } from '#wire/location.ts'

const NOW = 1_800_000_000_000
let names = 0

interface World extends Around {
  profiles: LocationProfile[]
  online: boolean
}

async function aWorld(...profiles: LocationProfile[]): Promise<World> {
  const world: World = {
    store: await openStore({ name: `place ${++names}` }),
    profiles,
    online: true,
    patience: () => new Promise(resolve => setTimeout(resolve, 300)),
    fetch: (async (path: string) => {
      if (!world.online) throw new TypeError('no network')
      if (path === '/v1/locations') {
        return Response.json({ locations: world.profiles.map(({ id, place, address }) => ({ id, place, address })) })
      }
      const profile = world.profiles.find(i => path === `/v1/locations/${i.id}`)
      return profile ? Response.json(profile) : Response.json({ code: 'not-found' }, { status: 404 })
    }) as typeof fetch
  }
  return world
}

interface Team {
  profile: LocationProfile
  secret: TeamSecret
  card: Uint8Array
  root: Uint8Array
}

async function aTeam(location = crypto.getRandomValues(new Uint8Array(16))): Promise<Team> {
  const { card, secret } = await makeTeam(location, NOW)
  const profile: LocationProfile = {
    id: toBase64url(location),
    place: 'Werkwinkel Overvecht',
    address: 'Dreef 1',
    hours: '',
    telephone: '',
    privacyContact: 'Sanne',
    keepDays: 90,
    basis: 'consent',
    statement: '',
    offSteps: [],
    offAsks: [],
    promises: [],
    practice: false,
    cards: [toBase64url(card)]
  }
  return { profile, secret, card, root: await sha256(card) }
}

const epochOf = (opened: Opened) => ('place' in opened ? opened.place.card.epoch : opened)

describe('an address', () => {
  test('of a poster names a place and what its key must follow from', () => {
    const root = toBase64url(new Uint8Array(16).fill(9))
    const id = toBase64url(new Uint8Array(16).fill(7))
    expect(readAddress({ pathname: `/l/${id}`, hash: `#r=${root}` })).toEqual({
      kind: 'phone',
      location: id,
      root: new Uint8Array(16).fill(9)
    })
    expect(readAddress({ pathname: `/k/${id}`, hash: '' })).toEqual({ kind: 'tablet', location: id })
    expect(readAddress({ pathname: '/k/', hash: '' })).toEqual({ kind: 'tablet' })
    expect(readAddress({ pathname: '/', hash: '' })).toEqual({ kind: 'any' })
  })

  test.each(['#r=', '#r=AAAA', '#x', '#r=!!!!!!!!!!!!!!!!!!!!!!'])('half read (%s) is refused, not trusted', hash => {
    const id = toBase64url(new Uint8Array(16).fill(7))
    expect(readAddress({ pathname: `/l/${id}`, hash })).toBe('malformed')
  })
})

describe('a resident who opens the page', () => {
  let team: Team
  let world: World
  beforeEach(async () => {
    team = await aTeam()
    world = await aWorld(team.profile)
  })
  const poster = (root = team.root.slice(0, 16)) => ({ kind: 'phone' as const, location: team.profile.id, root })

  test('without a name in the address is at the only place there is', async () => {
    expect(await openPlace({ kind: 'any' }, world)).toMatchObject({ kind: 'phone', place: { id: team.profile.id } })
  })

  test('chooses when there are several places', async () => {
    const other = await aTeam()
    world.profiles.push(other.profile)
    expect(await openPlace({ kind: 'any' }, world)).toMatchObject({ choose: [{ id: team.profile.id }, {}] })
  })

  test('gets the key that the poster vouches for', async () => {
    expect(epochOf(await openPlace(poster(), world))).toBe(0)
  })

  test('is never given a key that the poster does not vouch for', async () => {
    const thief = await aTeam(new Uint8Array(Buffer.from(team.profile.id, 'base64url')))
    world.profiles = [thief.profile]
    expect(await openPlace(poster(), world)).toEqual({ wrong: 'forged' })
  })

  test('is told when nobody knows the place', async () => {
    world.profiles = []
    expect(await openPlace(poster(), world)).toEqual({ wrong: 'unknown' })
  })

  test('is told when there is no network the very first time', async () => {
    world.online = false
    expect(await openPlace(poster(), world)).toEqual({ wrong: 'offline' })
  })

  test('starts without a network the second time', async () => {
    await openPlace(poster(), world)
    world.online = false
    expect(await openPlace({ kind: 'any' }, world)).toMatchObject({ kind: 'phone', place: { id: team.profile.id } })
  })

  test('keeps the key they know when the server shows another one later', async () => {
    await openPlace(poster(), world)
    const thief = await aTeam(new Uint8Array(Buffer.from(team.profile.id, 'base64url')))
    world.profiles = [thief.profile]
    const opened = await openPlace({ kind: 'any' }, world)
    expect('place' in opened && opened.place.root).toEqual(team.root)
  })

  test('takes the newer key of the same team, and never goes back to the older one', async () => {
    await openPlace(poster(), world)
    const { card } = await renewTeam(team.secret, team.card, NOW)
    const cards = [...team.profile.cards, toBase64url(card)]
    world.profiles = [{ ...team.profile, cards }]
    expect(epochOf(await openPlace({ kind: 'any' }, world))).toBe(1)
    world.profiles = [team.profile]
    expect(epochOf(await openPlace({ kind: 'any' }, world))).toBe(1)
  })

  test('is not held up by a page of a hotel in place of the profile', async () => {
    await openPlace(poster(), world)
    const hotel: Around = { ...world, fetch: async () => new Response('<html>log in</html>') }
    expect(await openPlace({ kind: 'any' }, hotel)).toMatchObject({ place: { id: team.profile.id } })
  })
})
