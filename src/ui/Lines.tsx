import './lines.css'

import { type ComponentChildren, Fragment } from 'preact'

import { Glyph, type GlyphName } from './Glyph.tsx'
import { FixedLock, Lock } from './Lock.tsx'
import { Say } from './Say.tsx'
import { useWords } from './words.ts'

/** A text key, or words that a person typed, which nobody translates. */
export type ShownValue =
  | {
      readonly key: string
      /** Key of a few words behind it. */
      readonly note?: string
      /** Stays on this device whatever the lock of its line says: shown with a lock that cannot be opened. */
      readonly onlyMe?: true
    }
  | { readonly text: string; readonly lang?: string }

/** One line of a card, of the preview, of the sheet at the desk. */
export interface ShownLine {
  readonly id: string
  /** Text key. */
  readonly label: string
  readonly values: readonly ShownValue[]
  readonly locked?: boolean
  readonly empty?: true
  /** The line it belongs to and has its lock and its change from. */
  readonly under?: string
}

export interface LinesProps {
  readonly lines: readonly ShownLine[]
  /** What a resident may do with a line: change it, lock it. Absent where lines are only read. */
  readonly acts?: (line: ShownLine) => ComponentChildren
}

const classOf = ({ id, locked }: ShownLine) =>
  `line${id === 'direction' ? ' line--goal' : ''}${locked ? ' line--locked' : ''}`

/** Lines in the order of the card. The direction lies in the sky over its own horizon; a step is three stones. */
export function Lines({ lines, acts }: LinesProps) {
  return (
    <dl class="lines">
      {whole(lines).map(([line, ...under]) => (
        <div key={line.id} class={classOf(line)} data-line={line.id}>
          <dt class="line__name">
            <Say text={line.label} />
          </dt>
          <dd class={line.empty ? 'line__empty' : 'line__value'}>
            {line.empty ? <Say text="card.empty" /> : <Values line={line} />}
            {under.map(part => (
              <p key={part.id} class="line__under" data-line={part.id}>
                <span class="line__name">
                  <Say text={part.label} />
                </span>{' '}
                {part.values.map((value, place) => (
                  <Fragment key={place}>
                    {place > 0 && ', '}
                    <Said value={value} />
                  </Fragment>
                ))}
              </p>
            ))}
          </dd>
          {acts && <dd class="line__acts">{acts(line)}</dd>}
        </div>
      ))}
    </dl>
  )
}

/** Each line with the lines that belong to it, which stand right behind it. */
function whole(lines: readonly ShownLine[]): readonly (readonly [ShownLine, ...ShownLine[]])[] {
  const owns = (line: ShownLine) => line.under !== undefined && lines.some(i => i.id === line.under)
  return lines.filter(line => !owns(line)).map(line => [line, ...lines.filter(i => owns(i) && i.under === line.id)])
}

const stoneOf: Readonly<Record<string, GlyphName>> = { when: 'when', with: 'with' }

function Values({ line }: { line: ShownLine }) {
  const { t } = useWords()
  const steps = line.id === 'step' && line.values.length > 1
  return (
    <ul class={steps ? 'steps' : 'values'}>
      {line.values.map((value, place) => {
        const key = 'key' in value ? value.key : ''
        return (
          <li key={place}>
            {steps && (
              <span class={place === 0 ? 'stone stone--here' : 'stone'}>
                <Glyph name={stoneOf[key.split('.')[0]!] ?? 'step'} />
              </span>
            )}
            <Said value={value} />
            {'key' in value && value.onlyMe && (
              <span class="kept">
                <FixedLock word={t('card.lockOn')} />
                <span class="kept__note">{t(`${key}_note`)}</span>
              </span>
            )}
          </li>
        )
      })}
    </ul>
  )
}

/** A value in words. What a person typed stands apart, so that its direction does not turn the line around. */
export function Said({ value }: { value: ShownValue }) {
  if ('text' in value) {
    return (
      <bdi lang={value.lang} data-say="">
        {value.text}
      </bdi>
    )
  }
  return (
    <span>
      <Say text={value.key} />
      {value.note && (
        <span class="said__note">
          <Say text={value.note} />
        </span>
      )}
    </span>
  )
}

/** Change and lock of one line, as a resident sees them. */
export interface LineActsProps {
  readonly line: ShownLine
  readonly onChange?: () => void
  readonly onLock?: () => void
}

export function LineActs({ line, onChange, onLock }: LineActsProps) {
  const { t } = useWords()
  const name = t(line.label)
  return (
    <>
      {onChange && (
        <button type="button" class="link" aria-label={`${t('common.change')}: ${name}`} onClick={onChange}>
          {t('common.change')}
        </button>
      )}
      {onLock && (
        <Lock
          closed={line.locked ?? false}
          line={name}
          words={{ lock: t('card.lock'), closed: 'card.lockOn', open: 'card.lockOff' }}
          onChange={onLock}
        />
      )}
    </>
  )
}
