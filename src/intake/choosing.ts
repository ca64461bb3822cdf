import type { Answers } from './answers.ts'
import { type AreaCode, areas } from './codes.ts'
import { type Option, type Step, stepOf } from './flow.ts'
import type { Notice, Visit } from './visit.ts'

/** The area that a page of the scale is about. */
export const areaOf = (page: string): AreaCode | undefined => areas.find(area => page === `scale:${area}`)

/** The object with a field set, or without it when there is nothing to set. */
export function withField<T extends object, K extends keyof T>(from: T, key: K, value: T[K] | undefined): T {
  const { [key]: _, ...rest } = from
  return (value === undefined ? rest : { ...rest, [key]: value }) as T
}

/** The codes that are chosen on a question page; for a text page none. */
export function chosenOn(page: string, answers: Answers): readonly string[] {
  const area = areaOf(page)
  if (area) return answers.scale?.[area] ? [answers.scale[area]] : []
  if (page === 'stepOwn') return []
  const given = answers[page as keyof Answers]
  return typeof given === 'string' ? [given] : Array.isArray(given) ? given : []
}

/** True when the resident said something here: the button then reads "Verder" in place of "Sla over". */
export const isAnswered = (page: string, answers: Answers): boolean =>
  page === 'stepOwn' ? answers.stepText !== undefined : chosenOn(page, answers).length > 0

/** The answers without what was said on one page. */
export function clearedOn(page: string, answers: Answers): Answers {
  const area = areaOf(page)
  if (area) {
    const scale = withField(answers.scale ?? {}, area, undefined)
    // nothing said is no field, as after a reload
    return withField(answers, 'scale', Object.keys(scale).length > 0 ? scale : undefined)
  }
  return withField(answers, page === 'stepOwn' ? 'stepText' : (page as keyof Answers), undefined)
}

/** The new choice, or the notice why a tap changed nothing. A second tap on a chosen tile takes it away. */
function toggled(
  step: Step,
  offered: readonly Option[],
  chosen: readonly string[],
  option: Option
): readonly string[] | Notice {
  const { code } = option
  if (chosen.includes(code)) return chosen.filter(i => i !== code)
  if (step.kind !== 'multi' || option.exclusive) return [code]
  const others = chosen.filter(i => !offered.find(o => o.code === i)?.exclusive)
  return others.length >= step.max ? { key: 'common.full', count: step.max } : [...others, code]
}

/** A tap on a tile of a question page. A code that the page does not offer changes nothing. */
export function choose(visit: Visit, code: string): Visit {
  const { page, answers } = visit
  const step = stepOf(page)
  const offered = step?.options(visit) ?? []
  const option = offered.find(i => i.code === code)
  if (!step || !option) return visit
  const result = toggled(step, offered, chosenOn(page, answers), option)
  if ('key' in result) return { ...visit, notice: result }
  return { ...visit, answers: stored(page, answers, step, result) }
}

function stored(page: string, answers: Answers, { kind }: Step, codes: readonly string[]): Answers {
  if (codes.length === 0) return clearedOn(page, answers)
  const area = areaOf(page)
  // the codes are from this step's own options, so they have this field's type
  if (area) return { ...answers, scale: { ...answers.scale, [area]: codes[0] } } as Answers
  return { ...answers, [page]: kind === 'multi' ? codes : codes[0] } as Answers
}
