import { areas } from './codes.ts'
import { type Step, steps } from './flow.ts'
import type { StepId, Told } from './visit.ts'

/** An answer to tick. Its code is also the key of its label and the name of its picture. */
export interface PaperOption {
  readonly code: string
  /** A line to write on behind it. */
  readonly write?: true
}

/** A question as it stands on an empty paper card. */
export type PaperQuestion =
  | {
      readonly kind: 'rows'
      readonly rows: readonly string[]
      /** Text keys: what one can tick in each row. */
      readonly columns: readonly { readonly label: string; readonly help?: string }[]
    }
  | {
      readonly kind: 'choice'
      /** Text keys. */
      readonly question: string
      readonly help: string
      readonly options: readonly PaperOption[]
      /** Columns side by side. */
      readonly wide: 2 | 3 | 4
      /** Lines to write on above the options. */
      readonly lines: number
    }

const wide: Readonly<Partial<Record<StepId, 2 | 3 | 4>>> = { strength: 3, when: 4, with: 3 }

const question = (step: Step, told: Told): PaperQuestion => {
  const own = step.id === 'step'
  // which first steps fit depends on the direction; on paper there is room to write one
  const offered = step.options(told).filter(({ code }) => !own || code === 'step.together' || code === 'step.none')
  return {
    kind: 'choice',
    // the name of the place can be long, and is at the foot already
    question: step.id === 'ask' ? 'card.ask' : step.question(told),
    help: step.help(told),
    options: offered.map(({ code, text }) => ({ code, ...(text ? { write: true as const } : {}) })),
    wide: wide[step.id] ?? 2,
    lines: own ? 2 : 0
  }
}

const sides: readonly (readonly StepId[])[] = [
  ['strength', 'direction'],
  ['drive', 'ask', 'step', 'when', 'with']
]

/**
 * The core questions for a card that is filled in by hand: two sides. How it goes with an area is not asked here: paper
 * cannot leave out the areas that somebody does not want to talk about.
 *
 * @param setting what the place switched off is not on it
 */
export function paperCard(setting: Told['setting']): readonly (readonly PaperQuestion[])[] {
  const on = (id: StepId) => !setting.offSteps.includes(id)
  const columns = [
    ...(on('good') ? [{ label: 'card.good' }] : []),
    ...(on('change') ? [{ label: 'card.change', help: 'change.help' }] : [])
  ]
  const ask = (id: StepId) =>
    steps.filter(step => step.id === id && on(id)).map(step => question(step, { answers: {}, setting }))
  return sides.map((ids, side): readonly PaperQuestion[] => [
    ...(side === 0 && columns.length > 0 ? [{ kind: 'rows' as const, rows: areas, columns }] : []),
    ...ids.flatMap(ask)
  ])
}
