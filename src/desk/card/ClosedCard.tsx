import { useWords } from '#ui/words.ts'
import { useEffect, useRef } from 'preact/hooks'

import type { Content } from '../queue/queue.ts'
import { useKeys } from '../shell/keys.ts'

export interface ClosedCardProps {
  /** Nothing: the card was erased. */
  readonly content: Content | undefined
  readonly onAgain: () => void
  readonly onBack: () => void
}

/** A card that cannot be read here, and why. It is kept as it is; the others go on. */
export function ClosedCard({ content, onAgain, onBack }: ClosedCardProps) {
  const { t } = useWords()
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => title.current?.focus(), [])
  useKeys({ Escape: onBack })
  const [name, why] =
    content === undefined
      ? ['pro.card.gone', 'pro.card.goneWhy']
      : content.is === 'newer'
        ? ['pro.board.newer', 'pro.board.newerWhy']
        : content.is === 'sealed'
          ? ['pro.board.sealed', '']
          : ['pro.board.unreadable', 'pro.board.unreadableWhy']
  return (
    <main class="alone" id="main" tabIndex={-1}>
      <section class="sheet">
        <h1 ref={title} tabIndex={-1}>
          {t(name)}
        </h1>
        <p>{why && t(why)}</p>
        <p class="sheet__end">
          {content?.is === 'unreadable' && (
            <button type="button" class="btn btn--primary" onClick={onAgain}>
              {t('pro.card.tryAgain')}
            </button>
          )}
          <button type="button" class="btn" onClick={onBack}>
            {t('pro.card.back')}
          </button>
        </p>
      </section>
    </main>
  )
}
