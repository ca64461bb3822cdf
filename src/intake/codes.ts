/**
 * Every answer is one of these codes. A code is also the key of its label in `locales/` and the name of its picture.
 * A code never changes meaning: a new meaning is a new code.
 */

/** The seven areas of the wheel, in their fixed clock places. */
export const areas = [
  'area.people',
  'area.outside',
  'area.giving',
  'area.learning',
  'area.work',
  'area.home',
  'area.money'
] as const
export type AreaCode = (typeof areas)[number]

export const goodCodes = [
  'area.people',
  'area.outside',
  'area.giving',
  'area.learning',
  'area.work',
  'area.home',
  'area.money',
  'good.none'
] as const
export type GoodCode = (typeof goodCodes)[number]

export const changeCodes = [
  'area.people',
  'area.outside',
  'area.giving',
  'area.learning',
  'area.work',
  'area.home',
  'area.money',
  'change.none'
] as const
export type ChangeCode = (typeof changeCodes)[number]

export const scales = ['scale.good', 'scale.ok', 'scale.hard'] as const
export type ScaleCode = (typeof scales)[number]

export const directions = [
  'direction.rest',
  'direction.people',
  'direction.dayplace',
  'direction.volunteer',
  'direction.language',
  'direction.course',
  'direction.worksupport',
  'direction.work',
  'direction.unsure',
  'direction.other'
] as const
export type DirectionCode = (typeof directions)[number]

export const drives = [
  'drive.people',
  'drive.money',
  'drive.learn',
  'drive.family',
  'drive.giving',
  'drive.busy',
  'drive.self',
  'drive.proud'
] as const
export type DriveCode = (typeof drives)[number]

export const strengths = [
  'strength.cook',
  'strength.clean',
  'strength.care',
  'strength.kids',
  'strength.fix',
  'strength.green',
  'strength.drive',
  'strength.digital',
  'strength.talk',
  'strength.organise',
  'strength.languages',
  'strength.create',
  'strength.other',
  'strength.none'
] as const
export type StrengthCode = (typeof strengths)[number]

export const asks = [
  'ask.listen',
  'ask.find',
  'ask.along',
  'ask.letters',
  'ask.peer',
  'ask.course',
  'ask.meet',
  'ask.money',
  'ask.none'
] as const
export type AskCode = (typeof asks)[number]

export const steps = [
  'step.rest_letter',
  'step.rest_list',
  'step.rest_walk',
  'step.people_coffee',
  'step.people_group',
  'step.people_hello',
  'step.dayplace_visit',
  'step.dayplace_try',
  'step.dayplace_talk',
  'step.volunteer_list',
  'step.volunteer_visit',
  'step.volunteer_try',
  'step.language_ask',
  'step.language_daily',
  'step.language_cafe',
  'step.course_ask',
  'step.course_visit',
  'step.course_talk',
  'step.worksupport_talk',
  'step.worksupport_visit',
  'step.worksupport_try',
  'step.work_cv',
  'step.work_look',
  'step.work_money',
  'step.unsure_talk',
  'step.unsure_look',
  'step.unsure_think',
  'step.own',
  'step.together',
  'step.none'
] as const
export type StepCode = (typeof steps)[number]

export const whens = ['when.today', 'when.week', 'when.next', 'when.later'] as const
export type WhenCode = (typeof whens)[number]

export const withs = ['with.alone', 'with.known', 'with.team'] as const
export type WithCode = (typeof withs)[number]

export const sures = ['sure.yes', 'sure.maybe', 'sure.toobig'] as const
export type SureCode = (typeof sures)[number]

export const smallers = ['step.small_talk', 'step.small_look', 'step.small_ask', 'smaller.keep'] as const
export type SmallerCode = (typeof smallers)[number]

export const weeks = [
  'week.home',
  'week.care',
  'week.meet',
  'week.group',
  'week.dayplace',
  'week.volunteer',
  'week.learn',
  'week.work',
  'week.other'
] as const
export type WeekCode = (typeof weeks)[number]

export const supports = [
  'support.family',
  'support.friends',
  'support.neighbours',
  'support.group',
  'support.teacher',
  'support.buddy',
  'support.worker',
  'support.none'
] as const
export type SupportCode = (typeof supports)[number]

/** What a resident may choose on the device. `load.health` and `load.tell` are in no type that leaves it. */
export const loads = [
  'load.language',
  'load.money',
  'load.housing',
  'load.care',
  'load.letters',
  'load.digital',
  'load.travel',
  'load.alone',
  'load.dare',
  'load.health',
  'load.tell',
  'load.none'
] as const
export type LoadCode = (typeof loads)[number]

/** The picture words of the pickup code. */
export const codeWords = [
  'codeWord.house',
  'codeWord.tree',
  'codeWord.bread',
  'codeWord.fish',
  'codeWord.bird',
  'codeWord.key',
  'codeWord.bridge',
  'codeWord.boat',
  'codeWord.bicycle',
  'codeWord.train',
  'codeWord.apple',
  'codeWord.star',
  'codeWord.mountain',
  'codeWord.flower',
  'codeWord.chair',
  'codeWord.lamp',
  'codeWord.door',
  'codeWord.book',
  'codeWord.clock',
  'codeWord.bag',
  'codeWord.cup',
  'codeWord.ball'
] as const
export type CodeWord = (typeof codeWords)[number]
