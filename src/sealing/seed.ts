import { derive } from './derive.ts'

/**
 * One secret per act of sharing, on the resident's side only: 16 random bytes. Everything that proves "this was mine"
 * comes from it under labels of its own; today that is the withdrawal. A mailbox, a reply key and a take-home key can
 * be added beside it without changing what exists.
 */
export function newSeed(): Uint8Array<ArrayBuffer> {
  return crypto.getRandomValues(new Uint8Array(16))
}

/** The 32 bytes that withdraw an envelope. Its SHA-256 stands in the header; the server never sees the seed. */
export function withdrawSecret(seed: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
  return derive(seed, 'withdraw', 32)
}
