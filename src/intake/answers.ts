import type {
  AreaCode,
  AskCode,
  ChangeCode,
  DirectionCode,
  DriveCode,
  GoodCode,
  LoadCode,
  ScaleCode,
  SmallerCode,
  StepCode,
  StrengthCode,
  SupportCode,
  SureCode,
  WeekCode,
  WhenCode,
  WithCode
} from './codes.ts'

/**
 * What a resident answered on this device. An absent field was skipped; nothing is ever required. This type never
 * leaves the device: what does is `summary.ts`.
 */
export interface Answers {
  readonly good?: readonly GoodCode[]
  readonly change?: readonly ChangeCode[]
  /** One answer for each area chosen in `change`. */
  readonly scale?: Readonly<Partial<Record<AreaCode, ScaleCode>>>
  readonly direction?: readonly DirectionCode[]
  /** At most 80 characters. */
  readonly directionText?: string
  readonly drive?: readonly DriveCode[]
  readonly strength?: readonly StrengthCode[]
  /** At most 40 characters. */
  readonly strengthText?: string
  readonly ask?: readonly AskCode[]
  readonly step?: StepCode
  /** With `step.own`; at most 80 characters. */
  readonly stepText?: string
  readonly when?: WhenCode
  readonly with?: WithCode
  readonly sure?: SureCode
  readonly smaller?: SmallerCode
  readonly week?: readonly WeekCode[]
  readonly support?: readonly SupportCode[]
  readonly load?: readonly LoadCode[]
}

/** The lines of the card that can be locked, in the order of the card. */
export const lineIds = [
  'direction',
  'drive',
  'step',
  'strength',
  'ask',
  'good',
  'change',
  'week',
  'support',
  'load'
] as const
export type LineId = (typeof lineIds)[number]

/** True: "alleen voor mij". A lock always wins over the way of sharing. */
export type Locks = Readonly<Record<LineId, boolean>>

/** Sensitive lines start locked. */
export const firstLocks: Locks = {
  direction: false,
  drive: false,
  step: false,
  strength: false,
  ask: false,
  good: false,
  change: false,
  week: true,
  support: true,
  load: true
}
