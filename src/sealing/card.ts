import { concat, equal } from '#wire/bytes.ts'
import { sha256 } from '#wire/digest.ts'
import { epochBytes } from './labels.ts'
import { verify } from './verify.ts'

/**
 * The public half of a team's keys in one epoch, in fixed order:
 *
 * version 1 | location 16 | epoch u32 | sealing key 65 | signing key 65 | SHA-256 of the card before 32 | created u64
 * = 191 bytes, then the signature of the team that was: 64 bytes. Card 0 is signed by itself.
 */
export const CARD_LENGTH = 255
const SIGNED_LENGTH = 191

export interface TeamCard {
  /** 16 bytes. */
  readonly location: Uint8Array
  /** 0 for the first card, then one higher each time. */
  readonly epoch: number
  /** What envelopes are sealed to; 65 bytes. */
  readonly hpkePublic: Uint8Array
  /** What signs bundles and the next card; 65 bytes. */
  readonly signPublic: Uint8Array
  /** 32 bytes; zeros on card 0. */
  readonly previousHash: Uint8Array
  /** Milliseconds since 1970, as the device that made it claims. */
  readonly createdAt: number
}

/** The part of a card that is signed. */
export function cardBody(card: TeamCard): Uint8Array<ArrayBuffer> {
  const created = new Uint8Array(8)
  new DataView(created.buffer).setBigUint64(0, BigInt(card.createdAt))
  const start = Uint8Array.of(1)
  return concat(
    start,
    card.location,
    epochBytes(card.epoch),
    card.hpkePublic,
    card.signPublic,
    card.previousHash,
    created
  )
}

/** Reads a card without believing it: only `verifyChain` says whether it is to be trusted. */
export function readCard(bytes: Uint8Array): TeamCard | 'malformed' {
  if (bytes.length !== CARD_LENGTH || bytes[0] !== 1 || bytes[21] !== 4 || bytes[86] !== 4) return 'malformed'
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const createdAt = Number(view.getBigUint64(183))
  if (!Number.isSafeInteger(createdAt)) return 'malformed'
  return {
    location: bytes.slice(1, 17),
    epoch: view.getUint32(17),
    hpkePublic: bytes.slice(21, 86),
    signPublic: bytes.slice(86, 151),
    previousHash: bytes.slice(151, 183),
    createdAt
  }
}

/** What this device already knows of a location, from outside the server's answers where it can. */
export interface Pin {
  readonly location: Uint8Array
  /** SHA-256 of card 0: all 32 bytes (invite, tablet) or its first 16 (poster). Absent: trust on first use. */
  readonly root?: Uint8Array | undefined
  /** The highest epoch seen before: an older chain is somebody turning back the clock. */
  readonly atLeastEpoch?: number | undefined
}

export interface Forged {
  readonly forged: 'signature' | 'root' | 'location' | 'order' | 'rollback' | 'malformed'
}

/**
 * Walks the chain of cards from card 0 to the newest, and gives the newest when every link holds: same location,
 * epochs without a gap, each card naming the hash of the one before and signed by it, card 0 the one we pinned.
 * This is what keeps a server from handing a resident's device a key of its own.
 *
 * @param cards oldest first, as `LocationProfile.cards` has them
 */
export async function verifyChain(
  cards: readonly Uint8Array[],
  pin: Pin
): Promise<{ card: TeamCard; root: Uint8Array } | Forged> {
  const first = cards[0]
  if (!first) return { forged: 'malformed' }
  const root = await sha256(first)
  let previousHash: Uint8Array = new Uint8Array(32)
  let signer: TeamCard | undefined
  for (const [epoch, bytes] of cards.entries()) {
    const card = readCard(bytes)
    if (card === 'malformed') return { forged: 'malformed' }
    if (!equal(card.location, pin.location)) return { forged: 'location' }
    if (card.epoch !== epoch || !equal(card.previousHash, previousHash)) return { forged: 'order' }
    const signature = bytes.slice(SIGNED_LENGTH)
    const key = (signer ?? card).signPublic
    if (!(await verify(key, signature, 'card', bytes.slice(0, SIGNED_LENGTH)))) return { forged: 'signature' }
    previousHash = await sha256(bytes)
    signer = card
  }
  if (pin.root && !isRoot(pin.root, root)) return { forged: 'root' }
  if (cards.length - 1 < (pin.atLeastEpoch ?? 0)) return { forged: 'rollback' }
  return { card: signer!, root }
}

/** A pin of any other length pins nothing, and so is refused. */
function isRoot(pinned: Uint8Array, root: Uint8Array): boolean {
  return (pinned.length === 16 || pinned.length === 32) && equal(pinned, root.slice(0, pinned.length))
}
