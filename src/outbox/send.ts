import type { OutboxRow } from '#store/outbox.ts'
import { keyOf } from '#store/outbox.ts'

import { TIMEOUT } from './ask.ts'
import { deliver } from './deliver.ts'
import { announce } from './news.ts'
import { isPast, pause } from './patience.ts'
import type { Surroundings } from './run.ts'
import { statusOf } from './status.ts'

/** At most so many rows in one go, so that one tab does not hold the lock for ever. */
const BATCH = 20
/** After so many attempts in a row without any answer there is no network: the rest would only cost battery. */
const SILENCES = 3

export interface Tally {
  delivered: number
  refused: number
  /** True when the attempts ended in silence, so that the whole outbox waits. */
  silent: boolean
  /** True when more rows are due than fit in one batch. */
  more: boolean
}

/**
 * Sends what is due, one after the other, withdrawals first.
 *
 * @param eager also rows whose own pause is not over yet (the network just came back), but never against Retry-After
 */
export async function sendDue(around: Surroundings, eager: boolean): Promise<Tally> {
  const tally: Tally = { delivered: 0, refused: 0, silent: false, more: false }
  const tried = new Set<string>()
  for (let silences = 0; ;) {
    // read again each time: a row may have been shared or withdrawn while the last one travelled
    const due = dueRows(await around.store.outbox.all(), around.now(), eager).filter(row => !tried.has(keyOf(row)))
    const next = due[0]
    if (!next) return tally
    if (tried.size >= BATCH) return { ...tally, more: true }
    tried.add(keyOf(next))
    const outcome = await attempt(around, next)
    if (outcome === 'delivered') tally.delivered++
    if (outcome === 'refused') tally.refused++
    silences = outcome === 'silent' ? silences + 1 : 0
    if (silences >= SILENCES) return { ...tally, silent: true }
    tally.silent = outcome === 'silent'
  }
}

function dueRows(rows: OutboxRow[], now: number, eager: boolean): OutboxRow[] {
  return rows
    .filter(row => row.state === 'waiting' && isPast(row.heldUntil ?? 0, now) && (eager || isPast(row.nextAt, now)))
    .sort((a, b) => Number(a.kind === 'envelope') - Number(b.kind === 'envelope') || a.nextAt - b.nextAt)
}

/** One attempt, from the mark before it to what is known after it. */
async function attempt(
  around: Surroundings,
  due: OutboxRow
): Promise<'delivered' | 'refused' | 'silent' | 'waiting' | 'left'> {
  const { store, now, random } = around
  const started = now()
  let row: OutboxRow | undefined
  // Counted before it leaves: if we die now, a later withdrawal knows that the server may have it. On a full disk
  // the mark fails and the row goes all the same, because delivery is what makes room.
  await store.outbox.change(due.id, due.kind, current => {
    row = undefined
    if (!current || current.state !== 'waiting') return undefined
    const attempts = current.attempts + 1
    row = { ...current, attempts, nextAt: started + pause(attempts, random), tryingUntil: started + TIMEOUT }
    return row
  })
  if (!row) return 'left'
  tell(row, started)

  const outcome = await deliver(row, around)
  const { tryingUntil: _, heldUntil: __, ...still } = row
  if (outcome.kind === 'delivered') {
    await settle(around, {
      ...still,
      state: 'retained',
      sentAt: now(),
      ...('receipt' in outcome ? { receipt: outcome.receipt, became: 'received' } : { became: outcome.withdrawn })
    })
    return 'delivered'
  }
  if (outcome.kind === 'refused') {
    if (outcome.code === 'gone') await settle(around, { ...still, became: 'withdrawn' }, 'remove')
    else await settle(around, { ...still, state: 'parked', problem: outcome.code })
    return 'refused'
  }
  const heldUntil = outcome.wait === undefined ? undefined : now() + outcome.wait
  const nextAt = Math.max(now() + pause(row.attempts, random), heldUntil ?? 0)
  await settle(around, { ...still, nextAt, ...(heldUntil === undefined ? {} : { heldUntil }) })
  return outcome.silent ? 'silent' : 'waiting'
}

/** Writes what became of a row, unless it was withdrawn while it travelled. */
async function settle({ store, now }: Surroundings, row: OutboxRow, fate?: 'remove'): Promise<void> {
  let stood = false
  const kept = await store.outbox.change(row.id, row.kind, current => {
    stood = current?.state === 'waiting'
    return stood ? (fate ?? row) : undefined
  })
  // no room even for the note that it arrived: deleting always works, and then it is not sent for ever
  if (kept === 'full' && row.state === 'retained') await store.outbox.change(row.id, row.kind, () => 'remove')
  if (stood || kept === 'full') tell(row, now(), fate)
}

function tell(row: OutboxRow, now: number, fate?: 'remove'): void {
  announce({ id: row.id, kind: row.kind, status: fate ? 'withdrawn' : statusOf(row, now) })
}
