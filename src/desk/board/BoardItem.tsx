import type { Summary } from '#intake/summary.ts'
import { Picture } from '#ui/Picture.tsx'
import { useWords } from '#ui/words.ts'

import { tongue, tonguesOf } from '../card/said.ts'
import { presence } from '../queue/here.ts'
import type { Card, Content } from '../queue/queue.ts'
import { Icon } from '../shell/Drawing.tsx'
import { State } from './State.tsx'
import { waited, wasHere, when } from './when.ts'

export interface BoardItemProps {
  readonly card: Card
  /** My own id: "opgepakt door jou". */
  readonly me: string
  readonly now: number
  readonly live: boolean
  readonly on: boolean
  readonly onOpen: (id: string) => void
  readonly onGone?: (card: Card) => void
}

/**
 * One card on the board. The picture word stands first, because that is what a resident shows. No line of it holds a
 * judgement, and nothing in it decides where it stands but the time.
 */
export function BoardItem({ card, me, now, live, on, onOpen, onGone }: BoardItemProps) {
  const words = useWords()
  const { t } = words
  const { item, content } = card
  const here = presence(card, now)
  const open = content.is === 'open' ? content.summary : undefined
  return (
    <li class={on ? 'item is-on' : 'item'} data-card={item.id}>
      <span class="item__picture">
        {open ? <Picture code={open.code.word} /> : <Icon name={content.is === 'newer' ? 'newer' : 'noKey'} />}
      </span>
      <div class="item__body">
        <p class="item__top">
          <button type="button" class="item__open" data-open={item.id} onClick={() => onOpen(item.id)}>
            <CodeName content={content} />
          </button>
          <Since card={card} now={now} live={live} />
        </p>
        {open ? <Wish summary={open} /> : <p class="item__ask">{t(whyClosed(content))}</p>}
        <p class="item__meta">
          {open && <Languages summary={open} />}
          {/* the column says it already, except where cards of many states stand together */}
          {item.state !== 'new' || here?.is === 'here' ? <State item={item} me={me} /> : null}
          {here?.is === 'here' && onGone && (
            <button type="button" class="link item__gone" aria-disabled={!live} onClick={() => onGone(card)}>
              {t('pro.queue.gone')}
              <span class="hidden">
                : <CodeName content={content} />
              </span>
            </button>
          )}
        </p>
      </div>
    </li>
  )
}

/** "Zon 482 Samira"; for a card that does not open, that it does not. */
function CodeName({ content }: { content: Content }) {
  const { t } = useWords()
  if (content.is === 'open') {
    const { code, name } = content.summary
    return (
      <>
        <bdi class="item__code">
          {t(code.word)} {code.digits}
        </bdi>
        {name !== undefined && (
          <>
            {' '}
            <bdi class="item__name">{name}</bdi>
          </>
        )}
      </>
    )
  }
  return (
    <>
      {t(
        content.is === 'newer'
          ? 'pro.board.newer'
          : content.is === 'sealed'
            ? 'pro.board.sealed'
            : 'pro.board.unreadable'
      )}
    </>
  )
}

function whyClosed({ is }: Content): string {
  return is === 'newer' ? 'pro.board.newerWhy' : is === 'unreadable' ? 'pro.board.unreadableWhy' : 'pro.queue.locked'
}

function Since({ card, now, live }: Pick<BoardItemProps, 'card' | 'now' | 'live'>) {
  const words = useWords()
  const here = presence(card, now)
  if (here?.is === 'here') return <span class="item__when is-promise">{waited(here.since, now, live, words)}</span>
  if (here) return <span class="item__when item__when--long">{wasHere(here.at, now, words)}</span>
  return <span class="item__when">{when(card.item.receivedAt, now, words)}</span>
}

/** Where to, and what is asked of us, each on a line of its own. */
function Wish({ summary }: { summary: Summary }) {
  const { t } = useWords()
  const { scope, direction = [], directionText, ask = [] } = summary
  if (scope === 'talk') return <p class="item__goal">{t('pro.card.sharedTalk')}</p>
  if (direction.length === 0 && ask.length === 0) return <p class="item__ask">{t('pro.board.noAnswers')}</p>
  return (
    <>
      {direction.length > 0 && (
        <p class="item__goal">
          {direction.map((code, place) => (
            <span key={code}>
              {place > 0 && ' · '}
              {code === 'direction.other' && directionText !== undefined ? (
                <bdi lang={summary.lang}>{directionText}</bdi>
              ) : (
                t(code)
              )}
            </span>
          ))}
        </p>
      )}
      {ask.length > 0 && <p class="item__ask">{ask.map(code => t(code)).join(' · ')}</p>}
    </>
  )
}

/** Which language, when it is not Dutch: who speaks it can stand up first. */
export function Languages({ summary }: { summary: Pick<Summary, 'lang' | 'speaks'> }) {
  const words = useWords()
  const { t } = words
  const { lang, speaks } = tonguesOf(summary)
  const code = speaks ?? lang
  if (code === undefined) return null
  if (code === 'other') return <span class="lang">{t('speaks.other')}</span>
  const { own, ours } = tongue(code, words)
  return (
    <span class="lang">
      <bdi lang={code}>{own}</bdi>
      {ours !== undefined && <span class="lang__ours"> {ours}</span>}
    </span>
  )
}
