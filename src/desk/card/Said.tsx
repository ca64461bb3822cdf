import type { Line, Value } from '#intake/lines.ts'
import { WordsContext, useWords } from '#ui/words.ts'
import type { Words } from '#i18n/words.ts'
import { Fragment } from 'preact'

import { said, tongue } from './said.ts'

export interface SaidProps {
  readonly line: Line
  /** Language of the conversation: the resident's own words are in it, and nobody translated them. */
  readonly lang: string
}

/** The values of one line beside each other. */
export function Said({ line, lang }: SaidProps) {
  return (
    <span class="said" data-line={line.id}>
      {line.values.map((value, place) => (
        <Fragment key={place}>
          {place > 0 && <span class="said__dot"> · </span>}
          <One value={value} lang={lang} own={ownWords.has(line.id)} />
        </Fragment>
      ))}
    </span>
  )
}

/** In these lines a text is what somebody typed about themselves; elsewhere it is a name, a number or a language. */
const ownWords: ReadonlySet<string> = new Set(['direction', 'step', 'strength'])

function One({ value, lang, own }: { value: Value; lang: string; own: boolean }) {
  const words = useWords()
  if (!('text' in value)) return <span class="said__one">{said(value, words)}</span>
  if (/^\+\d+$/.test(value.text)) {
    return (
      <a class="said__one" href={`tel:${value.text}`} dir="ltr">
        {value.text}
      </a>
    )
  }
  const { own: name, ours } = tongue(lang, words)
  return (
    <span class="said__one">
      <bdi lang={value.lang ?? lang} dir="auto" translate={own ? undefined : false}>
        {value.text}
      </bdi>
      {own && (
        <>
          {' '}
          <small class="said__own">
            (
            {lang === words.language
              ? words.t('pro.card.ownWords')
              : words.t('pro.card.ownWordsIn', { language: ours ?? name })}
            )
          </small>
        </>
      )}
    </span>
  )
}

/** A question brings its own mark, a heading needs one before what follows it. */
const label = (text: string) => (/[?؟]$/.test(text) ? text : `${text}:`)

/** The same line as the preview showed it, in the language of the conversation. */
export function AsShown({ lines, lang, words }: { lines: readonly Line[]; lang: string; words: Words }) {
  return (
    <WordsContext.Provider value={words}>
      <div class="shown" lang={words.language} dir={words.dir}>
        {lines.map(line => (
          <p key={line.id} data-shown={line.id}>
            <span class="shown__label">{label(words.t(line.label))}</span>{' '}
            {line.values.map((value, place) => (
              <Fragment key={place}>
                {place > 0 && ' · '}
                {'text' in value ? (
                  <bdi lang={value.lang ?? lang}>{value.text}</bdi>
                ) : (
                  <span>{said(value, words)}</span>
                )}
              </Fragment>
            ))}
          </p>
        ))}
      </div>
    </WordsContext.Provider>
  )
}
