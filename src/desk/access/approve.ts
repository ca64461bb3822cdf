import { sealBundle } from '#sealing/bundle.ts'
import { fingerprint } from '#sealing/fingerprint.ts'
import { newestEpoch } from '#sealing/keys.ts'
import { fromBase64url, toBase64url } from '#wire/bytes.ts'
import { sha256 } from '#wire/digest.ts'
import type { Device } from '#wire/team.ts'

import { ask, type Refused } from '../ask.ts'
import { cardsOf, findPlace } from './place.ts'
import type { Open } from './session.ts'
import type { Tools } from './tools.ts'
import { type Shut, teamSecret } from './unlock.ts'

/** The digits of a colleague's device, over the key the server gave us and the root we know ourselves. */
export function digitsOfDevice(device: Device, root: Uint8Array): Promise<string> {
  return fingerprint(fromBase64url(device.publicKey), fromBase64url(device.id), root)
}

/**
 * Lets a colleague's device in, after two people compared its digits. It takes the password once more: the private
 * bytes are fetched, sealed to that one device, and gone again.
 */
export async function approve(
  tools: Tools,
  open: Open,
  device: Device,
  password: string
): Promise<'let-in' | Shut | Refused> {
  const place = await findPlace(tools, open.me, open.kept)
  if (place === 'unplaced') return 'broken'
  if (place === 'forged' || 'refused' in place) return place
  const secret = await teamSecret(tools, { ...open, profile: place.profile }, password)
  if (typeof secret === 'string' || 'refused' in secret) return secret
  const epoch = newestEpoch(secret)
  const card = (cardsOf(place.profile) ?? [])[epoch]
  if (!card) return 'broken'
  const recipient = {
    kind: 'device',
    id: fromBase64url(device.id),
    publicKey: fromBase64url(device.publicKey)
  } as const
  const bundle = await sealBundle(secret, recipient, secret.location, await sha256(card))
  const put = await ask(tools.fetch, {
    method: 'PUT',
    path: `/v1/desk/devices/${device.id}/bundle`,
    body: { bundle: toBase64url(bundle), epoch, password }
  })
  return 'refused' in put ? put : 'let-in'
}

/** The digits differ, or nobody knows this device: it goes. */
export async function turnAway({ fetch }: Pick<Tools, 'fetch'>, id: string): Promise<'gone' | Refused> {
  const answer = await ask(fetch, { method: 'DELETE', path: `/v1/desk/devices/${id}` })
  return 'refused' in answer && answer.refused !== 'not-found' ? answer : 'gone'
}
