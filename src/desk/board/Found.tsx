import { useWords } from '#ui/words.ts'

import type { Card } from '../queue/queue.ts'
import { type BoardProps, Items } from './Board.tsx'

export interface FoundProps extends Omit<BoardProps, 'board'> {
  readonly cards: readonly Card[]
}

/** All cards of a code: a code is a label, not a key, so two residents can have the same one. */
export function Found({ cards, ...item }: FoundProps) {
  const { t } = useWords()
  return (
    <main class="found" id="main" tabIndex={-1}>
      <h1 class="found__title">
        <span role="status">
          {cards.length === 0 ? t('pro.board.foundNone') : t('pro.board.found', { count: cards.length })}
        </span>
      </h1>
      {cards.length === 0 ? <p class="hint">{t('pro.board.foundHint')}</p> : <Items cards={cards} {...item} />}
    </main>
  )
}
