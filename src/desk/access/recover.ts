import { openBundle, sealBundle } from '#sealing/bundle.ts'
import { newestEpoch } from '#sealing/keys.ts'
import { readSheet, recoveryKey, recoveryProof } from '#sealing/recovery.ts'
import { fromBase64url, toBase64url } from '#wire/bytes.ts'
import { sha256 } from '#wire/digest.ts'
import { LocationProfile } from '#wire/location.ts'
import { BundleAnswer } from '#wire/team.ts'

import { ask, type Refused } from '../ask.ts'
import { addDevice, knownOf } from './device.ts'
import { readKept } from './kept.ts'
import { cardsOf, findPlace } from './place.ts'
import type { Open, Placed } from './session.ts'
import type { Tools } from './tools.ts'
import { bytesOf, openWith } from './unlock.ts'

/** What can be wrong with what was typed from the sheet. `other-sheet`: rightly typed, but not of this place. */
export type WrongSheet = 'wrong-letters' | 'wrong-checksum' | 'other-sheet'

/**
 * Opens a device with the sheet from the safe, when there is no colleague to let it in: proof to the server, bundle of
 * the sheet, and from it a bundle for this device, so that tomorrow the password is enough.
 */
export async function recover(
  tools: Tools,
  placed: Placed,
  typed: string,
  password: string
): Promise<Open | WrongSheet | 'wrong-password' | 'broken' | 'forged' | 'no-storage' | Refused> {
  const seed = readSheet(typed)
  if (typeof seed === 'string') return seed
  // an earlier try may have left a device here that only lacks its bundle
  const before = await readKept(tools.keyring, placed.me.id)
  const place = await findPlace(tools, placed.me, before ?? { root: placed.root })
  if (place === 'unplaced') return 'broken'
  if (place === 'forged' || 'refused' in place) return place

  const answer = await ask(tools.fetch, {
    method: 'POST',
    path: '/v1/desk/recovery/bundle',
    body: { proof: toBase64url(await recoveryProof(seed)) },
    answer: BundleAnswer
  })
  if ('refused' in answer) return answer.refused === 'wrong-secret' ? 'other-sheet' : answer
  const location = fromBase64url(place.profile.id)
  const holder = await recoveryKey(seed)
  const cards = cardsOf(place.profile) ?? []
  const bundle = bytesOf(answer.ok.bundle ?? '')
  const secret = await openBundle(bundle, holder, { kind: 'recovery', id: holder.id, location }, cards)
  if (secret === 'unreadable') return 'broken'

  const kept = before ?? (await addDevice(tools, place.me.id, place, tools.deviceName))
  if (kept === 'no-storage' || 'refused' in kept) return kept
  const known = knownOf(place, kept)
  const epoch = newestEpoch(secret)
  const { id, publicKey } = kept.record
  const own = await sealBundle(secret, { kind: 'device', id, publicKey }, location, await sha256(cards[epoch]!))
  const put = await ask(tools.fetch, {
    method: 'PUT',
    path: `/v1/desk/devices/${known.deviceId}/bundle`,
    body: { bundle: toBase64url(own), epoch, password }
  })
  if ('refused' in put) return put.refused === 'wrong-secret' ? 'wrong-password' : put
  return openWith(tools, known, secret, place.epoch)
}

/** Types the sheet back: the proof that it is on paper. From then on the place is for real residents. */
export async function typeBack(
  { fetch }: Pick<Tools, 'fetch'>,
  typed: string
): Promise<{ profile: LocationProfile } | WrongSheet | Refused> {
  const seed = readSheet(typed)
  if (typeof seed === 'string') return seed
  const answer = await ask(fetch, {
    method: 'POST',
    path: '/v1/desk/recovery/drill',
    body: { proof: toBase64url(await recoveryProof(seed)) },
    answer: LocationProfile
  })
  if ('ok' in answer) return { profile: answer.ok }
  return answer.refused === 'wrong-secret' ? 'other-sheet' : answer
}
