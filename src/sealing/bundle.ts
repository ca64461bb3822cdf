import { concat } from '#wire/bytes.ts'
import { sha256 } from '#wire/digest.ts'
import { readCard, verifyChain } from './card.ts'
import type { HolderKey } from './device.ts'
import { epochBytes, labelled } from './labels.ts'
import { type EpochKeys, newestEpoch, privateKey, sign, type TeamKeys, type TeamSecret } from './keys.ts'
import { orUnreadable } from './open.ts'
import { suite } from './suite.ts'
import { verify } from './verify.ts'

/** For whom a bundle is; the number is bound into it, so that one kind can never stand for another. */
const kinds = { device: 1, person: 2, recovery: 3 } as const

export interface Recipient {
  readonly kind: keyof typeof kinds
  /** 16 bytes. */
  readonly id: Uint8Array
}

/**
 * Seals the team's private keys to one device, person or recovery sheet, and signs it as the team, so that the server
 * can neither read a bundle nor make one:
 *
 * version 1 | epoch u32 | encapsulated key 65 | ciphertext | signature 64
 *
 * @param cardHash SHA-256 of the newest team card
 */
export async function sealBundle(
  secret: TeamSecret,
  recipient: Recipient & { readonly publicKey: Uint8Array },
  location: Uint8Array,
  cardHash: Uint8Array
): Promise<Uint8Array<ArrayBuffer>> {
  const epoch = newestEpoch(secret)
  const hpke = suite()
  const holder = await hpke.DeserializePublicKey(recipient.publicKey)
  const info = bundleInfo(location, epoch, recipient)
  const { encapsulatedSecret, ciphertext } = await hpke.Seal(holder, writeSecret(secret), { aad: cardHash, info })
  const body = concat(Uint8Array.of(1), epochBytes(epoch), encapsulatedSecret, ciphertext)
  return concat(body, await sign(secret, 'signedBundle', info, cardHash, body))
}

/**
 * Opens a bundle that was made for this holder, at this location, by this team.
 *
 * @param cards the chain, oldest first, which the caller verified against the root it has pinned
 */
export async function openBundle(
  bytes: Uint8Array,
  holder: HolderKey,
  recipient: Recipient & { readonly location: Uint8Array },
  cards: readonly Uint8Array[]
): Promise<TeamSecret | 'unreadable'> {
  if (bytes.length < 5 + 65 + 16 + 64 || bytes[0] !== 1) return 'unreadable'
  const epoch = new DataView(bytes.buffer, bytes.byteOffset).getUint32(1)
  const chain = cards.slice(0, epoch + 1)
  const verified = await verifyChain(chain, { location: recipient.location, atLeastEpoch: epoch })
  if ('forged' in verified) return 'unreadable'
  const cardHash = await sha256(chain[epoch]!)
  const info = bundleInfo(recipient.location, epoch, recipient)
  const body = bytes.slice(0, -64)
  const signature = bytes.slice(-64)
  if (!(await verify(verified.card.signPublic, signature, 'signedBundle', info, cardHash, body))) return 'unreadable'
  const opened = await orUnreadable(
    suite().Open(holder.pair, body.slice(5, 70), body.slice(70), { aad: cardHash, info })
  )
  return opened === 'unreadable' ? 'unreadable' : readSecret(opened, recipient.location, chain)
}

/** The keys for the day: they open cards, and cannot be read out by any script. */
export async function teamKeys(secret: TeamSecret): Promise<TeamKeys> {
  const ecdh = { name: 'ECDH', namedCurve: 'P-256' }
  const epochs = new Map<number, EpochKeys>()
  for (const { epoch, hpkePrivate, hpkePublic } of secret.epochs) {
    epochs.set(epoch, {
      epoch,
      hpkePrivate: await privateKey(hpkePrivate, hpkePublic, ecdh, 'deriveBits'),
      hpkePublic: await crypto.subtle.importKey('raw', hpkePublic as BufferSource, ecdh, true, [])
    })
  }
  return { location: secret.location, epochs }
}

function bundleInfo(location: Uint8Array, epoch: number, { kind, id }: Recipient): Uint8Array<ArrayBuffer> {
  return labelled('bundle', location, epochBytes(epoch), Uint8Array.of(kinds[kind]), id)
}

/** version 1 | signing key 32 | for each epoch: epoch u32, sealing key 32. Public halves stand on the cards. */
function writeSecret({ signPrivate, epochs }: TeamSecret): Uint8Array {
  const keys = epochs.map(({ epoch, hpkePrivate }) => concat(epochBytes(epoch), hpkePrivate))
  return concat(Uint8Array.of(1), signPrivate, ...keys)
}

function readSecret(bytes: Uint8Array, location: Uint8Array, chain: readonly Uint8Array[]): TeamSecret | 'unreadable' {
  if (bytes[0] !== 1 || bytes.length < 69 || (bytes.length - 33) % 36 !== 0) return 'unreadable'
  const view = new DataView(bytes.buffer, bytes.byteOffset)
  const epochs: TeamSecret['epochs'][number][] = []
  for (let at = 33; at < bytes.length; at += 36) {
    const epoch = view.getUint32(at)
    const card = readCard(chain[epoch] ?? new Uint8Array())
    if (card === 'malformed') return 'unreadable'
    epochs.push({ epoch, hpkePrivate: bytes.slice(at + 4, at + 36), hpkePublic: card.hpkePublic })
  }
  const newest = readCard(chain[chain.length - 1]!)
  if (newest === 'malformed' || epochs[epochs.length - 1]!.epoch !== newest.epoch) return 'unreadable'
  return { location, epochs, signPrivate: bytes.slice(1, 33), signPublic: newest.signPublic }
}
