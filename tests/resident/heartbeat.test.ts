import 'fake-indexeddb/auto'

import { afterEach, describe, expect, test, vi } from 'vitest'
import { announce } from '#outbox/news.ts'
import { type HealthWatch, makeHealth } from '#resident/kiosk/health.ts'
import { type Beating, EVERY, startHeartbeat } from '#resident/kiosk/heartbeat.ts'
import type { OutboxRow } from '#store/outbox.ts'
import { openStore, type Store } from '#store/database.ts'
import { toBase64url } from '#wire/bytes.ts'
import { Heartbeat } from '#wire/tablet.ts'

const NOW = 1_800_000_000_000
const MINUTE = 60_000
const secret = toBase64url(new Uint8Array(32).fill(3))

interface World {
  readonly store: Store
  readonly health: HealthWatch
  readonly told: Heartbeat[]
  readonly headers: Headers[]
  readonly window: EventTarget
  readonly document: EventTarget & { visibilityState: DocumentVisibilityState }
  now: number
  onLine: boolean
  answer: () => Promise<Response>
  estimate?: () => Promise<StorageEstimate>
  start(): Beating
}

const beating: Beating[] = []
afterEach(() => {
  for (const one of beating.splice(0)) one.stop()
  vi.useRealTimers()
})

const problem = (code: string, status: number) => async () =>
  Response.json({ type: '', title: '', code, status }, { status })

let names = 0
/** An enrolled tablet and a server that answers it as the test wishes. */
async function aTablet(own?: Store): Promise<World> {
  const store = own ?? (await openStore({ name: `heartbeat ${++names}` }))
  const code = { salt: new Uint8Array(16), rounds: 1, hash: new Uint8Array(32) }
  await store.place.put({
    kind: 'tablet',
    location: 'here',
    pinned: true,
    cards: [],
    profile: {},
    epoch: 0,
    tablet: { id: 'x', name: 'Tablet bij het raam', secret, code }
  })
  const world: World = {
    store,
    health: makeHealth({ name: 'Tablet bij het raam', version: 'abcd1234' }),
    told: [],
    headers: [],
    window: new EventTarget(),
    document: Object.assign(new EventTarget(), { visibilityState: 'visible' as const }),
    now: NOW,
    onLine: true,
    answer: async () => Response.json({ now: world.now }),
    start() {
      const { health, window, document, estimate } = world
      const page = { window: window as Window, document: document as Document, navigator: world }
      const fetch: typeof globalThis.fetch = async (_, request) => {
        world.told.push(Heartbeat.parse(JSON.parse(request!.body as string)))
        world.headers.push(new Headers(request!.headers))
        return world.answer()
      }
      const one = startHeartbeat({ store, fetch, now: () => world.now, health, page, estimate })
      beating.push(one)
      return one
    }
  }
  return world
}

async function waits(store: Store, id: string, more: Partial<OutboxRow> = {}): Promise<void> {
  const row: OutboxRow = {
    id,
    kind: 'envelope',
    location: 'here',
    body: new Uint8Array(3),
    createdAt: NOW - 20 * MINUTE,
    attempts: 0,
    nextAt: NOW,
    state: 'waiting',
    ...more
  }
  await store.outbox.change(id, 'envelope', () => row)
}

describe('a tablet that is doing well', () => {
  test('tells how many cards wait and since when, by its secret, and nothing of a resident', async () => {
    const world = await aTablet()
    await waits(world.store, 'a')
    await waits(world.store, 'b', { createdAt: NOW - 5 * MINUTE })
    await waits(world.store, 'c', { state: 'parked', problem: 'unknown-epoch' })
    await world.start().beat()
    const beat = { waiting: 2, oldestAt: NOW - 20 * MINUTE, parked: 1, version: 'abcd1234' }
    expect(world.told[0]).toEqual(beat)
    expect(world.headers[0]!.get('authorization')).toBe(`Bearer ${secret}`)
    expect(world.health.get()).toMatchObject({
      waiting: 2,
      parked: ['unknown-epoch'],
      oldestWaiting: NOW - 20 * MINUTE,
      revoked: false,
      clockWrong: false,
      storageMissing: false,
      storageFull: false,
      captivePortal: false,
      offline: false,
      checkedAt: NOW
    })
  })

  test('tells again when its outbox changes, also by the worker, and once for many changes', async () => {
    const world = await aTablet()
    await world.start().beat()
    const before = world.told.length
    await waits(world.store, 'a')
    for (let i = 0; i < 5; i++) announce({ id: 'a', kind: 'envelope', status: 'waiting' })
    await expect.poll(() => world.told.length).toBe(before + 1)
    expect(world.told.at(-1)!.waiting).toBe(1)
  })

  test('tells every five minutes while somebody can see it, and at once when it is seen again', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
    const world = await aTablet()
    await world.start().beat()
    const count = () => world.told.length
    const first = count()
    vi.advanceTimersByTime(EVERY)
    await expect.poll(count).toBe(first + 1)
    world.document.visibilityState = 'hidden'
    vi.advanceTimersByTime(3 * EVERY)
    world.document.visibilityState = 'visible'
    world.document.dispatchEvent(new Event('visibilitychange'))
    await expect.poll(count).toBe(first + 2)
  })
})

describe('a tablet that is not', () => {
  test.each([
    ['revoked at the desk', problem('gone', 410), { revoked: true, offline: false, captivePortal: false }],
    ['unknown to a server that lost it', problem('wrong-secret', 401), { revoked: true }],
    ['asked for patience', problem('too-many', 429), { revoked: false, offline: false, captivePortal: false }],
    ['without network', () => Promise.reject(new TypeError()), { offline: true, captivePortal: false }],
    ['before a closed server', async () => new Response('', { status: 502 }), { offline: true, captivePortal: false }],
    ['behind a portal', async () => new Response('<html>Log in'), { captivePortal: true, offline: false }],
    ['led away by a portal', async () => new Response(null, { status: 302 }), { captivePortal: true, offline: false }]
  ])('knows that it is %s, and is well again when that is over', async (_, answer, expected) => {
    const world = await aTablet()
    const fine = world.answer
    world.answer = answer
    const { beat } = world.start()
    await beat()
    expect(world.health.get()).toMatchObject(expected)
    world.answer = fine
    await beat()
    expect(world.health.get()).toMatchObject({ revoked: false, captivePortal: false, offline: false })
  })

  test('knows that its clock is wrong, and tells when the oldest card was shared by the right one', async () => {
    const world = await aTablet()
    await waits(world.store, 'a')
    const ahead = 3 * 60 * MINUTE
    world.answer = async () => Response.json({ now: NOW + ahead })
    await world.start().beat()
    expect(world.health.get()).toMatchObject({ clockWrong: true, clockOff: ahead })
    expect(world.told.at(-1)!.oldestAt).toBe(NOW + ahead - 20 * MINUTE)
    world.answer = async () => Response.json({ now: NOW + 9 * MINUTE })
    await beating[0]!.beat()
    expect(world.health.get().clockWrong).toBe(false)
  })

  test('does not call an outbox empty that it cannot read', async () => {
    const world = await aTablet()
    await world.store.place.forget()
    await world.start().beat()
    expect(world.health.get()).toMatchObject({ storageMissing: true, waiting: undefined })
    expect(world.told).toEqual([])
    const memory = await aTablet({ ...world.store, lasting: false })
    await memory.start().beat()
    expect([memory.health.get().storageMissing, memory.told]).toEqual([true, []])
  })

  test('says that there is hardly any room, before there is none', async () => {
    const world = await aTablet()
    world.estimate = async () => ({ quota: 5_000_000, usage: 4_500_000 })
    await world.start().beat()
    expect(world.health.get().storageFull).toBe(true)
    const silent = await aTablet()
    silent.estimate = () => Promise.reject(new Error('not here'))
    await silent.start().beat()
    expect(silent.health.get()).toMatchObject({ storageFull: false, checkedAt: NOW })
  })

  test('remembers since when a network answers nothing; without a network there is nothing to remember', async () => {
    const world = await aTablet()
    const fine = world.answer
    world.answer = () => Promise.reject(new TypeError('certificate'))
    const { beat } = world.start()
    await beat()
    world.now += EVERY
    await beat()
    expect(world.health.get().silentSince).toBe(NOW)
    world.onLine = false
    await beat()
    expect(world.health.get().silentSince).toBeUndefined()
    world.onLine = true
    await beat()
    expect(world.health.get().silentSince).toBe(NOW + EVERY)
    world.answer = fine
    await beat()
    expect(world.health.get().silentSince).toBeUndefined()
  })

  test('says at once that the network went', async () => {
    const world = await aTablet()
    await world.start().beat()
    const heard: boolean[] = []
    const deaf = world.health.listen(() => heard.push(world.health.get().offline))
    world.window.dispatchEvent(new Event('offline'))
    deaf()
    expect(heard).toEqual([true])
  })
})
