import { madeAt, presence } from './here.ts'
import type { Card } from './queue.ts'

export interface Columns {
  readonly here: readonly Card[]
  readonly fresh: readonly Card[]
  readonly mine: readonly Card[]
  readonly team: readonly Card[]
  readonly closed: readonly Card[]
}

/**
 * The board. One rule of order: who waits longest stands first. Never by direction, language or chances: this function
 * sees them and looks away.
 */
export function columns(cards: Iterable<Card>, me: string, now: number): Columns {
  const board = {
    here: [] as Card[],
    fresh: [] as Card[],
    mine: [] as Card[],
    team: [] as Card[],
    closed: [] as Card[]
  }
  for (const card of cards) board[place(card, me, now)].push(card)
  const longest = (a: Card, b: Card) => madeAt(a) - madeAt(b) || a.item.seq - b.item.seq
  for (const column of Object.values(board)) column.sort(longest)
  return board
}

function place(card: Card, me: string, now: number): keyof Columns {
  if (card.item.state === 'closed') return 'closed'
  if (card.item.state === 'claimed') return card.item.owner?.id === me ? 'mine' : 'team'
  return presence(card, now)?.is === 'here' ? 'here' : 'fresh'
}

/** All cards in the order in which j and k walk. */
export function walk(board: Columns): readonly Card[] {
  return [...board.here, ...board.fresh, ...board.mine, ...board.team, ...board.closed]
}
