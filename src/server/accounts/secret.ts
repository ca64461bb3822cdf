import { createHash, randomBytes } from 'node:crypto'

/** 32 random bytes as base64url: session tokens and the secrets in one-time links. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url')
}

/** SHA-256 as base64url. A plain hash is enough for secrets of 256 random bits (ASVS 5 V6.5.2). */
export function hash(secret: string | Uint8Array): string {
  return createHash('sha256').update(secret).digest('base64url')
}
