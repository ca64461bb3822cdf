import { DecapError, DeserializeError, OpenError } from 'hpke'

import { equal } from '#wire/bytes.ts'
import { HEADER_LENGTH, type Header, readHeader } from '#wire/envelope.ts'
import type { TeamKeys } from './keys.ts'
import { unpad } from './padding.ts'
import { summaryInfo } from './seal.ts'
import { suite } from './suite.ts'

const ENC_END = HEADER_LENGTH + 65

/**
 * Opens an envelope with the keys of a team.
 *
 * 'unreadable' stands for everything that is not an intact envelope for this team: another location, an epoch whose
 * key we do not have, a changed bit. No more is told apart, because nothing more can be done about it.
 */
export async function open(
  envelope: Uint8Array,
  keys: TeamKeys
): Promise<{ header: Header; plaintext: Uint8Array } | 'unreadable'> {
  const header = readHeader(envelope)
  if (typeof header === 'string' || !equal(header.location, keys.location)) return 'unreadable'
  const epoch = keys.epochs.get(header.epoch)
  if (!epoch) return 'unreadable'
  const opened = await orUnreadable(
    suite().Open(
      { privateKey: epoch.hpkePrivate, publicKey: epoch.hpkePublic },
      envelope.slice(HEADER_LENGTH, ENC_END),
      envelope.slice(ENC_END),
      { aad: envelope.slice(0, HEADER_LENGTH), info: summaryInfo(header.location, header.epoch) }
    )
  )
  const plaintext = opened === 'unreadable' ? undefined : unpad(opened)
  return plaintext ? { header, plaintext } : 'unreadable'
}

/** A seal that does not hold is an expected outcome; anything else that goes wrong is a bug and stays an error. */
export async function orUnreadable(opening: Promise<Uint8Array>): Promise<Uint8Array | 'unreadable'> {
  try {
    return await opening
  } catch (error) {
    if (error instanceof OpenError || error instanceof DecapError || error instanceof DeserializeError) {
      return 'unreadable'
    }
    throw error
  }
}
