import { areaOf, chosenOn, isAnswered } from './choosing.ts'
import { type Option, type Step, stepOf } from './flow.ts'
import { textMax } from './freeText.ts'
import type { Visit } from './visit.ts'

/** Everything that a question page shows, as keys. */
export interface Question {
  readonly step: Step
  readonly title: string
  /** The area that this page of the scale is about: the key of its name, shown with the title. */
  readonly about?: string
  readonly help: string
  readonly options: readonly Option[]
  readonly chosen: readonly string[]
  /** The open text field: that of a chosen "iets anders", or the one of `stepOwn`. */
  readonly field?: { readonly label: string; readonly max: number; readonly value: string }
  /** Notes of chosen options, such as that health stays on this device. */
  readonly notes: readonly string[]
  readonly answered: boolean
}

/** What the question page at which the visit is shows, or nothing when it is at another page. */
export function questionOf(visit: Visit): Question | undefined {
  const step = stepOf(visit.page)
  if (!step) return undefined
  const { answers, page } = visit
  const about = areaOf(page)
  const options = step.options(visit)
  const chosen = chosenOn(page, answers)
  const opened = options.filter(i => chosen.includes(i.code))
  const text = opened.find(i => i.text)?.text
  const field =
    step.id === 'stepOwn'
      ? { label: 'stepOwn.label', max: textMax.stepText, value: answers.stepText ?? '' }
      : text && { label: text.label, max: text.max, value: answers[text.field] ?? '' }
  return {
    step,
    title: step.question(visit),
    ...(about ? { about } : {}),
    help: step.help(visit),
    options,
    chosen,
    ...(field ? { field } : {}),
    notes: opened.flatMap(i => i.note ?? []),
    answered: isAnswered(page, answers)
  }
}
