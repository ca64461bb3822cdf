import { type Answers, firstLocks, type LineId, lineIds } from './answers.ts'
import { withField } from './choosing.ts'
import {
  areas,
  asks,
  changeCodes,
  codeWords,
  directions,
  drives,
  goodCodes,
  loads,
  scales,
  smallers,
  steps as stepCodes,
  strengths,
  supports,
  sures,
  weeks,
  whens,
  withs
} from './codes.ts'
import { steps } from './flow.ts'
import { checkFreeText, checkName, textMax } from './freeText.ts'
import { readPhone } from './phone.ts'
import { followupOptions } from './sharing.ts'
import { tongues } from './tongues.ts'
import { begin, type Page, type Setting, type Shared, type Visit } from './visit.ts'

/** The visit as bytes for the draft, which `sealing/draft.ts` closes. The place is not in it: it stands in `place`. */
export function keepVisit(visit: Visit): Uint8Array<ArrayBuffer> {
  const { setting: _, notice: __, overlay: ___, ...kept } = visit
  return new TextEncoder().encode(JSON.stringify({ ...kept, v: 1 }))
}

/**
 * The visit of an opened draft, with the place as it is now. What this version does not know (an older or newer app
 * wrote it) is left out; bytes that are no visit at all are 'unreadable'.
 */
export function resumeVisit(bytes: Uint8Array, setting: Setting): Visit | 'unreadable' {
  let json: unknown
  try {
    json = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return 'unreadable'
  }
  const kept = fields(json)
  const page = pageOf(kept['page'])
  if (kept['v'] !== 1 || !page || typeof kept['language'] !== 'string') return 'unreadable'
  const trail = list(kept['trail']).flatMap(i => pageOf(i) ?? [])
  const answers = readAnswers(kept['answers'])
  const editing = fields(kept['editing'])
  const line = one(lineIds, editing['line'])
  const fresh: Visit = {
    ...begin(setting, kept['language']),
    page,
    trail,
    answers,
    arrived: readAnswers(kept['arrived'])
  }
  const set = <K extends keyof Visit>(visit: Visit, key: K, value: Visit[K] | undefined) => withField(visit, key, value)
  let visit: Visit = { ...fresh, locks: readLocks(kept['locks']) }
  visit = set(visit, 'editing', line && { line, before: readAnswers(editing['before']) })
  visit = set(visit, 'share', one(['share.step', 'share.card', 'share.pick', 'share.none'], kept['share']))
  visit = set(visit, 'contact', one(['contact.here', 'contact.back', 'contact.phone'], kept['contact']))
  visit = set(visit, 'followup', one(followupOptions, kept['followup']))
  visit = set(visit, 'phone', typeof kept['phone'] === 'string' ? readPhone(kept['phone']) : undefined)
  visit = set(visit, 'name', typeof kept['name'] === 'string' ? checkName(kept['name']) : undefined)
  visit = set(visit, 'speaksChoice', one(['speaks.same', 'speaks.other'], kept['speaksChoice']))
  visit = set(visit, 'speaks', tongues.find(i => i.code === kept['speaks'])?.code)
  visit = set(visit, 'assisted', kept['assisted'] === true || undefined)
  visit = set(visit, 'called', kept['called'] === true || undefined)
  return set(visit, 'shared', readShared(kept['shared']))
}

const fields = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])
const one = <const T extends string>(known: readonly T[], value: unknown): T | undefined => known.find(i => i === value)

const otherPages = [
  'language',
  'welcome',
  'card',
  'share',
  'contact',
  'name',
  'speaks',
  'confirm',
  'code',
  'done',
  'talk',
  'privacy',
  'preview',
  'together',
  'extra',
  'pick'
] as const
const pages: readonly Page[] = [
  ...otherPages,
  ...steps.flatMap(({ id }): Page[] => (id === 'scale' ? areas.map(area => `scale:${area}` as const) : [id]))
]
const pageOf = (value: unknown): Page | undefined => one(pages, value)

function readLocks(value: unknown): Visit['locks'] {
  const kept = fields(value)
  const lock = (line: LineId) => (typeof kept[line] === 'boolean' ? kept[line] : firstLocks[line])
  return Object.fromEntries(lineIds.map(line => [line, lock(line)])) as Visit['locks']
}

const lists = {
  good: goodCodes,
  change: changeCodes,
  direction: directions,
  drive: drives,
  strength: strengths,
  ask: asks,
  week: weeks,
  support: supports,
  load: loads
}
const singles = { step: stepCodes, when: whens, with: withs, sure: sures, smaller: smallers }
const texts = ['directionText', 'strengthText', 'stepText'] as const

function readAnswers(value: unknown): Answers {
  const kept = fields(value)
  const read: Record<string, unknown> = {}
  for (const [name, known] of Object.entries(lists)) {
    const codes = list(kept[name]).flatMap(i => one<string>(known, i) ?? [])
    if (codes.length > 0) read[name] = codes
  }
  for (const [name, known] of Object.entries(singles)) {
    const code = one<string>(known, kept[name])
    if (code) read[name] = code
  }
  for (const name of texts) {
    const text = typeof kept[name] === 'string' ? checkFreeText(kept[name], textMax[name]) : undefined
    if (text) read[name] = text
  }
  const scale = fields(kept['scale'])
  const scaled = areas.flatMap(area => (one(scales, scale[area]) ? [[area, scale[area]] as const] : []))
  if (scaled.length > 0) read['scale'] = Object.fromEntries(scaled)
  return read
}

function readShared(value: unknown): Shared | undefined {
  const { id, code, seed, direct } = fields(value)
  const { word, digits } = fields(code)
  const known = one(codeWords, word)
  if (typeof id !== 'string' || typeof seed !== 'string' || !known || typeof digits !== 'string') return undefined
  return { id, code: { word: known, digits }, seed, ...(direct === true ? { direct } : {}) }
}
