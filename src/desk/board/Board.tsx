import './board.css'

import { useWords } from '#ui/words.ts'
import type { ComponentChildren } from 'preact'

import type { Columns } from '../queue/columns.ts'
import type { Card } from '../queue/queue.ts'
import { BareStones } from '../shell/Drawing.tsx'
import { BoardItem } from './BoardItem.tsx'

export interface BoardProps {
  readonly board: Columns
  readonly me: string
  readonly now: number
  readonly live: boolean
  /** The card that j, k and c speak of. */
  readonly on: string | undefined
  readonly onOpen: (id: string) => void
  readonly onGone: (card: Card) => void
}

/** Four columns: who waits here, what is new, what is mine, what the team holds. */
export function Board({ board, ...item }: BoardProps) {
  const { t } = useWords()
  return (
    <main class="board" id="main" tabIndex={-1} aria-label={t('pro.queue.title')}>
      <h1 class="hidden">{t('pro.queue.title')}</h1>
      <p class="hidden" role="status">
        {t('pro.queue.new', { count: board.here.length + board.fresh.length })}
      </p>
      <Column name={t('pro.queue.hereNow')} cards={board.here} empty={t('pro.board.noneHere')} {...item} />
      <Column name={t('pro.state.new')} cards={board.fresh} {...item} empty={<NoneNew />} />
      <Column name={t('pro.queue.mine')} cards={board.mine} empty={t('pro.board.noneMine')} {...item} />
      <Column name={t('pro.queue.team')} cards={board.team} empty={t('pro.board.noneTeam')} {...item}>
        {board.closed.length > 0 && (
          <details class="col__closed">
            <summary>{t('pro.board.closed', { count: board.closed.length })}</summary>
            <Items cards={board.closed} {...item} />
          </details>
        )}
      </Column>
    </main>
  )
}

function NoneNew() {
  const { t } = useWords()
  return (
    <>
      <BareStones />
      {t('pro.queue.empty')}
    </>
  )
}

type ItemProps = Omit<BoardProps, 'board'>

interface ColumnProps extends ItemProps {
  readonly name: string
  readonly cards: readonly Card[]
  readonly empty: ComponentChildren
  readonly children?: ComponentChildren
}

function Column({ name, cards, empty, children, ...item }: ColumnProps) {
  return (
    <section class="col" aria-label={name}>
      <h2>
        {name} <span>{cards.length}</span>
      </h2>
      {cards.length === 0 ? <p class="col__empty">{empty}</p> : <Items cards={cards} {...item} />}
      {children}
    </section>
  )
}

export function Items({ cards, on, ...item }: ItemProps & { readonly cards: readonly Card[] }) {
  return (
    <ul class="items">
      {cards.map(card => (
        <BoardItem key={card.item.id} card={card} on={card.item.id === on} {...item} />
      ))}
    </ul>
  )
}
