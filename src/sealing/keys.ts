import { concat, fromBase64url, toBase64url } from '#wire/bytes.ts'
import { sha256 } from '#wire/digest.ts'
import { cardBody, readCard, type TeamCard } from './card.ts'
import { labelled, type labels } from './labels.ts'
import { suite } from './suite.ts'
import { ECDSA } from './verify.ts'

/** What an unlocked desk holds while it works: keys that open, and that no script can read out. */
export interface TeamKeys {
  /** 16 bytes. */
  readonly location: Uint8Array
  readonly epochs: ReadonlyMap<number, EpochKeys>
}

export interface EpochKeys {
  readonly epoch: number
  readonly hpkePrivate: CryptoKey
  readonly hpkePublic: CryptoKey
}

/**
 * The private halves as bytes. Lives only between opening one bundle and sealing the next; `TeamKeys` is for the day.
 * Older epochs stay for envelopes that an offline tablet still holds; only the newest signs.
 */
export interface TeamSecret {
  readonly location: Uint8Array
  /** Oldest first; the last one is the newest. At least one. */
  readonly epochs: readonly {
    readonly epoch: number
    readonly hpkePrivate: Uint8Array
    readonly hpkePublic: Uint8Array
  }[]
  readonly signPrivate: Uint8Array
  readonly signPublic: Uint8Array
}

/** The keys of a new location, with card 0, which signs itself. */
export async function makeTeam(location: Uint8Array, now: number): Promise<{ card: Uint8Array; secret: TeamSecret }> {
  const secret = await freshEpoch(location, [])
  return { card: await signedCard(secret, secret, new Uint8Array(32), now), secret }
}

/** The next epoch, signed by the one before: after a device or a colleague went, and once a year. */
export async function renewTeam(
  old: TeamSecret,
  lastCard: Uint8Array,
  now: number
): Promise<{ card: Uint8Array; secret: TeamSecret }> {
  const last = readCard(lastCard)
  if (last === 'malformed' || last.epoch !== newestEpoch(old)) throw new TypeError('not the newest card of this team')
  const secret = await freshEpoch(old.location, old.epochs)
  return { card: await signedCard(secret, old, await sha256(lastCard), now), secret }
}

export function newestEpoch(secret: TeamSecret): number {
  return secret.epochs[secret.epochs.length - 1]!.epoch
}

async function freshEpoch(location: Uint8Array, older: TeamSecret['epochs']): Promise<TeamSecret> {
  const hpke = suite()
  const sealing = await hpke.GenerateKeyPair(true)
  const signing = await crypto.subtle.generateKey(ECDSA, true, ['sign', 'verify'])
  const fresh = {
    epoch: older.length === 0 ? 0 : older[older.length - 1]!.epoch + 1,
    hpkePrivate: await hpke.SerializePrivateKey(sealing.privateKey),
    hpkePublic: await hpke.SerializePublicKey(sealing.publicKey)
  }
  return {
    location,
    epochs: [...older, fresh],
    // by way of JWK: browsers do not agree on where pkcs8 has the scalar
    signPrivate: fromBase64url((await crypto.subtle.exportKey('jwk', signing.privateKey)).d!),
    signPublic: new Uint8Array(await crypto.subtle.exportKey('raw', signing.publicKey))
  }
}

async function signedCard(
  fresh: TeamSecret,
  signer: TeamSecret,
  previousHash: Uint8Array,
  createdAt: number
): Promise<Uint8Array> {
  const { epoch, hpkePublic } = fresh.epochs[fresh.epochs.length - 1]!
  const card: TeamCard = {
    location: fresh.location,
    epoch,
    hpkePublic,
    signPublic: fresh.signPublic,
    previousHash,
    createdAt
  }
  const body = cardBody(card)
  return concat(body, await sign(signer, 'card', body))
}

/** Signs as the team, under a label. 64 bytes. */
export async function sign(
  secret: TeamSecret,
  label: keyof typeof labels,
  ...parts: readonly Uint8Array[]
): Promise<Uint8Array<ArrayBuffer>> {
  const key = await privateKey(secret.signPrivate, secret.signPublic, ECDSA, 'sign')
  return new Uint8Array(await crypto.subtle.sign(ECDSA, key, labelled(label, ...parts)))
}

/** A private P-256 key from its 32-byte scalar and 65-byte point, not extractable. */
export function privateKey(
  scalar: Uint8Array,
  point: Uint8Array,
  algorithm: EcKeyImportParams,
  usage: 'sign' | 'deriveBits'
): Promise<CryptoKey> {
  const jwk = {
    kty: 'EC',
    crv: 'P-256',
    d: toBase64url(scalar),
    x: toBase64url(point.slice(1, 33)),
    y: toBase64url(point.slice(33))
  }
  return crypto.subtle.importKey('jwk', jwk, algorithm, false, [usage])
}
