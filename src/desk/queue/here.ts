import type { Card } from './queue.ts'

/** After an hour nobody is waiting in the room any more, whatever the card says. */
export const FRESH = 60 * 60_000

export type Presence =
  /** Waits in the room since this moment (ms). */
  | { readonly is: 'here'; readonly since: number }
  /** Was in the room at this moment (ms), and is not any more as far as we know. */
  | { readonly is: 'was'; readonly at: number }

/**
 * Whether somebody is waiting. Both must say so: the header under the seal (the server cannot invent it) and the server
 * (where a colleague may have pressed "Niet meer hier"). A claim ends it: then somebody is already with this resident.
 */
export function presence({ item, content }: Card, now: number): Presence | undefined {
  if (content.is !== 'open' || !content.hereNow || item.state !== 'new') return undefined
  const since = madeAt({ item, content })
  return item.hereNow && now - since < FRESH ? { is: 'here', since } : { is: 'was', at: since }
}

/** Somebody rings while fresh and free: waits here, or would rather talk. */
export type Call = 'here' | 'talk'

export function call(card: Card, now: number): Call | undefined {
  const { item, content } = card
  if (item.state !== 'new') return undefined
  // a locked desk cannot read when the card was made: the arrival stands in for it, the bell says no more than "here"
  if (content.is === 'sealed') return item.hereNow && now - item.receivedAt < FRESH ? 'here' : undefined
  if (content.is !== 'open') return undefined
  if (content.summary.scope === 'talk' && (item.hereNow || !content.hereNow))
    return now - madeAt(card) < FRESH ? 'talk' : undefined
  return presence(card, now)?.is === 'here' ? 'here' : undefined
}

/** When the card was made (ms). A clock that runs ahead cannot make a card younger than its arrival. */
export function madeAt({ item, content }: Card): number {
  if (content.is !== 'open') return item.receivedAt
  const said = Date.parse(content.summary.createdAt)
  return Number.isNaN(said) ? item.receivedAt : Math.min(said, item.receivedAt)
}
