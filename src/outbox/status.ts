import type { OutboxRow } from '#store/outbox.ts'
import { isReceipt } from '#wire/receipt.ts'

import { TIMEOUT } from './ask.ts'

/**
 * What a page may say of a row, and nothing more. `arrived` and everything after it stand on a verified receipt.
 * `absent`: there is no such row (any more), which says nothing about where the card is.
 */
export type Status =
  | 'waiting'
  | 'sending'
  | 'arrived'
  | 'seen'
  | 'claimed'
  | 'closed'
  | 'expired'
  | 'withdrawing'
  | 'withdrawn'
  | 'parked'
  | 'absent'

export function statusOf(row: OutboxRow | undefined, now: number): Status {
  if (!row) return 'absent'
  if (row.state === 'parked') return 'parked'
  if (row.kind === 'withdrawal') return row.state === 'retained' ? 'withdrawn' : 'withdrawing'
  if (row.state === 'retained' && isReceipt(row.receipt)) return afterwards(row.became)
  // a tab that died while sending leaves this mark; it fades by itself
  const trying = row.tryingUntil !== undefined && row.tryingUntil > now && row.tryingUntil <= now + TIMEOUT
  return trying ? 'sending' : 'waiting'
}

const later: readonly Status[] = ['seen', 'claimed', 'closed', 'withdrawn', 'expired']

const afterwards = (became: string | undefined): Status => later.find(status => status === became) ?? 'arrived'
