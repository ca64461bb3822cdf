import { lockDevice, makeDevice } from '#sealing/device.ts'
import { fingerprint } from '#sealing/fingerprint.ts'
import { fromBase64url, toBase64url } from '#wire/bytes.ts'
import { BundleAnswer, ServerShare } from '#wire/team.ts'

import { ask, type Refused } from '../ask.ts'
import { writeKept } from './kept.ts'
import type { Kept, Known, Placed } from './session.ts'
import type { Tools } from './tools.ts'
import { idOf } from './unlock.ts'

/** Makes the key of this browser, tells the server its public half, and locks the private one away. */
export async function addDevice(
  tools: Tools,
  member: string,
  pin: Pick<Kept, 'root' | 'epoch'>,
  name: string
): Promise<Kept | 'no-storage' | Refused> {
  // a key that is gone after a reload would have to be let in again every morning
  if (!tools.store.lasting) return 'no-storage'
  const fresh = await makeDevice()
  const share = await ask(tools.fetch, {
    method: 'POST',
    path: '/v1/desk/devices',
    body: { id: idOf(fresh), name, publicKey: toBase64url(fresh.publicKey) },
    answer: ServerShare
  })
  if ('refused' in share) return share
  const record = await lockDevice(fresh, fromBase64url(share.ok.share))
  const kept = { record, ...pin }
  return (await writeKept(tools.keyring, member, kept)) === 'kept' ? kept : 'no-storage'
}

/** The 20 digits on this screen, to compare with those on a colleague's. */
export function digitsOf({ kept, root }: Known): Promise<string> {
  return fingerprint(kept.record.publicKey, kept.record.id, root)
}

/** Has somebody let this device in? */
export async function isLetIn({ fetch }: Pick<Tools, 'fetch'>, deviceId: string): Promise<boolean | Refused> {
  const answer = await ask(fetch, { path: `/v1/desk/devices/${deviceId}/bundle`, answer: BundleAnswer })
  return 'refused' in answer ? answer : answer.ok.bundle !== null
}

export function knownOf({ me, profile, root }: Placed, kept: Kept): Known {
  return { me, profile, root, kept, deviceId: idOf(kept.record) }
}
