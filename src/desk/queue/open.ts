import { parseSummary } from '#intake/summary.ts'
import type { TeamKeys } from '#sealing/keys.ts'
import { open } from '#sealing/open.ts'
import { fromBase64url, toBase64url } from '#wire/bytes.ts'
import { SCHEMA_VERSION } from '#wire/envelope.ts'
import type { QueueItem } from '#wire/queue.ts'

import type { Content } from './queue.ts'

/**
 * Opens one envelope on this device. Whatever is inside, it answers: a broken card must never hinder the others.
 * The id is compared with the one under the seal, so that a server cannot show one resident's card as another's.
 */
export async function openItem(item: QueueItem, keys: TeamKeys): Promise<Content> {
  try {
    const opened = await open(fromBase64url(item.envelope), keys)
    if (opened === 'unreadable' || toBase64url(opened.header.id) !== item.id) return { is: 'unreadable' }
    const summary = parseSummary(opened.plaintext)
    if (summary === 'unknown-version') return { is: 'newer' }
    if (summary !== 'malformed' && summary.id === item.id)
      return { is: 'open', summary, hereNow: opened.header.hereNow }
    return { is: opened.header.schemaVersion > SCHEMA_VERSION ? 'newer' : 'unreadable' }
  } catch {
    return { is: 'unreadable' }
  }
}
