import type { Answers } from './answers.ts'
import type { DirectionCode, StepCode, WithCode } from './codes.ts'

/** Small first steps that fit a direction, three each: offered, never prescribed. */
export const menus = {
  'direction.rest': ['step.rest_letter', 'step.rest_list', 'step.rest_walk'],
  'direction.people': ['step.people_coffee', 'step.people_group', 'step.people_hello'],
  'direction.dayplace': ['step.dayplace_visit', 'step.dayplace_try', 'step.dayplace_talk'],
  'direction.volunteer': ['step.volunteer_list', 'step.volunteer_visit', 'step.volunteer_try'],
  'direction.language': ['step.language_ask', 'step.language_daily', 'step.language_cafe'],
  'direction.course': ['step.course_ask', 'step.course_visit', 'step.course_talk'],
  'direction.worksupport': ['step.worksupport_talk', 'step.worksupport_visit', 'step.worksupport_try'],
  'direction.work': ['step.work_cv', 'step.work_look', 'step.work_money'],
  'direction.unsure': ['step.unsure_talk', 'step.unsure_look', 'step.unsure_think']
} as const satisfies Partial<Record<DirectionCode, readonly StepCode[]>>

/** Steps of every day: they begin today or this week, not later. */
const habits: readonly StepCode[] = ['step.rest_walk', 'step.language_daily']
/** The step itself says that someone of the place is there. */
const withTeam: readonly StepCode[] = [
  'step.rest_letter',
  'step.people_coffee',
  'step.dayplace_talk',
  'step.language_cafe',
  'step.worksupport_talk',
  'step.work_cv',
  'step.work_look',
  'step.volunteer_list',
  'step.unsure_talk',
  'step.unsure_look',
  'step.course_talk',
  'step.work_money'
]
const alone: readonly StepCode[] = ['step.unsure_think', 'step.people_hello']
/** Already as small as it gets. */
const noSmaller: readonly StepCode[] = [
  'step.rest_walk',
  'step.people_hello',
  'step.people_coffee',
  'step.dayplace_talk',
  'step.worksupport_talk',
  'step.course_talk',
  'step.language_ask',
  'step.course_ask',
  'step.work_money',
  'step.unsure_talk',
  'step.unsure_look',
  'step.unsure_think'
]

/**
 * The tiles of `step`: one direction gives its three, two give the first two of each, none or "iets anders" the menu
 * for who does not know yet; then always own, together and none. At most seven.
 */
export function stepMenu(chosen: readonly DirectionCode[] = []): readonly StepCode[] {
  const known = chosen.flatMap(code => (code === 'direction.other' ? [] : [menus[code]]))
  const offered = known.length > 1 ? known.flatMap(menu => menu.slice(0, 2)) : (known[0] ?? menus['direction.unsure'])
  return [...offered, 'step.own', 'step.together', 'step.none']
}

/** A step that one can plan: not "samen bedenken" and not "nu nog geen stap". */
export const isPlanned = (step: StepCode | undefined): step is StepCode =>
  step !== undefined && step !== 'step.together' && step !== 'step.none'

export const isHabit = (step: StepCode | undefined): boolean => step !== undefined && habits.includes(step)

export const canBeSmaller = (step: StepCode | undefined): boolean => isPlanned(step) && !noSmaller.includes(step)

/** The company that the step itself brings, when `with` need not be asked. */
export function companyOfStep(step: StepCode | undefined): WithCode | undefined {
  if (!step) return undefined
  if (withTeam.includes(step)) return 'with.team'
  return alone.includes(step) ? 'with.alone' : undefined
}

/** With whom: what the step brings, else what the resident chose. */
export const companyOf = (answers: Answers): WithCode | undefined => companyOfStep(answers.step) ?? answers.with
