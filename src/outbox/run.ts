import type { Store } from '#store/database.ts'

import { askAfterwards, letGo } from './afterwards.ts'
import { bearerOf } from './bearer.ts'
import type { Way } from './deliver.ts'
import { sendDue } from './send.ts'

export interface Surroundings extends Way {
  readonly store: Pick<Store, 'outbox'> & { readonly place: Pick<Store['place'], 'get'> }
  /** 0 up to 1. */
  readonly random: () => number
  readonly locks: Pick<LockManager, 'request'>
}

/** How a run ended. `busy`: another tab or the worker is sending, which is as good. */
export type Report =
  | 'busy'
  | {
      readonly delivered: number
      readonly refused: number
      /** How many rows still wait. */
      readonly waiting: number
      /** Copies the server has, about which it can be asked again. */
      readonly retained: number
      /** True when there is more to do right now. */
      readonly more: boolean
      /** True when nobody answered. */
      readonly silent: boolean
      /** When the next row is due; absent when nothing waits. */
      readonly nextAt?: number
    }

export interface Manner {
  /** The network may just have come back: also try rows whose own pause is not over. */
  readonly eager?: boolean
  /** Wait for the other sender instead of leaving it to that one. */
  readonly patient?: boolean
}

/**
 * One round of the outbox: sends at most twenty rows, asks what became of the rest, and sends again what a
 * restored server lost. There is one sender at a time on a device: the lock dies with its tab, so nothing sticks.
 */
export function runOutbox(
  surroundings: Surroundings,
  { eager = false, patient = false }: Manner = {}
): Promise<Report> {
  return surroundings.locks.request('outbox', { ifAvailable: !patient }, async lock => {
    if (!lock) return 'busy'
    const around = { ...surroundings, bearer: await bearerOf(surroundings.store) }
    await letGo(around)
    const tally = await sendDue(around, eager)
    if (!tally.silent && (await askAfterwards(around)) > 0) {
      const again = await sendDue(around, false)
      tally.delivered += again.delivered
      tally.refused += again.refused
      tally.more ||= again.more
      tally.silent = again.silent
    }
    const rows = await around.store.outbox.all()
    const waiting = rows.filter(row => row.state === 'waiting')
    const next = Math.min(...waiting.map(row => row.nextAt))
    return {
      ...tally,
      waiting: waiting.length,
      retained: rows.filter(row => row.state === 'retained').length,
      ...(waiting.length > 0 ? { nextAt: next } : {})
    }
  }) as Promise<Report>
}
