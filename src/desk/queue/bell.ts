import { type Call, call } from './here.ts'
import type { Card } from './queue.ts'

export interface Ringing {
  readonly id: string
  readonly why: Call
}

/**
 * Who rings now: fresh, free and not silenced on this desk. Who talks rather than taps comes first, then who waits
 * longest. `quiet` holds the cards that were there when this desk began to look, and those it was told to silence.
 */
export function ringing(cards: Iterable<Card>, quiet: ReadonlySet<string>, now: number): Ringing[] {
  const found: (Ringing & { at: number })[] = []
  for (const card of cards) {
    const why = quiet.has(card.item.id) ? undefined : call(card, now)
    if (why) found.push({ id: card.item.id, why, at: card.item.receivedAt })
  }
  found.sort((a, b) => Number(b.why === 'talk') - Number(a.why === 'talk') || a.at - b.at)
  return found.map(({ id, why }) => ({ id, why }))
}
