import type { LineId } from './answers.ts'
import { type AreaCode, areas, type ScaleCode } from './codes.ts'
import { FLOW_VERSION } from './flow.ts'
import { companyOf } from './menu.ts'
import type { Summary } from './summary.ts'
import { tidy } from './tidy.ts'
import type { PickupCode, Visit } from './visit.ts'

/** What the device makes at the moment of sharing. */
export interface Made {
  /** 16 random bytes as base64url: also the id of the envelope. */
  readonly id: string
  readonly code: PickupCode
  /** Milliseconds since 1970. */
  readonly at: number
  /** BCP 47, of the texts on the screen. Absent: they are in the language of the visit. */
  readonly shown?: string | undefined
}

/** Versions of the texts to which a resident says yes. New words are a new version. */
export const consentTexts = { share: 'confirm.1', talk: 'talk.1' } as const

const scopes = { 'share.step': 'step', 'share.card': 'card', 'share.pick': 'pick' } as const
const modes = { 'contact.here': 'here', 'contact.back': 'back', 'contact.phone': 'phone' } as const
const followups = { 'followup.week': 'week', 'followup.two': 'two', 'followup.month': 'month' } as const
const smallers = { 'step.small_talk': 'talk', 'step.small_look': 'look', 'step.small_ask': 'ask' } as const
const levels: Readonly<Record<ScaleCode, 1 | 2 | 3>> = { 'scale.hard': 1, 'scale.ok': 2, 'scale.good': 3 }

/** The lines that go with "Mijn doel en mijn stap". */
const withStep: readonly LineId[] = ['direction', 'step', 'ask']

/**
 * The summary that leaves the device when a resident shares. A lock always wins over the way of sharing; a line that
 * is not shared is absent, one that is shared and was left empty is an empty list. With `share.none`, or without a
 * choice, only what was said about talking is in it; nobody should seal that.
 */
export function summarise(visit: Visit, made: Made): Summary {
  const { locks, share, setting } = visit
  const answers = tidy(visit.arrived, visit.answers, setting)
  const scope = share && share !== 'share.none' ? scopes[share] : 'step'
  const open = (line: LineId): boolean =>
    !locks[line] && share !== undefined && share !== 'share.none' && (scope !== 'step' || withStep.includes(line))
  return compact({
    ...frame(visit, made, consentTexts.share),
    scope,
    assisted: visit.assisted,
    name: visit.name,
    contact: compact({
      mode: visit.contact ? modes[visit.contact] : 'none',
      phone: visit.contact === 'contact.phone' ? visit.phone : undefined
    }),
    followup: followupOf(visit),
    ...(open('direction') && { direction: [...(answers.direction ?? [])], directionText: answers.directionText }),
    ...(open('drive') && { drive: [...(answers.drive ?? [])] }),
    ...(open('ask') && { ask: [...(answers.ask ?? [])] }),
    ...(open('step') && { step: stepOf(visit) }),
    ...(open('strength') && { strength: [...(answers.strength ?? [])], strengthText: answers.strengthText }),
    ...(open('good') && { good: areas.filter(area => answers.good?.includes(area)) }),
    ...(open('change') && { change: changeOf(visit) }),
    ...(open('week') && { week: [...(answers.week ?? [])] }),
    ...(open('support') && { support: [...(answers.support ?? [])] }),
    ...(open('load') && {
      load: (answers.load ?? []).flatMap(code => (code === 'load.health' || code === 'load.tell' ? [] : [code])),
      talkInPerson: answers.load?.includes('load.tell') || undefined
    })
  })
}

/** The summary of "Ik wil liever praten": the languages, and that somebody waits at the tablet. No answer at all. */
export const talkSummary = (visit: Visit, made: Made): Summary =>
  compact({
    ...frame(visit, made, consentTexts.talk),
    scope: 'talk',
    contact: { mode: visit.setting.device === 'tablet' ? 'here' : 'none' },
    followup: visit.setting.device === 'tablet' ? 'now' : undefined
  })

function frame({ language, speaks }: Visit, { id, code, at, shown = language }: Made, text: string) {
  const time = new Date(at).toISOString()
  return {
    v: 1 as const,
    flow: FLOW_VERSION,
    id,
    code,
    createdAt: time,
    lang: language,
    speaks: speaks === language ? undefined : speaks,
    // what was read: Arabic by who hears Darija over it, Dutch by who looked at the Dutch text
    consent: { text, lang: shown, at: time }
  }
}

function followupOf({ contact, followup }: Visit): Summary['followup'] {
  if (contact === 'contact.here') return 'now'
  if (contact === 'contact.back') return 'self'
  return contact === 'contact.phone' && followup ? followups[followup] : undefined
}

function stepOf(visit: Visit): Summary['step'] {
  const answers = tidy(visit.arrived, visit.answers, visit.setting)
  if (!answers.step) return undefined
  const { smaller } = answers
  return compact({
    code: answers.step,
    text: answers.stepText,
    when: answers.when,
    with: companyOf(answers),
    sure: answers.sure,
    smaller: smaller && smaller !== 'smaller.keep' ? smallers[smaller] : undefined
  })
}

function changeOf({ answers }: Visit): { area: AreaCode; level?: 1 | 2 | 3 }[] {
  return areas
    .filter(area => answers.change?.includes(area))
    .map(area => {
      const scale = answers.scale?.[area]
      return { area, ...(scale ? { level: levels[scale] } : {}) }
    })
}

type Compact<T> = { [K in keyof T]: Exclude<T[K], undefined> }

/** Without the fields that hold nothing: absent is absent, in the bytes too. */
const compact = <T extends object>(from: T): Compact<T> =>
  Object.fromEntries(Object.entries(from).filter(([, value]) => value !== undefined)) as Compact<T>
