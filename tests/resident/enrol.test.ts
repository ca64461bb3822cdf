import 'fake-indexeddb/auto'

import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { enrolHere, meetPlace } from '#resident/kiosk/enrol.ts'
import { readAddress, type TabletLink } from '#resident/place/address.ts'
import { openPlace } from '#resident/place/openPlace.ts'
import { makeTeam } from '#sealing/keys.ts'
import { checkStaffCode } from '#sealing/staffCode.ts'
import { openStore, type Store } from '#store/database.ts'
import { keyring } from '#store/keyring.ts'
import { enrolTablet } from '#tests/builders/place.ts'
import { json, withTeam } from '#tests/server/withTeam.ts'
import { ORIGIN } from '#tests/server/withPeople.ts'
import { fromBase64url, toBase64url } from '#wire/bytes.ts'
import type { Tablets } from '#wire/tablets.ts'

import { onAFullDisk, silence } from './aPlace.ts'

let world: Awaited<ReturnType<typeof withTeam>>
let fetch: typeof globalThis.fetch
let names = 0
const stores: Store[] = []

beforeAll(async () => {
  world = await withTeam()
  fetch = ((path: string, init: RequestInit) => world.server.send(`${ORIGIN}${path}`, init)) as typeof fetch
})
afterEach(() => {
  for (const store of stores.splice(0)) store.close()
})
afterAll(() => world.server.remove())

async function aBrowser(): Promise<Store> {
  const store = await openStore({ name: `enrol ${++names}` })
  stores.push(store)
  return store
}

async function aLink(name?: string): Promise<TabletLink> {
  const { pathname, hash } = new URL(await enrolTablet(world.place, name))
  const address = readAddress({ pathname, hash })
  if (address === 'malformed' || address.kind !== 'link') throw new Error('no link')
  return address
}

async function meet(link: TabletLink, store: Store, using = fetch) {
  const met = await meetPlace(link, { store, fetch: using })
  if ('wrong' in met) throw new Error(met.wrong)
  return met
}

/** A browser that went through the whole set-up. */
async function aTablet(store: Store, link?: TabletLink) {
  const made = await enrolHere(await meet(link ?? (await aLink()), store), '2468', { store, fetch })
  if ('wrong' in made) throw new Error(made.wrong)
  return made.tablet
}
const patience = () => new Promise<void>(resolve => setTimeout(resolve, 300))
const listed = async () => (await json<Tablets>(world.asFatma('GET', '/v1/desk/tablets'))).tablets

describe('the address of a set-up link', () => {
  const id = toBase64url(new Uint8Array(16).fill(7))
  const root = toBase64url(new Uint8Array(16).fill(9))
  const token = toBase64url(new Uint8Array(32).fill(5))

  test('carries the place, the key to hold it to, and the token', () => {
    expect(readAddress({ pathname: `/k/${id}`, hash: `#r=${root}&t=${token}` })).toEqual({
      kind: 'link',
      location: id,
      root: new Uint8Array(16).fill(9),
      token
    })
  })

  test.each([
    ['on a poster', `/l/${id}`, `#r=${root}&t=${token}`],
    ['without a place', '/k/', `#r=${root}&t=${token}`],
    ['without the key', `/k/${id}`, `#t=${token}`],
    ['with half a token', `/k/${id}`, `#r=${root}&t=abc`]
  ])('%s is no link', (_, pathname, hash) => {
    expect(readAddress({ pathname, hash })).toBe('malformed')
  })
})

describe('a browser that staff open a link on', () => {
  test('becomes a tablet of the place: pinned, named, with a secret, and of the code only what checks it', async () => {
    const store = await aBrowser()
    const tablet = await aTablet(store, await aLink('Tablet bij de deur'))
    expect(tablet.name).toBe('Tablet bij de deur')
    const kept = (await store.place.get())!
    expect(kept).toMatchObject({ kind: 'tablet', location: world.place.id, pinned: true, epoch: 0, tablet })
    expect(kept.root).toEqual(world.place.root)
    expect(await checkStaffCode('2468', kept.tablet!.code)).toBe(true)
    expect(await checkStaffCode('2469', kept.tablet!.code)).toBe(false)
    expect(await listed()).toContainEqual(expect.objectContaining({ id: tablet.id, name: 'Tablet bij de deur' }))
  })

  test('is refused when the server shows another team key than the link, and the link stays good', async () => {
    const store = await aBrowser()
    const link = await aLink()
    const thief = await makeTeam(fromBase64url(world.place.id), Date.now())
    const swapped = (async (path: string, init: RequestInit) =>
      path.includes('/v1/locations/')
        ? Response.json({ ...world.place.profile, cards: [toBase64url(thief.card)] })
        : fetch(path, init)) as typeof fetch
    expect(await meetPlace(link, { store, fetch: swapped })).toEqual({ wrong: 'swapped' })
    expect(await store.place.get()).toBeUndefined()
    expect((await aTablet(store, link)).name).toBe('Tablet bij het raam')
  })

  test('is told that a link was used, or is no link, and is then as it was', async () => {
    const link = await aLink()
    await aTablet(await aBrowser(), link)
    const store = await aBrowser()
    expect(await enrolHere(await meet(link, store), '2468', { store, fetch })).toEqual({ wrong: 'used' })
    const made = { ...link, token: toBase64url(new Uint8Array(32)) }
    expect(await enrolHere(await meet(made, store), '2468', { store, fetch })).toEqual({ wrong: 'invalid' })
    expect(await store.place.get()).toBeUndefined()
  })

  test('may try again when the network goes between the two steps', async () => {
    const store = await aBrowser()
    const link = await aLink()
    const met = await meet(link, store)
    expect(await enrolHere(met, '2468', { store, fetch: silence })).toEqual({ wrong: 'offline' })
    const portal: typeof fetch = async () => new Response('<html>log in</html>')
    expect(await enrolHere(met, '2468', { store, fetch: portal })).toEqual({ wrong: 'offline' })
    expect(await store.place.get()).toBeUndefined()
    expect(await enrolHere(met, '2468', { store, fetch })).toMatchObject({ tablet: { name: 'Tablet bij het raam' } })
  })

  test('that cannot keep anything does not use the link up', async () => {
    const link = await aLink()
    const memory = { ...(await aBrowser()), lasting: false }
    expect(await meetPlace(link, { store: memory, fetch })).toEqual({ wrong: 'storage' })
    const store = await aBrowser()
    const full = { ...onAFullDisk(store), place: { ...store.place, put: async () => 'full' as const } }
    expect(await enrolHere(await meet(link, store), '2468', { store: full, fetch })).toEqual({ wrong: 'full' })
    expect((await aTablet(store, link)).id).toBeDefined()
  })

  test("stays a colleague's computer when it is one", async () => {
    const store = await aBrowser()
    await keyring(store).put('device:fatma', { wrapped: new Uint8Array(1) })
    expect(await meetPlace(await aLink(), { store, fetch })).toEqual({ wrong: 'desk' })
  })

  test('gets a new secret by a new link, and keeps what waits', async () => {
    const store = await aBrowser()
    const first = await aTablet(store)
    const row = { id: 'a', kind: 'envelope', location: world.place.id, body: new Uint8Array(3), createdAt: 1 } as const
    await store.outbox.change('a', 'envelope', () => ({ ...row, attempts: 0, nextAt: 1, state: 'waiting' }))
    const link = await aLink('Tablet bij de deur')
    expect(await meet(link, store)).toMatchObject({ already: 'Tablet bij het raam' })
    const second = await aTablet(store, link)
    expect(second.secret).not.toBe(first.secret)
    expect(await store.outbox.all()).toHaveLength(1)
  })

  test('that was a tablet stays that one when the next link does not work', async () => {
    const store = await aBrowser()
    const tablet = await aTablet(store)
    const link = { ...(await aLink()), token: toBase64url(new Uint8Array(32)) }
    expect(await enrolHere(await meet(link, store), '1357', { store, fetch })).toEqual({ wrong: 'invalid' })
    expect((await store.place.get())?.tablet).toEqual(tablet)
  })
})

describe('the tablet of the place', () => {
  const tablet = () => ({ kind: 'tablet', location: world.place.id }) as const

  test('opens without its link, also without network, and on the address of a poster', async () => {
    const store = await aBrowser()
    await aTablet(store)
    const root = new Uint8Array(16)
    for (const address of [tablet(), { kind: 'any' }, { kind: 'phone', location: toBase64url(root), root }] as const) {
      for (const using of [fetch, silence]) {
        const opened = await openPlace(address, { store, fetch: using, patience })
        expect(opened).toMatchObject({
          kind: 'tablet',
          place: { id: world.place.id },
          tablet: { name: 'Tablet bij het raam' }
        })
      }
    }
    expect((await store.place.get())?.tablet).toBeDefined()
  })

  test('needs a link first, in practice too, and says when its browser keeps nothing', async () => {
    const store = await aBrowser()
    expect(world.place.profile.practice).toBe(true)
    expect(await openPlace(tablet(), { store, fetch, patience })).toEqual({ wrong: 'link' })
    const memory = { ...store, lasting: false }
    expect(await openPlace(tablet(), { store: memory, fetch, patience })).toEqual({ wrong: 'storage' })
  })

  test('goes on with the key it knows when the server shows another, and says that it doubts', async () => {
    const store = await aBrowser()
    await aTablet(store)
    const thief = await makeTeam(fromBase64url(world.place.id), Date.now())
    const swapped = (async () =>
      Response.json({ ...world.place.profile, cards: [toBase64url(thief.card)] })) as typeof fetch
    const opened = await openPlace(tablet(), { store, fetch: swapped, patience })
    expect(opened).toMatchObject({ kind: 'tablet', doubted: true })
    expect('place' in opened && opened.place.root).toEqual(world.place.root)
  })
})
