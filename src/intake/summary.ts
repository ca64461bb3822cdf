import * as z from 'zod/mini'

import {
  areas,
  asks,
  codeWords,
  directions,
  drives,
  loads,
  steps,
  strengths,
  supports,
  sures,
  weeks,
  whens,
  withs
} from './codes.ts'
import { cleanText, textMax } from './freeText.ts'
import { SUMMARY_MAX } from './summaryBytes.ts'

const text = (max: number) =>
  z.string().check(
    z.minLength(1),
    z.refine(value => cleanText(value, max) === value)
  )
const some = <const T extends readonly [string, ...string[]]>(codes: T, max: number) =>
  z.array(z.enum(codes)).check(
    z.maxLength(max),
    z.refine(list => new Set(list).size === list.length)
  )
const time = z.string().check(z.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/))
const language = z.string().check(z.regex(/^[a-z]{2,3}(-[A-Za-z\d]{2,8}){0,3}$/))
const bytes = (length: number) => z.string().check(z.regex(/^[\w-]+$/), z.length(Math.ceil((length * 4) / 3)))

/** What may leave the device of what makes it hard: not health, and "dat vertel ik liever zelf" only as a flag. */
const sharedLoads = loads.filter(code => code !== 'load.health' && code !== 'load.tell') as [
  SharedLoad,
  ...SharedLoad[]
]
type SharedLoad = Exclude<(typeof loads)[number], 'load.health' | 'load.tell'>

const level = z.union([z.literal(1), z.literal(2), z.literal(3)])
const change = z.array(z.strictObject({ area: z.enum(areas), level: z.optional(level) })).check(
  z.maxLength(2),
  z.refine(list => new Set(list.map(i => i.area)).size === list.length)
)

/**
 * The goals summary: all that a professional can ever get of a visit. Strict, so that a field that is not here cannot
 * be sent or read. An absent answer was not shared; an empty list was left empty. There is no field that could hold a
 * score, a rung, an illness, an address or a number of a person other than the telephone number they gave for this.
 */
export const Summary = z.strictObject({
  v: z.literal(1),
  /** Version of the questions. */
  flow: z.int().check(z.gte(1), z.lte(9999)),
  /** Made on the resident's device, 16 bytes base64url; the same as outside the seal. */
  id: bytes(16),
  code: z.strictObject({ word: z.enum(codeWords), digits: z.string().check(z.regex(/^\d{3}$/)) }),
  /** What the device claims, ISO 8601 in UTC. */
  createdAt: time,
  /** Language of the conversation, BCP 47. */
  lang: language,
  /** Language that the resident likes to speak most, when it is not `lang`; 'other' when it was not on the list. */
  speaks: z.optional(z.union([language, z.literal('other')])),
  scope: z.enum(['talk', 'step', 'card', 'pick']),
  assisted: z.optional(z.literal(true)),
  name: z.optional(text(textMax.name).check(z.regex(/^\P{Nd}+$/u))),
  contact: z.strictObject({
    mode: z.enum(['here', 'back', 'phone', 'none']),
    phone: z.optional(z.string().check(z.regex(/^\+[1-9]\d{7,14}$/)))
  }),
  followup: z.optional(z.enum(['now', 'week', 'two', 'month', 'self'])),
  direction: z.optional(some(directions, 2)),
  directionText: z.optional(text(textMax.directionText)),
  drive: z.optional(some(drives, 2)),
  ask: z.optional(some(asks, 3)),
  step: z.optional(
    z.strictObject({
      code: z.enum(steps),
      text: z.optional(text(textMax.stepText)),
      when: z.optional(z.enum(whens)),
      with: z.optional(z.enum(withs)),
      sure: z.optional(z.enum(sures)),
      smaller: z.optional(z.enum(['talk', 'look', 'ask']))
    })
  ),
  strength: z.optional(some(strengths, 5)),
  strengthText: z.optional(text(textMax.strengthText)),
  good: z.optional(some(areas, 7)),
  change: z.optional(change),
  week: z.optional(some(weeks, 9)),
  support: z.optional(some(supports, 7)),
  load: z.optional(some(sharedLoads, 3)),
  talkInPerson: z.optional(z.literal(true)),
  /** For return visits, which are not built yet. */
  visit: z.optional(
    z.strictObject({
      n: z.int().check(z.gte(1), z.lte(999)),
      previousId: z.optional(bytes(16)),
      previous: z.optional(
        z.strictObject({
          stepCode: z.optional(z.enum(steps)),
          outcome: z.enum(['done', 'partly', 'notyet', 'different']),
          change: z.optional(change)
        })
      )
    })
  ),
  /** For answers to the resident, which are not built yet. */
  reply: z.optional(z.strictObject({ mailbox: bytes(16), publicKey: bytes(65) })),
  /** Which confirm text the resident said yes to, in which language, and when. */
  consent: z.strictObject({ text: z.string().check(z.regex(/^[a-z]+\.\d{1,4}$/)), lang: language, at: time })
})
export type Summary = z.infer<typeof Summary>

/**
 * Reads a summary from opened bytes. Never throws: bytes of a later version are 'unknown-version' (this desk is too
 * old), anything else that is not exactly a summary is 'malformed'.
 */
export function parseSummary(bytes: Uint8Array): Summary | 'unknown-version' | 'malformed' {
  if (bytes.length > SUMMARY_MAX) return 'malformed'
  let json: unknown
  try {
    json = JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes))
  } catch {
    return 'malformed'
  }
  if (typeof json !== 'object' || json === null) return 'malformed'
  const version = (json as { v?: unknown }).v
  if (Number.isInteger(version) && (version as number) > 1) return 'unknown-version'
  const parsed = Summary.safeParse(json)
  return parsed.success ? parsed.data : 'malformed'
}
