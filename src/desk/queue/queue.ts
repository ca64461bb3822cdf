import type { Summary } from '#intake/summary.ts'
import type { QueueItem } from '#wire/queue.ts'

/**
 * What this device could make of a sealed card. `sealed`: not tried yet, or the desk is locked. `unreadable`: our keys
 * do not open it, or what came out is no summary; kept, and tried again when the keys change. `newer`: made by a newer
 * version of the app than this one.
 */
export type Content =
  | { readonly is: 'sealed' }
  | { readonly is: 'open'; readonly summary: Summary; readonly hereNow: boolean }
  | { readonly is: 'unreadable' }
  | { readonly is: 'newer' }

export interface Card {
  readonly item: QueueItem
  readonly content: Content
}

export interface Queue {
  readonly cards: ReadonlyMap<string, Card>
  /** Ids that were erased while this tab was open: an answer that was under way must not bring one back. */
  readonly erased: ReadonlySet<string>
}

export type QueueEvent =
  /** The whole queue was read: what is not in it no longer exists. */
  | { readonly is: 'read'; readonly cards: readonly Card[] }
  /** One card arrived or changed. */
  | { readonly is: 'card'; readonly card: Card }
  | { readonly is: 'erased'; readonly id: string }
  /** Cards that were tried again with new keys. */
  | { readonly is: 'opened'; readonly contents: ReadonlyMap<string, Content> }
  /** The desk is locked: what was read leaves the memory, the sealed bytes stay. */
  | { readonly is: 'locked' }

export const emptyQueue: Queue = { cards: new Map(), erased: new Set() }

/** What the desk knows after an event. Events may come late, twice or out of order. */
export function queue(before: Queue, event: QueueEvent): Queue {
  const { cards, erased } = before
  switch (event.is) {
    case 'read': {
      const now = new Map<string, Card>()
      for (const card of event.cards) if (!erased.has(card.item.id)) now.set(card.item.id, newest(cards, card))
      return { cards: now, erased }
    }
    case 'card': {
      const { id } = event.card.item
      return erased.has(id) ? before : { cards: new Map(cards).set(id, newest(cards, event.card)), erased }
    }
    case 'erased': {
      const left = new Map(cards)
      left.delete(event.id)
      return { cards: left, erased: new Set(erased).add(event.id) }
    }
    case 'opened': {
      const tried = [...cards].map(([id, card]) => [id, { ...card, content: event.contents.get(id) ?? card.content }])
      return { cards: new Map(tried as [string, Card][]), erased }
    }
    case 'locked': {
      const closed = [...cards].map(([id, { item }]) => [id, { item, content: { is: 'sealed' } }])
      return { cards: new Map(closed as [string, Card][]), erased }
    }
  }
}

/** A colleague's click can overtake an older answer: the higher version stands, and what was opened stays open. */
function newest(cards: Queue['cards'], card: Card): Card {
  const had = cards.get(card.item.id)
  if (!had) return card
  return {
    item: had.item.version > card.item.version ? had.item : card.item,
    content: card.content.is === 'sealed' ? had.content : card.content
  }
}
