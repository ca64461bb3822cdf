import type { Words } from '#i18n/words.ts'
import type { Value } from '#intake/lines.ts'
import { Glyph, type GlyphName } from '#ui/Glyph.tsx'
import { useWords } from '#ui/words.ts'
import type { ComponentChildren } from 'preact'

import type { PaperLine } from './onPaper.ts'

/** Dutch beside the resident's language; nothing where the resident reads Dutch. */
type Dutch = { readonly dutch: Words | undefined }

export interface AlsoProps {
  readonly words: Words | undefined
  readonly children: ComponentChildren
}

/** The same once more, for who reads along. */
export function Also({ words, children }: AlsoProps) {
  return words ? (
    <span class="paper__also" lang={words.language} dir={words.dir}>
      {children}
    </span>
  ) : null
}

/** A line in Dutch, in one run. What the resident typed stands there once already. */
function DutchLine({ line: { label, values }, dutch }: { line: PaperLine } & Dutch) {
  const said = values.flatMap(value => (dutch && 'key' in value ? [worded(value, dutch)] : []))
  return (
    <Also words={dutch}>
      <span class="paper__label">{dutch?.t(label)}</span>
      {values.length > 0 ? said.join('\u00a0· ') : dutch?.t('card.empty')}
    </Also>
  )
}

const worded = (value: Extract<Value, { readonly key: string }>, { t }: Pick<Words, 't'>) =>
  value.note ? `${t(value.key)} (${t(value.note)})` : t(value.key)

function Own({ value }: { value: Value }) {
  const words = useWords()
  return 'text' in value ? <bdi lang={value.lang}>{value.text}</bdi> : <>{worded(value, words)}</>
}

/** A line beside the wheel, or of the resident alone. */
export function PaperRow({ line, dutch }: { line: PaperLine } & Dutch) {
  const { t } = useWords()
  return (
    <div data-paper={line.id}>
      <dt>{t(line.label)}</dt>
      {line.values.map((value, place) => (
        <dd key={place}>
          <Own value={value} />
        </dd>
      ))}
      {dutch && (
        <dd class="paper__dutch">
          <DutchLine line={line} dutch={dutch} />
        </dd>
      )}
    </div>
  )
}

export interface SkyProps extends Dutch {
  readonly direction: PaperLine | undefined
  readonly drive: PaperLine | undefined
  readonly name: string | undefined
  /** Milliseconds since 1970. */
  readonly at: number
}

/** The direction in the sky, the goal half behind the line. */
export function Sky({ direction, drive, name, at, dutch }: SkyProps) {
  const { t, date } = useWords()
  return (
    <header class="paper__sky">
      <div class="paper__whose">
        <p class="paper__title">
          {t('print.title')} <Also words={dutch}>{dutch?.t('print.title')}</Also>
        </p>
        {name && (
          <p>
            <bdi>{t('print.from', { name })}</bdi>
          </p>
        )}
        <p class="paper__made">
          {t('card.made', { date: date(at) })}{' '}
          <Also words={dutch}>{dutch?.t('card.made', { date: dutch.date(at) })}</Also>
        </p>
      </div>
      {direction && (
        <div class="paper__where" data-paper="direction">
          <p class="paper__name">
            <span class="paper__label">{t(direction.label)}</span>
          </p>
          {direction.values.map((value, place) => (
            <p key={place} class="paper__goal">
              <Own value={value} />
            </p>
          ))}
          {direction.values.length === 0 && <p>{t('card.empty')}</p>}
          <DutchLine line={direction} dutch={dutch} />
        </div>
      )}
      {drive && (
        <dl>
          <PaperRow line={drive} dutch={dutch} />
        </dl>
      )}
      <svg class="paper__stone" viewBox="0 0 150 60" aria-hidden="true">
        <path d="M15 60c-2-30 24-50 60-51 36 0 60 20 60 51" />
      </svg>
    </header>
  )
}

const glyphs: Readonly<Record<string, GlyphName>> = { when: 'when', with: 'with' }

/** The step, when and with whom: stones on the line. */
export function StepPath({ step, dutch }: { step: PaperLine } & Dutch) {
  const { t } = useWords()
  return (
    <section class="paper__path" data-paper="step">
      <p class="paper__name">
        <span class="paper__label">{t(step.label)}</span>
        <Also words={dutch}>
          <span class="paper__label">{dutch?.t(step.label)}</span>
        </Also>
      </p>
      <ol>
        {step.values.map((value, place) => (
          <li key={place}>
            <span class="paper__pebble">
              <Glyph name={('key' in value && glyphs[value.key.split('.')[0]!]) || 'step'} />
            </span>
            <span>
              <b>
                <Own value={value} />
              </b>{' '}
              {'key' in value && <Also words={dutch}>{dutch?.t(value.key)}</Also>}
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}
