import { labelled } from './labels.ts'

const ECDH = { name: 'ECDH', namedCurve: 'P-256' } as const

/** Somebody to whom a bundle can be sealed, with the private half in hand: a device, or the recovery sheet. */
export interface HolderKey {
  /** 16 bytes. */
  readonly id: Uint8Array
  /** 65 bytes. */
  readonly publicKey: Uint8Array
  readonly pair: { readonly privateKey: CryptoKey; readonly publicKey: CryptoKey }
}
export type DeviceKey = HolderKey

/** What the keyring keeps between days: useless without the server's share. Structured-clonable. */
export interface DeviceRecord {
  readonly id: Uint8Array
  readonly publicKey: Uint8Array
  /** This browser's half of the lock: HKDF, not extractable. A thief of the disk has it all the same. */
  readonly localKey: CryptoKey
  readonly iv: Uint8Array
  /** The private key (pkcs8) under AES-256-GCM. */
  readonly wrapped: Uint8Array
}

/** A key pair that was just made, before the server gave its half of the lock. In memory only. */
export interface FreshDevice {
  readonly id: Uint8Array
  readonly publicKey: Uint8Array
  readonly pair: CryptoKeyPair
}

/** Makes this browser's key pair. Its id and public key go to the server, which answers with its share. */
export async function makeDevice(): Promise<FreshDevice> {
  // extractable once, so that `lockDevice` can wrap it; what `unlockDevice` gives is not
  const pair = await crypto.subtle.generateKey(ECDH, true, ['deriveBits'])
  return {
    id: crypto.getRandomValues(new Uint8Array(16)),
    publicKey: new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey)),
    pair
  }
}

/**
 * Puts the device's private key behind two halves: one in this browser, one on the server, which hands it only to a
 * signed-in session of a device that was not revoked. Either half alone opens nothing.
 *
 * @param serverShare 32 bytes
 */
export async function lockDevice(fresh: FreshDevice, serverShare: Uint8Array): Promise<DeviceRecord> {
  const local = crypto.getRandomValues(new Uint8Array(32))
  const localKey = await crypto.subtle.importKey('raw', local, 'HKDF', false, ['deriveKey'])
  local.fill(0)
  const iv = crypto.getRandomValues(new Uint8Array(12))
  const record = { id: fresh.id, publicKey: fresh.publicKey, localKey, iv }
  const kek = await keyEncryptionKey(record, serverShare)
  const wrapped = await crypto.subtle.wrapKey('pkcs8', fresh.pair.privateKey, kek, lockParams(record))
  return { ...record, wrapped: new Uint8Array(wrapped) }
}

/** The device's key for this session. It is unwrapped straight into WebCrypto: its bytes never pass through script. */
export async function unlockDevice(record: DeviceRecord, serverShare: Uint8Array): Promise<DeviceKey | 'wrong-share'> {
  const kek = await keyEncryptionKey(record, serverShare)
  try {
    const privateKey = await crypto.subtle.unwrapKey(
      'pkcs8',
      record.wrapped as BufferSource,
      kek,
      lockParams(record),
      ECDH,
      false,
      ['deriveBits']
    )
    const publicKey = await crypto.subtle.importKey('raw', record.publicKey as BufferSource, ECDH, true, [])
    return { id: record.id, publicKey: record.publicKey, pair: { privateKey, publicKey } }
  } catch {
    return 'wrong-share'
  }
}

type Lock = Pick<DeviceRecord, 'id' | 'publicKey' | 'localKey' | 'iv'>

function keyEncryptionKey({ id, localKey }: Lock, serverShare: Uint8Array): Promise<CryptoKey> {
  if (serverShare.length !== 32) throw new RangeError('a share is 32 bytes')
  const salt = serverShare as Uint8Array<ArrayBuffer>
  const hkdf = { name: 'HKDF', hash: 'SHA-256', salt, info: labelled('device', id) }
  return crypto.subtle.deriveKey(hkdf, localKey, { name: 'AES-GCM', length: 256 }, false, ['wrapKey', 'unwrapKey'])
}

/** The public key is authenticated too, so that nobody can put another one beside the wrapped private key. */
function lockParams({ iv, publicKey }: Lock): AesGcmParams {
  return { name: 'AES-GCM', iv: iv as BufferSource, additionalData: publicKey as BufferSource }
}
