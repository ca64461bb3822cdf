import { hash } from 'node:crypto'

/** SHA-256, 32 bytes. */
export function sha256(bytes: Uint8Array): Buffer {
  return hash('sha256', bytes, 'buffer')
}

/** How an erased envelope is remembered: base64url of the SHA-256 of its id as text. */
export function idHash(id: string): string {
  return hash('sha256', id, 'base64url')
}

/** As `toBase64url` of the wire, by the runtime's own code: a queue page writes 50 envelopes this way. */
export function base64url(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64url')
}
