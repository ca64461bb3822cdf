import { hash } from 'node:crypto'

/** SHA-256, 32 bytes. */
export function sha256(bytes: Uint8Array): Buffer {
  return hash('sha256', bytes, 'buffer')
}

/** How an erased envelope is remembered: base64url of the SHA-256 of its id as text. */
export function idHash(id: string): string {
  return hash('sha256', id, 'base64url')
}
