import type { LineId } from './answers.ts'
import {
  areas,
  asks,
  changeCodes,
  directions,
  drives,
  goodCodes,
  loads,
  scales,
  smallers,
  strengths,
  supports,
  sures,
  weeks,
  whens,
  withs
} from './codes.ts'
import { canBeSmaller, companyOfStep, isHabit, isPlanned, stepMenu } from './menu.ts'
import type { StepId, StepPage, Told, Visit } from './visit.ts'

export type Chapter = 1 | 2 | 3 | 4 | 5

/** The text keys of the five chapters, in order. */
export const chapters = ['chapter.now', 'chapter.goal', 'chapter.helps', 'chapter.step', 'chapter.share'] as const

/** Version of these questions, carried in each summary. A changed question raises it. */
export const FLOW_VERSION = 1

export interface Option {
  /** The code is also the key of the label and the name of the picture. */
  readonly code: string
  readonly hint?: string
  /** Stands alone: choosing it takes the others away. */
  readonly exclusive?: true
  /** Opens a field on the same page. */
  readonly text?: { readonly field: 'directionText' | 'strengthText'; readonly max: number; readonly label: string }
  /** A sentence to show once it is chosen. */
  readonly note?: string
}

export interface Step {
  readonly id: StepId
  readonly chapter: Chapter
  /** `scale` is a single choice of three, shown with a level. */
  readonly kind: 'multi' | 'single' | 'scale' | 'text'
  /** Most choices, or for `text` most characters. */
  readonly max: number
  readonly question: (told: Told) => string
  readonly help: (told: Told) => string
  readonly options: (told: Told) => readonly Option[]
  readonly shown: (told: Told) => boolean
  /** The line of the card whose lock covers this answer. */
  readonly lock: LineId
  readonly route: 'core' | 'extra'
}

type Extra = Pick<Option, 'hint' | 'text' | 'note'>

/** Options in the order of the codes. Whatever is called `….none` or is not known yet stands alone. */
function options(codes: readonly string[], extras: Readonly<Record<string, Extra>> = {}): readonly Option[] {
  return codes.map(code => ({
    code,
    ...(areas.some(area => area === code) ? { hint: `${code}_hint` } : {}),
    ...(code.endsWith('.none') || code === 'direction.unsure' ? { exclusive: true as const } : {}),
    ...extras[code]
  }))
}

type Words = Partial<Pick<Step, 'question' | 'help' | 'options' | 'shown'>>
type Shape = Pick<Step, 'id' | 'chapter' | 'kind' | 'max' | 'lock' | 'route'>

/** A step is shown unless the place switched it off; its words are `<id>.q` and `<id>.help`. */
function step(shape: Shape, codes: readonly Option[], { shown = () => true, ...words }: Words = {}): Step {
  return {
    ...shape,
    question: () => `${shape.id}.q`,
    help: () => `${shape.id}.help`,
    options: () => codes,
    ...words,
    shown: told => !told.setting.offSteps.includes(shape.id) && shown(told)
  }
}

const core = (id: StepId, chapter: Chapter, kind: Step['kind'], max = 1, lock = id as LineId): Shape => ({
  id,
  chapter,
  kind,
  max,
  lock,
  route: 'core'
})
const extra = (id: LineId & StepId, max: number): Shape => ({
  id,
  chapter: 5,
  kind: 'multi',
  max,
  lock: id,
  route: 'extra'
})

const changeOptions = options(changeCodes)
const askOptions = options(asks)
const whenOptions = options(whens)

const planned = ({ answers }: Told) => isPlanned(answers.step)
export const chosenAreas = ({ answers }: Told) => areas.filter(area => answers.change?.includes(area))

/** Every question, in the order in which it is asked. Words stand in `locales/`, never here. */
export const steps: readonly Step[] = [
  step(core('good', 1, 'multi', 7), options(goodCodes)),
  step(core('change', 1, 'multi', 2), changeOptions, {
    // what already goes well comes last, all stays available
    options: ({ answers }) => {
      const late = (option: Option) => Number(answers.good?.some(code => code === option.code) ?? false)
      return [...changeOptions].sort(
        (a, b) => Number(a.exclusive ?? false) - Number(b.exclusive ?? false) || late(a) - late(b)
      )
    }
  }),
  step(core('scale', 1, 'scale', 1, 'change'), options(scales), { shown: told => chosenAreas(told).length > 0 }),
  step(
    core('direction', 2, 'multi', 2),
    options(directions, {
      'direction.rest': { hint: 'direction.rest_hint' },
      'direction.dayplace': { hint: 'direction.dayplace_hint' },
      'direction.volunteer': { hint: 'direction.volunteer_hint' },
      'direction.worksupport': { hint: 'direction.worksupport_hint' },
      'direction.work': { hint: 'direction.work_hint' },
      'direction.other': { text: { field: 'directionText', max: 80, label: 'direction.otherLabel' } }
    })
  ),
  step(core('drive', 2, 'multi', 2), options(drives), {
    question: ({ answers }) => (answers.direction?.includes('direction.unsure') ? 'drive.q_unsure' : 'drive.q'),
    shown: ({ answers }) => Boolean(answers.direction?.length)
  }),
  step(
    core('strength', 3, 'multi', 5),
    options(strengths, { 'strength.other': { text: { field: 'strengthText', max: 40, label: 'strength.otherLabel' } } })
  ),
  step(core('ask', 3, 'multi', 3), askOptions, {
    options: ({ setting }) => askOptions.filter(i => i.exclusive || !setting.offAsks.includes(i.code))
  }),
  step(core('step', 4, 'single'), [], {
    options: ({ answers }) => stepMenu(answers.direction).map(code => ({ code }))
  }),
  step(core('stepOwn', 4, 'text', 80, 'step'), [], { shown: ({ answers }) => answers.step === 'step.own' }),
  step(core('when', 4, 'single', 1, 'step'), whenOptions, {
    options: ({ answers }) =>
      isHabit(answers.step) ? whenOptions.filter(i => i.code === 'when.today' || i.code === 'when.week') : whenOptions,
    shown: planned
  }),
  step(core('with', 4, 'single', 1, 'step'), options(withs), {
    shown: told => planned(told) && !companyOfStep(told.answers.step)
  }),
  step(core('sure', 4, 'scale', 1, 'step'), options(sures), { shown: planned }),
  step(core('smaller', 4, 'single', 1, 'step'), options(smallers), {
    shown: ({ answers }) =>
      canBeSmaller(answers.step) && (answers.sure === 'sure.maybe' || answers.sure === 'sure.toobig')
  }),
  step(extra('week', 9), options(weeks, { 'week.dayplace': { hint: 'week.dayplace_hint' } })),
  step(extra('support', 7), options(supports)),
  step(extra('load', 3), options(loads, { 'load.health': { note: 'load.health_note' } }))
]

const byId = new Map(steps.map(i => [i.id, i]))

/** The step that a page asks, or nothing for a page that asks none. */
export const stepOf = (page: string): Step | undefined => byId.get(page.replace(/:.*/, '') as StepId)

const pagesOf = (asked: Step, told: Told): readonly StepPage[] =>
  !asked.shown(told) ? [] : asked.id === 'scale' ? chosenAreas(told).map(area => `scale:${area}` as const) : [asked.id]

/** The question pages of the core route as the answers stand, in order. */
export const route = (told: Told): readonly StepPage[] =>
  steps.filter(i => i.route === 'core').flatMap(i => pagesOf(i, told))

/** The extra questions that the card offers and this place did not switch off. */
export const extras = (told: Told): readonly StepPage[] =>
  steps.filter(i => i.route === 'extra').flatMap(i => pagesOf(i, told))

/** In which of the five chapters a page lies; the opening pages lie in the first. */
export function chapterOf({ page }: Pick<Visit, 'page'>): Chapter {
  if (page === 'language' || page === 'welcome' || page === 'talk' || page === 'privacy') return 1
  return stepOf(page)?.chapter ?? 5
}
