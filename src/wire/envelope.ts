import { concat } from './bytes.ts'

/**
 * The sealed envelope as bytes in a fixed order:
 *
 * magic "WW" 2 | version 1 | suite 1 | location 16 | epoch u32 | id 16 | schema version u16
 * | flags 1 (bit 0: hereNow) | withdraw hash 32 = header, 75 bytes, authenticated
 * | encapsulated key 65 | ciphertext 4096 + tag 16
 */
export const HEADER_LENGTH = 75
export const PLAINTEXT_LENGTH = 4096
export const ENVELOPE_LENGTH = HEADER_LENGTH + 65 + PLAINTEXT_LENGTH + 16
/** A request body over this many bytes is refused with 413 before it is read. */
export const BODY_LIMIT = 20 * 1024
export const SUITE = 0x01
export const SCHEMA_VERSION = 1

/** What stands outside the seal, and so everything the server can read of a card. */
export interface Header {
  /** 16 bytes. */
  readonly location: Uint8Array
  readonly epoch: number
  /** 16 random bytes, made on the resident's device. */
  readonly id: Uint8Array
  readonly schemaVersion: number
  /** The resident says: I am waiting here now. */
  readonly hereNow: boolean
  /** SHA-256 of the secret that withdraws this envelope; 32 bytes. */
  readonly withdrawHash: Uint8Array
}

export function writeHeader(header: Header): Uint8Array<ArrayBuffer> {
  const start = new Uint8Array([0x57, 0x57, 0x01, SUITE])
  const epoch = new Uint8Array(4)
  new DataView(epoch.buffer).setUint32(0, header.epoch)
  const tail = new Uint8Array(3)
  new DataView(tail.buffer).setUint16(0, header.schemaVersion)
  tail[2] = header.hereNow ? 1 : 0
  const bytes = concat(start, header.location, epoch, header.id, tail, header.withdrawHash)
  if (bytes.length !== HEADER_LENGTH) throw new RangeError('location and id are 16 bytes, the hash is 32')
  return bytes
}

/** Why bytes are not an envelope. Nothing that is not an envelope is ever stored: there is no plain-text path. */
export type Malformed = 'length' | 'magic' | 'version' | 'suite' | 'flags' | 'key'

/** Reads the header of a whole envelope, or says what is wrong with it. */
export function readHeader(envelope: Uint8Array): Header | Malformed {
  if (envelope.length !== ENVELOPE_LENGTH) return 'length'
  if (envelope[0] !== 0x57 || envelope[1] !== 0x57) return 'magic'
  if (envelope[2] !== 0x01) return 'version'
  if (envelope[3] !== SUITE) return 'suite'
  const view = new DataView(envelope.buffer, envelope.byteOffset, envelope.byteLength)
  const flags = envelope[42]!
  if (flags > 1) return 'flags'
  // an uncompressed P-256 point starts with 4
  if (envelope[HEADER_LENGTH] !== 0x04) return 'key'
  return {
    location: envelope.slice(4, 20),
    epoch: view.getUint32(20),
    id: envelope.slice(24, 40),
    schemaVersion: view.getUint16(40),
    hereNow: flags === 1,
    withdrawHash: envelope.slice(43, 75)
  }
}
