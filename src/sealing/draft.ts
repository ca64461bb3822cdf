import { concat } from '#wire/bytes.ts'
import { pad, unpad } from './padding.ts'

/** AES-256-GCM. On a kiosk it lives in memory only: to forget it is to wipe the draft. */
export type DraftKey = CryptoKey

const AES = { name: 'AES-GCM', length: 256 } as const
const NONCE = 12
/** Drafts grow in steps of this many bytes, so that their size on disk tells little of what was answered. */
const BLOCK = 1024

export function newDraftKey(): Promise<DraftKey> {
  return crypto.subtle.generateKey(AES, true, ['encrypt', 'decrypt'])
}

/**
 * Closes the answers of a running visit, because deleting from a browser's storage leaves the bytes on its disk.
 *
 * @param aad anything the draft must stay bound to; `openDraft` needs the same
 * @returns nonce 12 | ciphertext and tag
 */
export async function closeDraft(key: DraftKey, bytes: Uint8Array, aad = new Uint8Array()): Promise<Uint8Array> {
  // a random nonce each time: two drafts under one key and nonce would give both away
  const iv = crypto.getRandomValues(new Uint8Array(NONCE))
  const padded = pad(bytes, (Math.floor(bytes.length / BLOCK) + 1) * BLOCK)
  const closed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: aad }, key, padded)
  return concat(iv, new Uint8Array(closed))
}

export async function openDraft(
  key: DraftKey,
  bytes: Uint8Array,
  aad = new Uint8Array()
): Promise<Uint8Array | 'unreadable'> {
  try {
    const iv = bytes.slice(0, NONCE)
    const closed = bytes.slice(NONCE) as BufferSource
    const padded = await crypto.subtle.decrypt({ name: 'AES-GCM', iv, additionalData: aad }, key, closed)
    return unpad(new Uint8Array(padded)) ?? 'unreadable'
  } catch {
    // WebCrypto says OperationError for every reason there is: wrong key, wrong aad, changed or cut bytes
    return 'unreadable'
  }
}

/** For the own phone only, which keeps key and draft side by side for at most an hour. 32 bytes. */
export async function exportDraftKey(key: DraftKey): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await crypto.subtle.exportKey('raw', key))
}

export function importDraftKey(bytes: Uint8Array): Promise<DraftKey> {
  return crypto.subtle.importKey('raw', bytes as BufferSource, AES, true, ['encrypt', 'decrypt'])
}
