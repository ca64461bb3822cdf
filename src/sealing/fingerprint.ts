import { sha256 } from '#wire/digest.ts'
import { labelled } from './labels.ts'

/**
 * 20 digits in 5 groups of 4, which two people compare before one lets the other's device in. They cover the device's
 * key, its id and the team's root, so a server can swap none of the three unseen. 66 bits: with six digits a server
 * would simply make keys until the digits agree.
 */
export async function fingerprint(
  devicePublic: Uint8Array,
  deviceId: Uint8Array,
  rootHash: Uint8Array
): Promise<string> {
  const hash = await sha256(labelled('fingerprint', devicePublic, deviceId, rootHash))
  const number = hash.slice(0, 16).reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n)
  const digits = String(number % 10n ** 20n).padStart(20, '0')
  return digits.match(/.{4}/g)!.join(' ')
}
