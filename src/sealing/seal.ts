import { concat } from '#wire/bytes.ts'
import { type Header, PLAINTEXT_LENGTH, writeHeader } from '#wire/envelope.ts'
import { epochBytes, labelled } from './labels.ts'
import { pad } from './padding.ts'
import { suite } from './suite.ts'

/**
 * Closes a summary for the team of one location: HPKE in base mode, a fresh key pair for every envelope. The whole
 * header is authenticated, and location and epoch are bound a second time in `info`: an envelope that is moved to
 * another place, another epoch or another id does not open.
 *
 * Nobody signs. A resident has no identity here, so an envelope says what was written, never by whom.
 *
 * @param teamPublicKey 65 bytes, from a card that `verifyChain` accepted
 * @returns 4,252 bytes, whatever the length of the plain text
 * @throws RangeError when the plain text is longer than 4,095 bytes
 */
export async function seal(
  plaintext: Uint8Array,
  header: Header,
  teamPublicKey: Uint8Array
): Promise<Uint8Array<ArrayBuffer>> {
  const aad = writeHeader(header)
  const padded = pad(plaintext, PLAINTEXT_LENGTH)
  const hpke = suite()
  const team = await hpke.DeserializePublicKey(teamPublicKey)
  const info = summaryInfo(header.location, header.epoch)
  const { encapsulatedSecret, ciphertext } = await hpke.Seal(team, padded, { aad, info })
  return concat(aad, encapsulatedSecret, ciphertext)
}

export function summaryInfo(location: Uint8Array, epoch: number): Uint8Array<ArrayBuffer> {
  return labelled('summary', location, epochBytes(epoch))
}
