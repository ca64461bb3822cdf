import { Picture } from '#ui/Picture.tsx'
import { useWords } from '#ui/words.ts'

import { stateWords } from '../board/State.tsx'
import { waited, wasHere, when } from '../board/when.ts'
import { madeAt, presence } from '../queue/here.ts'
import { tongue, tonguesOf } from './said.ts'
import type { SheetProps } from './Sheet.tsx'

/** Who, in which language, and whether they wait in the room. The code is what a resident shows, so it stands first. */
export function SheetHead(props: Omit<SheetProps, 'shown' | 'onShow'>) {
  const { item, summary, me, now, live, hereNow } = props
  const words = useWords()
  const { t } = words
  const { lang, speaks } = tonguesOf(summary)
  const card = { item, content: { is: 'open' as const, summary, hereNow } }
  const here = presence(card, now)
  return (
    <header class="dcard__head">
      <Picture code={summary.code.word} />
      <div class="dcard__who">
        <h1 id="card-code" tabIndex={-1}>
          <bdi>
            {t(summary.code.word)} {summary.code.digits}
          </bdi>
          {summary.name !== undefined && (
            <>
              {' · '}
              <bdi data-line="name">{summary.name}</bdi>
            </>
          )}
        </h1>
        <p>
          <span class="hidden">{t('pro.card.language')}: </span>
          {lang !== undefined && <Tongue code={lang} line="language" />}
          {lang !== undefined && speaks !== undefined && ' · '}
          {speaks !== undefined && (
            <>
              <span class="dcard__speaks">{t('pro.card.speaks')}</span> <Tongue code={speaks} line="speaks" />
            </>
          )}
          {summary.assisted && (
            <span class="dcard__assisted" data-line="assisted">
              {' · '}
              {t('pro.card.assisted')}
            </span>
          )}
        </p>
      </div>
      <p class={here?.is === 'here' ? 'here' : 'here here--not'}>
        {here?.is === 'here' ? (
          <>
            <b>{t('pro.queue.waitingHere')}</b> {waited(here.since, now, live, words)}
          </>
        ) : (
          <>
            <b class={`state state--${item.state}`}>{stateWords(item, me, t)}</b>{' '}
            {item.outcome !== null
              ? t(`pro.close.${item.outcome}`)
              : here
                ? wasHere(here.at, now, words)
                : t('pro.card.madeAt', { when: when(madeAt(card), now, words) })}
          </>
        )}
      </p>
    </header>
  )
}

function Tongue({ code, line }: { code: string; line: string }) {
  const words = useWords()
  const { t } = words
  if (code === 'other') return <span data-line={line}>{t('speaks.other')}</span>
  const { own, ours } = tongue(code, words)
  return (
    <span data-line={line}>
      <bdi lang={code}>{own}</bdi>
      {ours !== undefined && ` (${ours})`}
    </span>
  )
}
