import type { Answers } from './answers.ts'
import { type AreaCode, areas, type ScaleCode, type StepCode } from './codes.ts'
import { companyOf } from './menu.ts'
import type { Summary } from './summary.ts'

/** What was said, in the one shape from which the card and the summary are both shown. */
export interface Content extends Readonly<Partial<Record<ListName, readonly string[]>>> {
  readonly directionText?: string | undefined
  readonly strengthText?: string | undefined
  readonly step?: {
    readonly code: StepCode
    readonly text?: string | undefined
    /** Code of the smaller step, when it was made smaller. */
    readonly smaller?: string | undefined
    readonly when?: string | undefined
    readonly with?: string | undefined
    readonly sure?: string | undefined
  }
  readonly change?: readonly { readonly area: AreaCode; readonly scale?: ScaleCode | undefined }[]
  /** "Niets. Het is goed zo." was chosen. */
  readonly changeNone?: true
}
type ListName = 'direction' | 'drive' | 'strength' | 'ask' | 'good' | 'week' | 'support' | 'load'

const scales = { 1: 'scale.hard', 2: 'scale.ok', 3: 'scale.good' } as const

/** The content of the card on the resident's own device. */
export function contentOf({ step, stepText, when, sure, smaller, change, scale, ...rest }: Answers): Content {
  return {
    ...rest,
    ...(step && {
      step: {
        code: step,
        text: stepText,
        smaller: smaller === 'smaller.keep' ? undefined : smaller,
        when,
        with: companyOf({ step, ...rest }),
        sure
      }
    }),
    change: areas.filter(area => change?.includes(area)).map(area => ({ area, scale: scale?.[area] })),
    ...(change?.includes('change.none') && { changeNone: true })
  }
}

/** The content of a summary, for the preview and the desk. */
export function contentOfSummary({ step, change, ...rest }: Summary): Content {
  const { direction, directionText, drive, ask, strength, strengthText, good, week, support, load } = rest
  return {
    ...(direction && { direction }),
    directionText,
    ...(drive && { drive }),
    ...(ask && { ask }),
    ...(strength && { strength }),
    strengthText,
    ...(good && { good }),
    ...(week && { week }),
    ...(support && { support }),
    ...(load && { load }),
    ...(step && { step: { ...step, smaller: step.smaller && `step.small_${step.smaller}` } }),
    ...(change && { change: change.map(i => ({ area: i.area, scale: i.level && scales[i.level] })) })
  }
}
