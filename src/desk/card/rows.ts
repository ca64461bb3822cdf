import type { Line } from '#intake/lines.ts'
import type { Words } from '#i18n/words.ts'

import { said } from './said.ts'

type LineName = Line['id']

/** One row of the sheet: lines of the preview that are read together, the first one largest. */
export interface Row {
  readonly id: string
  /** Text key of the desk; none where the words say it all. */
  readonly label?: string
  readonly lines: readonly Line[]
}

interface RowShape {
  readonly id: string
  readonly label?: string
  readonly of: readonly LineName[]
}

/** The fixed order of reading (`conversation.md` 4.2). Nobody can move a row, so every card is read the same way. */
const firstSight: readonly RowShape[] = [
  { id: 'direction', label: 'pro.card.wantsTo', of: ['direction', 'drive'] },
  { id: 'step', label: 'pro.card.firstStep', of: ['step', 'sure'] },
  { id: 'ask', label: 'pro.card.asksUs', of: ['ask'] },
  { id: 'strength', label: 'pro.card.canDo', of: ['strength'] },
  { id: 'good', label: 'pro.card.goesWell', of: ['good'] },
  { id: 'change', label: 'pro.card.wantsChanged', of: ['change'] },
  { id: 'talkInPerson', of: ['talkInPerson'] },
  { id: 'again', label: 'pro.card.talkAgain', of: ['contact', 'followup'] }
]

/** What a resident opened up on purpose; below the fold, for the talk itself. */
const secondSight: readonly RowShape[] = [
  { id: 'week', label: 'pro.card.doesNow', of: ['week'] },
  { id: 'support', label: 'pro.card.around', of: ['support'] },
  { id: 'load', label: 'pro.card.hard', of: ['load'] }
]

/** Where a line stands that is no row: in the head or at the foot of the sheet. */
const around: ReadonlySet<string> = new Set(['name', 'language', 'speaks', 'scope', 'assisted'])

export interface Rows {
  readonly first: readonly Row[]
  readonly second: readonly Row[]
  /** Head and foot. */
  readonly around: readonly Line[]
}

/**
 * Puts every line of the preview in its place. A line that this table does not know gets a row of its own with the
 * resident's label: nothing that was sent is ever left out.
 */
export function rowsOf(all: readonly Line[]): Rows {
  const lines = all.filter(line => !saysHere(line))
  const known = new Set([...firstSight, ...secondSight].flatMap(row => row.of as readonly string[]))
  const fill = (shapes: readonly RowShape[]) =>
    shapes.flatMap(({ id, label, of }): Row[] => {
      const here = of.flatMap(name => lines.filter(line => line.id === name))
      return here.length === 0 ? [] : [{ id, lines: here, ...(label === undefined ? {} : { label }) }]
    })
  const rest = lines.filter(({ id }) => !known.has(id) && !around.has(id))
  return {
    first: fill(firstSight),
    second: [...fill(secondSight), ...rest.map(line => ({ id: line.id, label: line.label, lines: [line] }))],
    around: all.filter(line => around.has(line.id) || saysHere(line))
  }
}

/** "Ik wacht hier" stands in the head, with the time; a second time in the rows would be a line too many. */
const saysHere = ({ id, values: [value] }: Line): boolean =>
  id === 'contact' && value !== undefined && 'key' in value && value.key === 'contact.here'

/** How many words of answers somebody reads in these rows. */
export function countWords(rows: readonly Row[], words: Pick<Words, 't'>): number {
  const text = rows.flatMap(({ lines }) => lines.flatMap(({ values }) => values.map(value => said(value, words))))
  return text.join(' ').split(/\s+/).filter(Boolean).length
}
