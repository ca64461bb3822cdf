import './paperCard.css'

import type { Words } from '#i18n/words.ts'
import { useRef } from 'preact/hooks'

import { useFit } from './fit.ts'
import { Picture } from './Picture.tsx'

/** A question on paper, in text keys; a code is also the key of its label and the name of its picture. */
export type PaperQuestion =
  | {
      readonly kind: 'rows'
      readonly rows: readonly string[]
      readonly columns: readonly { readonly label: string; readonly help?: string }[]
    }
  | {
      readonly kind: 'choice'
      readonly question: string
      readonly help: string
      readonly options: readonly { readonly code: string; readonly write?: true }[]
      readonly wide: 2 | 3 | 4
      readonly lines: number
    }

export interface PaperPlace {
  readonly place: string
  readonly address: string
  readonly hours: string
}

export interface PaperCardProps {
  /** One A4 each. */
  readonly sides: readonly (readonly PaperQuestion[])[]
  readonly place: PaperPlace
  readonly words: Words
  /** The words of who reads along, where they are others. */
  readonly also?: Words | undefined
}

/** An empty card to fill in by hand: the same pictures and words as on the screen, with boxes to tick and lines. */
export function PaperCard({ sides, place, words, also }: PaperCardProps) {
  const tongues: Tongues = { own: words, also, place: place.place }
  return (
    <>
      {sides.map((questions, i) => (
        <Side key={i} tongues={tongues} first={i === 0} last={i === sides.length - 1} place={place}>
          {questions}
        </Side>
      ))}
    </>
  )
}

interface Tongues {
  readonly own: Words
  readonly also: Words | undefined
  /** For `{{place}}`. */
  readonly place: string
}

interface SideProps {
  readonly children: readonly PaperQuestion[]
  readonly tongues: Tongues
  readonly first: boolean
  readonly last: boolean
  readonly place: PaperPlace
}

function Side({ children, tongues, first, last, place }: SideProps) {
  const sheet = useRef<HTMLElement>(null)
  useFit(sheet)
  const { own, also } = tongues
  return (
    <article
      class={also ? 'byhand byhand--two' : 'byhand'}
      data-room="plain"
      ref={sheet}
      lang={own.language}
      dir={own.dir}
    >
      {first && (
        <header class="byhand__head">
          <h1>
            <Both tongues={tongues} text="print.title" />
          </h1>
          <p class="byhand__write">
            <span>
              <Both tongues={tongues} text="name.label" />
            </span>
          </p>
          <p class="byhand__how">
            <Both tongues={tongues} text="print.blankHelp" />
          </p>
        </header>
      )}
      {children.map((question, i) =>
        question.kind === 'rows' ? (
          <Rows key={i} question={question} tongues={tongues} />
        ) : (
          <Choice key={i} question={question} tongues={tongues} />
        )
      )}
      {last && (
        <footer class="byhand__foot">
          <p>
            <Both tongues={tongues} text="print.mine" />
          </p>
          <p>
            {place.hours && (
              <>
                <bdi>{own.t('print.open', { hours: place.hours })}</bdi>
                {' · '}
              </>
            )}
            <bdi>
              {place.address ? own.t('print.where', { place: place.place, address: place.address }) : place.place}
            </bdi>
          </p>
        </footer>
      )}
    </article>
  )
}

/** A text in the language of the card, and once more for who reads along. */
function Both({ tongues: { own, also, place }, text }: { tongues: Tongues; text: string }) {
  return (
    <>
      <b>{own.t(text, { place })}</b>{' '}
      {also && (
        <span class="byhand__also" lang={also.language} dir={also.dir}>
          {also.t(text, { place })}
        </span>
      )}
    </>
  )
}

type Of<K extends PaperQuestion['kind']> = {
  readonly question: Extract<PaperQuestion, { readonly kind: K }>
  readonly tongues: Tongues
}

/** One row an area, one box for each thing one can say of it. */
function Rows({ question: { rows, columns }, tongues }: Of<'rows'>) {
  return (
    <section class="byhand__rows">
      <div class="byhand__row">
        <span />
        {columns.map(({ label, help }) => (
          <span key={label} class="byhand__column">
            <Both tongues={tongues} text={label} />
            {help && <span class="byhand__help">{tongues.own.t(help)}</span>}
          </span>
        ))}
      </div>
      {rows.map(code => (
        <div key={code} class="byhand__row">
          <span class="byhand__what">
            <Picture code={code} />
            <span>
              <Both tongues={tongues} text={code} />
            </span>
          </span>
          {columns.map(({ label }) => (
            <span key={label} class="byhand__column">
              <i class="byhand__box" />
            </span>
          ))}
        </div>
      ))}
    </section>
  )
}

function Choice({ question: { question, help, options, wide, lines }, tongues }: Of<'choice'>) {
  return (
    <section class="byhand__choice">
      <h2>
        <Both tongues={tongues} text={question} />
      </h2>{' '}
      <p class="byhand__help">{tongues.own.t(help)}</p>
      {Array.from({ length: lines }, (_, i) => (
        <p key={i} class="byhand__line" />
      ))}
      <ul data-wide={wide}>
        {options.map(({ code, write }) => (
          <li key={code} class={write ? 'byhand__what byhand__write' : 'byhand__what'}>
            <i class="byhand__box" />
            <Picture code={code} />
            <span>
              <Both tongues={tongues} text={code} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
