import { equal } from '#wire/bytes.ts'

/**
 * The code of 4 to 8 digits with which staff open the menu of a tablet. It keeps a curious visitor out, not a thief:
 * whoever copies the disk can try all codes, however slow each try is made. It guards no key and no card; the menu
 * shows counts and settings only.
 */
export interface StaffCode {
  /** 16 random bytes. */
  readonly salt: Uint8Array
  readonly rounds: number
  /** 32 bytes. */
  readonly hash: Uint8Array
}

/** PBKDF2 rounds: about a second on a ten-year-old tablet. */
const ROUNDS = 200_000

/** What a tablet keeps of a staff code: never the code itself. */
export async function makeStaffCode(code: string): Promise<StaffCode> {
  const salt = crypto.getRandomValues(new Uint8Array(16))
  return { salt, rounds: ROUNDS, hash: await stretch(code, salt, ROUNDS) }
}

export async function checkStaffCode(code: string, { salt, rounds, hash }: StaffCode): Promise<boolean> {
  return equal(await stretch(code, salt, rounds), hash)
}

async function stretch(code: string, salt: Uint8Array, rounds: number): Promise<Uint8Array> {
  const base = await crypto.subtle.importKey('raw', new TextEncoder().encode(code), 'PBKDF2', false, ['deriveBits'])
  const how = { name: 'PBKDF2', hash: 'SHA-256', salt: salt as BufferSource, iterations: rounds }
  return new Uint8Array(await crypto.subtle.deriveBits(how, base, 256))
}
