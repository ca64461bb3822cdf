import { sha256 } from '#wire/digest.ts'
import { derive } from './derive.ts'
import type { HolderKey } from './device.ts'
import { labelled } from './labels.ts'
import { suite } from './suite.ts'

/** Crockford's letters: no I, L, O or U, so that nothing on paper is read as something else. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** The 16 random bytes that the recovery sheet in the safe carries. */
export function newRecovery(): Uint8Array<ArrayBuffer> {
  return crypto.getRandomValues(new Uint8Array(16))
}

/** 7 groups of 4 letters: 128 bits of seed and a 12-bit checksum. */
export function writeSheet(seed: Uint8Array): string {
  if (seed.length !== 16) throw new RangeError('a seed is 16 bytes')
  let bits = (toNumber(seed) << 12n) | BigInt(checksum(seed))
  let text = ''
  for (let i = 0; i < 28; i++) {
    text = LETTERS[Number(bits & 31n)]! + text
    bits >>= 5n
  }
  return text.match(/.{4}/g)!.join('-')
}

/**
 * Reads a sheet as people type it: small letters, spaces, O for 0 and I or L for 1 are fine.
 *
 * @returns 'wrong-letters' when it is not 28 letters of the sheet, 'wrong-checksum' when one was misread
 */
export function readSheet(text: string): Uint8Array | 'wrong-letters' | 'wrong-checksum' {
  const letters = text.toUpperCase().replaceAll(/[\s-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1')
  const values = Array.from(letters, letter => LETTERS.indexOf(letter))
  if (values.length !== 28 || values.includes(-1)) return 'wrong-letters'
  const bits = values.reduce((sum, value) => (sum << 5n) | BigInt(value), 0n)
  const seed = fromNumber(bits >> 12n)
  return checksum(seed) === Number(bits & 0xfffn) ? seed : 'wrong-checksum'
}

/** The key that the recovery bundle is sealed to. Its id follows from the key: nothing else needs to be kept. */
export async function recoveryKey(seed: Uint8Array): Promise<HolderKey> {
  const hpke = suite()
  const pair = await hpke.DeriveKeyPair(await derive(seed, 'recoveryKey', 32))
  const publicKey = await hpke.SerializePublicKey(pair.publicKey)
  const id = (await sha256(labelled('recoveryId', publicKey))).slice(0, 16)
  return { id, publicKey, pair: pair as HolderKey['pair'] }
}

/** What tells the server that somebody has the sheet in hand. The server keeps its SHA-256; 32 bytes. */
export function recoveryProof(seed: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
  return derive(seed, 'recoveryProof', 32)
}

/**
 * CRC-12 (polynomial 0x80F). A cyclic code sees every error that lies within 12 bits in a row: every changed letter
 * and every pair of neighbours that changed places, not merely nearly all of them as a cut-off hash would.
 */
function checksum(seed: Uint8Array): number {
  let crc = 0xfff
  for (const byte of seed) {
    crc ^= byte << 4
    for (let bit = 0; bit < 8; bit++) crc = crc & 0x800 ? ((crc << 1) ^ 0x80f) & 0xfff : crc << 1
  }
  return crc
}

function toNumber(bytes: Uint8Array): bigint {
  return bytes.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n)
}

function fromNumber(bits: bigint): Uint8Array<ArrayBuffer> {
  return Uint8Array.from({ length: 16 }, (_, i) => Number((bits >> BigInt((15 - i) * 8)) & 255n))
}
