import * as fc from 'fast-check'

import { type Answers, lineIds, type Locks } from '#intake/answers.ts'
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
  steps,
  strengths,
  supports,
  sures,
  weeks,
  whens,
  withs
} from '#intake/codes.ts'
import { checkFreeText, checkName, textMax } from '#intake/freeText.ts'
import type { Summary } from '#intake/summary.ts'
import { summaryBytes } from '#intake/summaryBytes.ts'
import { tidy } from '#intake/tidy.ts'
import { tongues } from '#intake/tongues.ts'
import { begin, type Visit } from '#intake/visit.ts'
import { aSetting } from './aResident.ts'

const some = <T>(codes: readonly T[], maxLength: number) =>
  fc.option(fc.subarray([...codes], { maxLength }), { nil: undefined })
const one = <T>(codes: readonly T[]) => fc.option(fc.constantFrom(...codes), { nil: undefined })
const words = (max: number) =>
  fc.option(
    fc.string({ unit: 'grapheme', maxLength: max }).map(i => checkFreeText(i, max) || undefined),
    { nil: undefined }
  )

const without = <T extends object>(from: T): T =>
  Object.fromEntries(Object.entries(from).filter(([, value]) => value !== undefined)) as T

const answers: fc.Arbitrary<Answers> = fc
  .record({
    good: some(goodCodes, 7),
    change: some(changeCodes, 2),
    scale: fc.constant(Object.fromEntries(areas.map((area, i) => [area, scales[i % 3]]))),
    direction: some(directions, 2),
    directionText: words(textMax.directionText),
    drive: some(drives, 2),
    strength: some(strengths, 5),
    strengthText: words(textMax.strengthText),
    ask: some(asks, 3),
    step: one(steps),
    stepText: words(textMax.stepText),
    when: one(whens),
    with: one(withs),
    sure: one(sures),
    smaller: one(smallers),
    week: some(weeks, 9),
    support: some(supports, 7),
    load: some(loads, 3)
  })
  .map(i => without(i) as Answers)

const locks: fc.Arbitrary<Locks> = fc
  .tuple(...lineIds.map(() => fc.boolean()))
  .map(list => Object.fromEntries(lineIds.map((line, i) => [line, list[i]])) as unknown as Locks)

/** Any visit that could stand before the confirm page. */
export const visits: fc.Arbitrary<Visit> = fc
  .record({
    answers,
    locks,
    share: one(['share.step', 'share.card', 'share.pick', 'share.none']),
    contact: one(['contact.here', 'contact.back', 'contact.phone']),
    followup: one(['followup.week', 'followup.two', 'followup.month']),
    phone: one(['+31612345678']),
    name: fc.option(
      fc.string({ unit: 'grapheme', maxLength: 20 }).map(i => checkName(i) || undefined),
      { nil: undefined }
    ),
    speaks: one(tongues.map(i => i.code)),
    language: fc.constantFrom('nl', 'en', 'ar', 'zh-Hant-TW')
  })
  .map(i => {
    const base = begin(aSetting(), i.language)
    const kept = tidy(i.answers, i.answers, base.setting)
    return without({ ...base, ...i, page: 'confirm', answers: kept, arrived: kept }) as Visit
  })

/** The summary as the text that is sealed. */
export const asText = (summary: Summary) => new TextDecoder().decode(summaryBytes(summary))
