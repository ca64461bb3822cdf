import type { OutboxRow } from '#store/outbox.ts'
import { type EnvelopeState, isStatesAnswer, STATES_LIMIT } from '#wire/states.ts'

import { ask } from './ask.ts'
import { announce } from './news.ts'
import type { Surroundings } from './run.ts'
import { statusOf } from './status.ts'

/** A sealed copy stays this long after the receipt, longer than any place lets its backup grow old. */
export const RETAINED = 7 * 24 * 60 * 60_000

/** Lets go of copies whose time is over. A clock that jumped back does not keep them for years. */
export async function letGo({ store, now }: Surroundings): Promise<void> {
  for (const row of await store.outbox.all()) {
    if (row.state !== 'retained' || Math.abs(now() - (row.sentAt ?? 0)) <= RETAINED) continue
    await store.outbox.change(row.id, row.kind, current => (current?.state === 'retained' ? 'remove' : undefined))
  }
}

/**
 * Asks what became of everything the server once took.
 *
 * @returns how many rows must go again, because an older backup was put back.
 */
export async function askAfterwards(around: Surroundings): Promise<number> {
  const { store, fetch, timeout, bearer } = around
  const retained = (await store.outbox.all()).filter(row => row.state === 'retained')
  let again = 0
  for (let at = 0; at < retained.length; at += STATES_LIMIT) {
    const part = retained.slice(at, at + STATES_LIMIT)
    const headers = { 'content-type': 'application/json', ...bearer }
    const body = JSON.stringify({ ids: [...new Set(part.map(row => row.id))] })
    const answer = await ask(fetch, '/v1/envelopes/states', { method: 'POST', headers, body }, timeout)
    if (answer === 'silence' || answer.status !== 200 || !isStatesAnswer(answer.json)) return again
    for (const row of part) {
      const state = answer.json.states[row.id]
      if (state && (await note(around, row, state))) again++
    }
  }
  return again
}

/** Writes down what the server said of one row; true when it must be sent again. */
async function note({ store, now }: Surroundings, row: OutboxRow, state: EnvelopeState): Promise<boolean> {
  const fate = row.kind === 'envelope' ? fateOfEnvelope(state) : fateOfWithdrawal(state, row.became)
  if (fate === 'same' || (fate === 'kept' && row.became === state)) return false
  const { receipt: _, sentAt: __, became: ___, ...bare } = row
  const next: OutboxRow = fate === 'again' ? { ...bare, state: 'waiting', nextAt: now() } : { ...row, became: state }
  let stood = false
  await store.outbox.change(row.id, row.kind, current => {
    stood = current?.state === 'retained'
    if (!stood) return undefined
    return fate === 'over' ? 'remove' : next
  })
  if (stood) announce({ id: row.id, kind: row.kind, status: statusOf(next, now()) })
  return stood && fate === 'again'
}

function fateOfEnvelope(state: EnvelopeState): 'again' | 'over' | 'kept' {
  if (state === 'unknown') return 'again'
  return state === 'closed' || state === 'withdrawn' || state === 'expired' ? 'over' : 'kept'
}

/**
 * A withdrawal is kept as long as an envelope, and repeated when a backup from before it was put back: the card
 * lives again, or a server that once erased it no longer knows the id. A withdrawal that came before its envelope
 * (`unknown` from the start) has nothing to repeat as long as the id stays unknown.
 */
function fateOfWithdrawal(state: EnvelopeState, became: string | undefined): 'again' | 'same' {
  if (state === 'withdrawn' || state === 'expired') return 'same'
  return state === 'unknown' && became === 'unknown' ? 'same' : 'again'
}
