import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import fc from 'fast-check'
import { expect, test } from 'vitest'

import { statusOfCard } from '#outbox/news.ts'
import { LONGEST } from '#outbox/patience.ts'
import { withdraw } from '#outbox/withdraw.ts'
import { openStore } from '#store/database.ts'

import { aDevice, anId, type Device } from './device.ts'
import { aPostRoom, type PostRoom, type Weather } from './postRoom.ts'

/** One thing that may happen to a device, its network or its server; `card` points at one of those shared so far. */
type Happening =
  | { kind: 'share' }
  | { kind: 'withdraw'; card: number }
  | { kind: 'run'; weather: Weather[]; tabs: number }
  | { kind: 'time'; ms: number }
  | { kind: 'backup' }
  | { kind: 'restore' }
  | { kind: 'restart' }
  | { kind: 'close'; card: number }

const card = fc.nat(5)
const weather = fc.constantFrom<Weather>('fine', 'unreachable', 'reply lost', 'busy', 'portal')
const happening: fc.Arbitrary<Happening> = fc.oneof(
  { weight: 4, arbitrary: fc.constant({ kind: 'share' } as const) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('withdraw' as const), card }) },
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('run' as const),
      weather: fc.array(weather, { minLength: 1, maxLength: 4 }),
      tabs: fc.integer({ min: 1, max: 3 })
    })
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('time' as const), ms: fc.integer({ min: -3_600_000, max: 3_600_000 }) })
  },
  { weight: 1, arbitrary: fc.constant({ kind: 'backup' } as const) },
  { weight: 1, arbitrary: fc.constant({ kind: 'restore' } as const) },
  { weight: 1, arbitrary: fc.constant({ kind: 'restart' } as const) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('close' as const), card }) }
)

const secret = new Uint8Array(32).fill(9)

interface World {
  device: Device
  readonly room: PostRoom
  readonly shared: string[]
  readonly withdrawn: Set<string>
  readonly closed: Set<string>
  restore?: () => void
  /** What a backup from before the closing brings back is not the device's to know. */
  readonly names: { database: string }
}

async function aWorld(): Promise<World> {
  globalThis.indexedDB = new IDBFactory()
  const room = aPostRoom()
  const device = await aDevice(room.fetch, { store: await openStore() })
  return { device, room, shared: [], withdrawn: new Set(), closed: new Set(), names: { database: 'waarheen' } }
}

async function happens(world: World, what: Happening): Promise<void> {
  const { room, shared } = world
  const id = 'card' in what ? shared[what.card % Math.max(shared.length, 1)] : undefined
  switch (what.kind) {
    case 'share':
      shared.push(await world.device.share(anId()))
      return
    case 'withdraw':
      if (!id) return
      await withdraw(world.device.store, id, secret, world.device.now)
      world.withdrawn.add(id)
      return
    case 'run': {
      let exchange = 0
      room.weather = () => what.weather[exchange++ % what.weather.length]!
      await Promise.all(Array.from({ length: what.tabs }, () => world.device.run({ eager: true })))
      room.weather = () => 'fine'
      return
    }
    case 'time':
      world.device.now += what.ms
      return
    case 'backup':
      world.restore = room.backup()
      return
    case 'restore':
      world.restore?.()
      return
    case 'restart': {
      world.device.store.close()
      const now = world.device.now
      world.device = await aDevice(room.fetch, { store: await openStore() })
      world.device.now = now
      return
    }
    case 'close':
      if (id && room.kept.has(id)) {
        room.kept.get(id)!.state = 'closed'
        world.closed.add(id)
      }
  }
}

/** I1 no loss and I7 no false word, at every moment. */
async function holds({ device, room, shared, withdrawn, closed }: World): Promise<void> {
  const rows = await device.store.outbox.all()
  for (const id of shared) {
    const here = rows.some(row => row.id === id && row.kind === 'envelope')
    expect(here || room.kept.has(id) || withdrawn.has(id) || closed.has(id), 'nothing that was shared is lost').toBe(
      true
    )
    const row = rows.find(one => one.id === id && one.kind === 'envelope')
    if (!room.log.includes(`PUT ${id}`)) expect(await statusOfCard(device.store, id, device.now)).not.toBe('arrived')
    if (row?.state === 'retained') expect(row.receipt?.id).toBe(id)
  }
}

/** Good weather and a quarter of an hour, so often that everything due has gone. */
async function heals({ device, room }: World): Promise<void> {
  room.weather = () => 'fine'
  for (let round = 0; round < 4; round++) {
    device.now += LONGEST
    await device.run({ eager: true })
  }
}

test('whatever order things happen in: nothing is lost, nothing doubled, nothing withdrawn comes back', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(happening, { minLength: 3, maxLength: 30 }), async happenings => {
      const world = await aWorld()
      for (const what of happenings) {
        await happens(world, what)
        await holds(world)
      }
      await heals(world)
      const { room, shared, withdrawn, closed, device } = world
      for (const id of shared) {
        if (withdrawn.has(id)) expect(room.kept.has(id), 'a withdrawal wins').toBe(false)
        else if (!closed.has(id)) expect(room.kept.has(id), 'everything arrives').toBe(true)
      }
      const order = [...room.kept.values()].map(row => row.seq)
      expect(new Set(order).size, 'one row each').toBe(order.length)
      expect((await device.store.outbox.all()).filter(row => row.state === 'waiting')).toEqual([])
    }),
    { numRuns: 300 }
  )
})

test('any number of tries of the same bytes, in any weather, is one row and one number', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(weather, { minLength: 1, maxLength: 20 }), async days => {
      const world = await aWorld()
      await happens(world, { kind: 'share' })
      for (const day of days) {
        world.device.now += LONGEST
        await happens(world, { kind: 'run', weather: [day], tabs: 2 })
      }
      await heals(world)
      expect([...world.room.kept.values()]).toMatchObject([{ seq: 1 }])
    }),
    { numRuns: 100 }
  )
})
