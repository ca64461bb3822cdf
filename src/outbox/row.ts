import type { OutboxRow } from '#store/outbox.ts'

/** A sealed envelope as a row, ready for `share`. */
export function envelopeRow(envelope: { id: string; location: string; body: Uint8Array }, now: number): OutboxRow {
  return { ...envelope, kind: 'envelope', createdAt: now, attempts: 0, nextAt: now, state: 'waiting' }
}

/** The secret that withdraws an envelope, as a row. */
export function withdrawalRow(withdrawal: { id: string; location: string; body: Uint8Array }, now: number): OutboxRow {
  return { ...withdrawal, kind: 'withdrawal', createdAt: now, attempts: 0, nextAt: now, state: 'waiting' }
}
