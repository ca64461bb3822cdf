import { type Line, summaryLines, type Value } from '#intake/lines.ts'
import type { Summary } from '#intake/summary.ts'
import type { Words } from '#i18n/words.ts'
import { useWords } from '#ui/words.ts'
import type { QueueItem } from '#wire/queue.ts'
import { Fragment } from 'preact'

import { Icon } from '../shell/Drawing.tsx'
import { countWords, type Row, rowsOf } from './rows.ts'
import { tongue } from './said.ts'
import { AsShown, Said } from './Said.tsx'
import { SheetHead } from './SheetHead.tsx'

export interface SheetProps {
  readonly item: QueueItem
  readonly summary: Summary
  readonly hereNow: boolean
  readonly me: string
  readonly now: number
  readonly live: boolean
  /** The words the resident saw, once they were asked for. */
  readonly shown: Words | undefined
  readonly onShow: () => void
}

/** From so many words on, the sheet is set smaller: it must stay one look. */
const DENSE = 55
const DAY = 24 * 60 * 60_000

/** The card on the desk, to be read in twenty seconds: the same order, the same words, nothing that was not shared. */
export function Sheet(props: SheetProps) {
  const { item, summary, shown, now, me } = props
  const words = useWords()
  const { t, list } = words
  const rows = rowsOf(summaryLines(summary))
  const days = Math.max(1, Math.round((item.expiresAt - now) / DAY))
  const readers = item.openedBy.map(({ id, name }) => (id === me ? t('pro.card.openedByYou') : name))
  const dense = countWords(rows.first, words) > DENSE
  const row = (one: Row) => <SheetRow key={one.id} row={one} lang={summary.lang} shown={shown} />
  return (
    <article
      class={`dcard${shown ? ' dcard--shown' : ''}${dense || shown ? ' dcard--dense' : ''}`}
      aria-labelledby="card-code"
    >
      <SheetHead {...props} />
      {summary.scope === 'talk' && <p class="dcard__talk">{t('pro.card.talkOnly')}</p>}
      <dl class="rows">{rows.first.map(row)}</dl>
      {rows.second.length > 0 && (
        <details class="more" open={shown ? true : undefined}>
          <summary>{t('pro.card.more')}</summary>
          <dl class="rows">{rows.second.map(row)}</dl>
        </details>
      )}
      {shown && (
        <div class="dcard__around">
          <AsShown lines={rows.around} lang={summary.lang} words={shown} />
        </div>
      )}
      <div class="dcard__end">
        <p class="grey">{t('pro.card.notShared')}</p>
        <footer class="dcard__foot">
          <span data-line="scope">{t(scopeKeys[summary.scope])}</span>
          <span>{t('pro.card.expires', { count: days })}</span>
          {readers.length > 0 && <span>{t('pro.card.openedBy', { names: list([...new Set(readers)]) })}</span>}
          <button type="button" class="dcard__words" aria-pressed={shown !== undefined} onClick={props.onShow}>
            <Icon name="words" />
            {t('pro.card.asShown')}
            <span class="hidden"> ({tongue(summary.lang, words).own})</span>
          </button>
        </footer>
      </div>
    </article>
  )
}

const scopeKeys = {
  talk: 'pro.card.sharedTalk',
  step: 'pro.card.sharedStep',
  card: 'pro.card.sharedCard',
  pick: 'pro.card.sharedPick'
} as const

function SheetRow({ row, lang, shown }: { row: Row; lang: string; shown: Words | undefined }) {
  const { t } = useWords()
  const [first, ...rest] = row.lines
  return (
    <div class={`row row--${row.id}`} data-row={row.id}>
      <dt>{row.label === undefined ? '' : t(row.label)}</dt>
      <dd>
        {row.id === 'step' ? (
          <StepParts lines={row.lines} lang={lang} />
        ) : row.id === 'talkInPerson' ? (
          <span data-line="talkInPerson">{t('pro.card.tells')}</span>
        ) : (
          <Said line={first!} lang={lang} />
        )}
        {row.id !== 'step' && rest.map(line => <Beside key={line.id} line={line} lang={lang} />)}
      </dd>
      {shown && (
        <dd class="row__shown">
          <AsShown lines={row.lines} lang={lang} words={shown} />
        </dd>
      )}
    </div>
  )
}

/** The step in large, then when, with whom, how much smaller and how sure in small: facts, never one built sentence. */
function StepParts({ lines, lang }: { lines: readonly Line[]; lang: string }) {
  const { t } = useWords()
  const line = lines.find(({ id }) => id === 'step')
  const [sure] = lines.find(({ id }) => id === 'sure')?.values ?? []
  const [step, ...parts] = line?.values ?? []
  const smaller = parts.filter(isSmaller)
  const others = parts.filter(part => !isSmaller(part))
  const facts = [
    line && others.length > 0 && <Said line={{ ...line, values: others }} lang={lang} />,
    line && smaller.length > 0 && (
      <>
        {t('pro.card.smaller')}: <Said line={{ ...line, values: smaller }} lang={lang} />
      </>
    ),
    sure && 'key' in sure && <span data-line="sure">{t(sureWords[sure.key] ?? sure.key)}</span>
  ].filter(Boolean)
  return (
    <>
      {line && step && <Said line={{ ...line, values: [step] }} lang={lang} />}
      <small>
        {facts.map((fact, place) => (
          <Fragment key={place}>
            {place > 0 && ' · '}
            {fact}
          </Fragment>
        ))}
      </small>
    </>
  )
}

const isSmaller = (value: Value) => 'key' in value && /\.small_/.test(value.key)

const sureWords: Readonly<Record<string, string>> = {
  'sure.yes': 'pro.card.sure_yes',
  'sure.maybe': 'pro.card.sure_maybe',
  'sure.toobig': 'pro.card.sure_toobig'
}

function Beside({ line, lang }: { line: Line; lang: string }) {
  const { t } = useWords()
  if (line.id !== 'drive')
    return (
      <small>
        <Said line={line} lang={lang} />
      </small>
    )
  return (
    <small>
      {t('pro.card.because')}: <Said line={line} lang={lang} />
    </small>
  )
}
