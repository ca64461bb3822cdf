import { openBundle, teamKeys } from '#sealing/bundle.ts'
import { unlockDevice } from '#sealing/device.ts'
import type { TeamSecret } from '#sealing/keys.ts'
import { fromBase64url, toBase64url } from '#wire/bytes.ts'
import { BundleAnswer, ServerShare } from '#wire/team.ts'

import { ask, type Refused } from '../ask.ts'
import { writeKept } from './kept.ts'
import { cardsOf, findPlace } from './place.ts'
import type { Known, Open } from './session.ts'
import type { Tools } from './tools.ts'

/** `not-yet`: nobody let this device in. `broken`: what lies here does not fit together; only a new device helps. */
export type Shut = 'not-yet' | 'broken' | 'forged'

/**
 * From a password to open cards: the password gets the server's half of the lock, both halves give the device's key,
 * and that opens the bundle of team keys. Nothing of it is kept but in memory.
 */
export async function unlock(tools: Tools, known: Known, password: string): Promise<Open | Shut | Refused> {
  const place = await findPlace(tools, known.me, known.kept)
  if (place === 'unplaced') return 'broken'
  if (place === 'forged' || 'refused' in place) return place
  const fresh: Known = { ...known, profile: place.profile }
  const secret = await teamSecret(tools, fresh, password)
  if (typeof secret === 'string' || 'refused' in secret) return secret
  return openWith(tools, fresh, secret, place.epoch)
}

/** Turns the private bytes into keys for the day, and remembers how far the chain had come. */
export async function openWith(tools: Tools, known: Known, secret: TeamSecret, epoch: number): Promise<Open> {
  const { me, profile, root, deviceId } = known
  const kept = { ...known.kept, root, epoch }
  await writeKept(tools.keyring, me.id, kept)
  return { at: 'open', me, profile, root, deviceId, kept, keys: await teamKeys(secret) }
}

/** The team's private keys as bytes: only to make keys for the day, or a bundle for a colleague's device. */
export async function teamSecret(
  { fetch }: Tools,
  { kept, deviceId, profile }: Known,
  password: string
): Promise<TeamSecret | 'not-yet' | 'broken' | Refused> {
  const path = `/v1/desk/devices/${deviceId}`
  const share = await ask(fetch, { method: 'POST', path: `${path}/share`, body: { password }, answer: ServerShare })
  if ('refused' in share) return share
  const device = await unlockDevice(kept.record, fromBase64url(share.ok.share))
  if (device === 'wrong-share') return 'broken'
  const answer = await ask(fetch, { path: `${path}/bundle`, answer: BundleAnswer })
  if ('refused' in answer) return answer
  if (answer.ok.bundle === null) return 'not-yet'
  const recipient = { kind: 'device', id: device.id, location: fromBase64url(profile.id) } as const
  const secret = await openBundle(bytesOf(answer.ok.bundle), device, recipient, cardsOf(profile) ?? [])
  return secret === 'unreadable' ? 'broken' : secret
}

/** Bytes of a text that should be base64url; none, which no bundle has, when it is not. */
export function bytesOf(text: string): Uint8Array {
  try {
    return fromBase64url(text)
  } catch {
    return new Uint8Array()
  }
}

export const idOf = (record: { readonly id: Uint8Array }) => toBase64url(record.id)
