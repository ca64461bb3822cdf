import { type Answers, type LineId, lineIds, type Locks } from './answers.ts'
import { type Content, contentOf, contentOfSummary } from './content.ts'
import { isPlanned } from './menu.ts'
import type { Summary } from './summary.ts'
import { tongueName } from './tongues.ts'

/**
 * One value of a line: a text key, or words of the resident's own that nobody translates (isolate them with `<bdi>`).
 * Labels may hold `{{place}}`: pass the name of the place with every look-up.
 */
export type Value =
  | {
      readonly key: string
      /** Key of a few words behind it, such as how it goes now with an area. */
      readonly note?: string
      /** Never leaves this device, whatever the lock of the line says. */
      readonly onlyMe?: true
    }
  | { readonly text: string; readonly lang?: string }

export interface Line {
  readonly id:
    | LineId
    | 'sure'
    | 'talkInPerson'
    | 'followup'
    | 'contact'
    | 'name'
    | 'speaks'
    | 'language'
    | 'scope'
    | 'assisted'
  /** Text key. */
  readonly label: string
  readonly values: readonly Value[]
  /** On the card only: the line is for the resident alone. */
  readonly locked?: boolean
  /** On the card only: nothing was chosen; show `card.empty`. */
  readonly empty?: true
  /** Belongs to this line: shares its lock and its "Verander". */
  readonly under?: LineId
}

const labels: Readonly<Record<LineId, string>> = {
  direction: 'card.direction',
  drive: 'card.drive',
  step: 'card.step',
  strength: 'card.strengths',
  ask: 'card.ask',
  good: 'card.good',
  change: 'card.change',
  week: 'card.week',
  support: 'card.support',
  load: 'card.load'
}

const keys = (codes: readonly string[] = []): readonly Value[] => codes.map(key => ({ key }))

/** "Iets anders" gives way to the resident's own words. */
const own = (codes: readonly string[] | undefined, other: string, text: string | undefined): readonly Value[] =>
  (codes ?? []).map(key => (key === other && text ? { text } : { key }))

/** The step is shown as its parts in this order, never as one built sentence: word order differs by language. */
function stepValues({ step }: Content): readonly Value[] {
  if (!step) return []
  const { code, text, smaller, when, with: company } = step
  const first: Value = code === 'step.own' && text ? { text } : { key: code }
  return [first, ...keys([when, company, smaller].flatMap(i => i ?? []))]
}

const values: Readonly<Record<LineId, (content: Content) => readonly Value[]>> = {
  direction: i => own(i.direction, 'direction.other', i.directionText),
  drive: i => keys(i.drive),
  step: stepValues,
  strength: i => own(i.strength, 'strength.other', i.strengthText),
  ask: i => keys(i.ask),
  good: i => keys(i.good),
  change: i => [
    ...(i.change ?? []).map(({ area, scale }) => ({ key: area, ...(scale ? { note: scale } : {}) })),
    ...(i.changeNone ? keys(['change.none']) : [])
  ],
  week: i => keys(i.week),
  support: i => keys(i.support),
  load: i => (i.load ?? []).map(key => ({ key, ...(key === 'load.health' ? { onlyMe: true as const } : {}) }))
}

const sureLine = ({ step }: Content): readonly Line[] =>
  step?.sure && isPlanned(step.code) ? [{ id: 'sure', label: 'sure.q', values: keys([step.sure]), under: 'step' }] : []

const extraLines: readonly LineId[] = ['week', 'support', 'load']

/**
 * The lines of "Mijn kaart" in their order. Core lines are there also when empty; the extra ones, and the reasons for a
 * direction that was not chosen, only when answered. What the place switched off (`offSteps`) is absent.
 */
export function cardLines(answers: Answers, locks: Locks, offSteps: readonly string[] = []): readonly Line[] {
  const content = contentOf(answers)
  return lineIds.flatMap((id): Line[] => {
    const given = values[id](content)
    const optional = extraLines.includes(id) || (id === 'drive' && !answers.direction?.length) || offSteps.includes(id)
    if (given.length === 0 && optional) return []
    const locked = locks[id]
    const line: Line = { id, label: labels[id], values: given, locked, ...(given.length === 0 ? { empty: true } : {}) }
    return id === 'step' ? [line, ...sureLine(content).map(i => ({ ...i, locked }))] : [line]
  })
}

/** The order in which a professional reads (`conversation.md` 4.2). */
const readingOrder: readonly LineId[] = [
  'direction',
  'drive',
  'step',
  'ask',
  'strength',
  'good',
  'change',
  'week',
  'support',
  'load'
]

/**
 * Every word of a summary, as lines. The resident's preview and the professional's desk both show exactly these, which
 * is what makes "bekijk wat wij krijgen" true. Lines that are absent or were left empty are both not here: nobody can
 * see that something was held back. Not lines: the pickup code, the id, the times and the version of the questions.
 */
export function summaryLines(summary: Summary): readonly Line[] {
  const content = contentOfSummary(summary)
  const answered = readingOrder.flatMap((id): Line[] => {
    const given = values[id](content)
    const line: Line[] = given.length ? [{ id, label: labels[id], values: given }] : []
    return id === 'step' ? [...line, ...sureLine(content)] : line
  })
  return [...answered, ...personLines(summary)]
}

function personLines({ talkInPerson, followup, contact, name, speaks, lang, scope, assisted }: Summary): Line[] {
  const tongue = (code: string): Value =>
    code === 'other' ? { key: 'speaks.other' } : { text: tongueName(code), lang: code }
  const when = followup === 'week' || followup === 'two' || followup === 'month' ? followup : undefined
  const lines: (Line | false | undefined)[] = [
    talkInPerson && { id: 'talkInPerson', label: 'load.q', values: keys(['load.tell']) },
    contact.mode !== 'none' && {
      id: 'contact',
      label: 'contact.q',
      values: [{ key: `contact.${contact.mode}` }, ...(contact.phone ? [{ text: contact.phone }] : [])]
    },
    when && { id: 'followup', label: 'card.followup', values: keys([`followup.${when}`]) },
    name !== undefined && { id: 'name', label: 'name.q', values: [{ text: name }] },
    { id: 'language', label: 'common.language', values: [tongue(lang)] },
    speaks !== undefined && { id: 'speaks', label: 'speaks.q', values: [tongue(speaks)] },
    { id: 'scope', label: 'share.q', values: keys([scope === 'talk' ? 'welcome.talk' : `share.${scope}`]) },
    assisted && { id: 'assisted', label: 'card.filled', values: keys(['card.assisted']) }
  ]
  return lines.flatMap(line => line || [])
}
