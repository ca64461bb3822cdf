import { sealBundle } from '#sealing/bundle.ts'
import { makeTeam, type TeamSecret } from '#sealing/keys.ts'
import { newRecovery, recoveryKey, recoveryProof, writeSheet } from '#sealing/recovery.ts'
import { toBase64url } from '#wire/bytes.ts'
import { sha256 } from '#wire/digest.ts'
import { type LocationDetails, LocationProfile, type SignedPromise } from '#wire/location.ts'
import { Me, type NewLocation } from '#wire/team.ts'

import { ask, type Refused } from '../ask.ts'
import { addDevice, knownOf } from './device.ts'
import type { Kept, Open } from './session.ts'
import type { Tools } from './tools.ts'
import { openWith } from './unlock.ts'

/** The keys of a place that does not exist yet. In memory only: a closed tab loses them, and nothing was promised. */
export interface Founding {
  /** 16 bytes. */
  readonly location: Uint8Array
  readonly card: Uint8Array
  readonly root: Uint8Array
  readonly secret: TeamSecret
  readonly seed: Uint8Array
  /** What is printed: 7 groups of 4. */
  readonly sheet: string
}

export async function prepare(now: number): Promise<Founding> {
  const location = crypto.getRandomValues(new Uint8Array(16))
  const seed = newRecovery()
  const { card, secret } = await makeTeam(location, now)
  return { location, card, root: await sha256(card), secret, seed, sheet: writeSheet(seed) }
}

/**
 * Makes the place: a key for this browser, then card, sheet and both bundles to the server in one request.
 *
 * @param device the one an earlier try made, when only the second request failed
 */
export async function found(
  tools: Tools,
  me: Me,
  founding: Founding,
  details: LocationDetails,
  promises: readonly SignedPromise[],
  device?: Kept
): Promise<{ open: Open } | { device?: Kept; trouble: 'no-storage' | Refused }> {
  const { location, root, secret, card, seed } = founding
  const pin = { root, epoch: 0 }
  const kept = device ?? (await addDevice(tools, me.id, pin, tools.deviceName))
  if (kept === 'no-storage' || 'refused' in kept) return { trouble: kept }

  const recovery = await recoveryKey(seed)
  const bundle = async (kind: 'device' | 'recovery', holder: { id: Uint8Array; publicKey: Uint8Array }) => ({
    recipient: kind,
    recipientId: toBase64url(holder.id),
    epoch: 0,
    bundle: toBase64url(await sealBundle(secret, { kind, id: holder.id, publicKey: holder.publicKey }, location, root))
  })
  const order: NewLocation = {
    id: toBase64url(location),
    details,
    promises: [...promises],
    card: toBase64url(card),
    recovery: {
      publicKey: toBase64url(recovery.publicKey),
      proofHash: toBase64url(await sha256(await recoveryProof(seed)))
    },
    bundles: [await bundle('device', kept.record), await bundle('recovery', recovery)]
  }
  const profile = await send(tools, order)
  if ('refused' in profile) return { device: kept, trouble: profile }
  const placed = { me: { ...me, location: order.id }, profile: profile.ok, root }
  return { open: await openWith(tools, knownOf(placed, kept), secret, 0) }
}

/** A lost answer makes the second try say `wrong-state`; then the place is there, if it is ours. */
async function send({ fetch }: Tools, order: NewLocation): Promise<{ ok: LocationProfile } | Refused> {
  const made = await ask(fetch, { method: 'POST', path: '/v1/desk/location', body: order, answer: LocationProfile })
  if ('ok' in made || made.refused !== 'wrong-state') return made
  const me = await ask(fetch, { path: '/v1/desk/me', answer: Me })
  if ('refused' in me || me.ok.location !== order.id) return made
  return ask(fetch, { path: `/v1/locations/${order.id}`, answer: LocationProfile })
}
