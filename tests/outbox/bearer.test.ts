import 'fake-indexeddb/auto'

import { expect, test } from 'vitest'
import { withdraw } from '#outbox/withdraw.ts'
import { toBase64url } from '#wire/bytes.ts'

import { aDevice, type Device } from './device.ts'
import { aPostRoom } from './postRoom.ts'

const secret = toBase64url(new Uint8Array(32).fill(3))
const tablet = {
  id: 'x',
  name: 'At the window',
  secret,
  code: { salt: new Uint8Array(16), rounds: 1, hash: new Uint8Array(32) }
}

/** What a device sends of itself, by method, while it shares, asks and withdraws. */
async function headersOf(prepare: (device: Device) => Promise<unknown>): Promise<Record<string, string | null>> {
  const seen: Record<string, string | null> = {}
  const room = aPostRoom()
  const device = await aDevice((path, request) => {
    seen[request!.method!] = new Headers(request!.headers).get('authorization')
    return room.fetch(path, request)
  })
  await prepare(device)
  const id = await device.share()
  await device.run()
  await withdraw(device.store, id, new Uint8Array(32), device.now)
  await device.run()
  return seen
}

const place = { location: 'here', pinned: true, cards: [], profile: {}, epoch: 0 }

test('an enrolled tablet shows its secret with all that it sends, so that it counts for itself', async () => {
  const seen = await headersOf(({ store }) => store.place.put({ ...place, kind: 'tablet', tablet }))
  expect(seen).toEqual({ PUT: `Bearer ${secret}`, POST: `Bearer ${secret}`, DELETE: `Bearer ${secret}` })
})

test("a resident's own phone shows nothing of itself", async () => {
  const seen = await headersOf(({ store }) => store.place.put({ ...place, kind: 'phone' }))
  expect(seen).toEqual({ PUT: null, POST: null, DELETE: null })
})
