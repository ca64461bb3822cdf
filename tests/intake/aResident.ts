import type { AreaCode } from '#intake/codes.ts'
import { begin, type Page, type Setting, type Visit } from '#intake/visit.ts'
import { journey, type JourneyEvent } from '#intake/journey.ts'

/** A place that signed everything and switched nothing off, at a tablet unless said otherwise. */
export const aSetting = (some: Partial<Setting> = {}): Setting => ({
  device: 'tablet',
  place: 'Werkwinkel Overvecht',
  promises: ['b1', 'b2', 'b3', 'b4', 'b5'],
  offSteps: [],
  offAsks: [],
  keepDays: 90,
  basis: 'consent',
  privacyContact: 'Sanne',
  hours: 'ma en wo 10-12',
  address: 'Dreef 1',
  telephone: '030 123 45 67',
  ...some
})

/** A resident who does things one after another; words are what they tap, pages what they see. */
export interface Resident {
  readonly visit: Visit
  readonly page: Page
  /** Taps tiles on this page. */
  taps(...codes: string[]): Resident
  /** Taps tiles and goes on. */
  says(...codes: string[]): Resident
  types(text: string): Resident
  goesOn(times?: number): Resident
  goesBack(times?: number): Resident
  does(...events: JourneyEvent[]): Resident
}

export function aResident(some: Partial<Setting> = {}, visit: Visit = begin(aSetting(some))): Resident {
  const after = (...events: JourneyEvent[]) => aResident(some, events.reduce(journey, visit))
  const times = (count: number, event: JourneyEvent) => after(...Array.from({ length: count }, () => event))
  return {
    visit,
    page: visit.page,
    taps: (...codes) => after(...codes.map(code => ({ type: 'choose', code }) as const)),
    says: (...codes) => after(...codes.map(code => ({ type: 'choose', code }) as const), { type: 'next' }),
    types: text => after({ type: 'write', text }),
    goesOn: (count = 1) => times(count, { type: 'next' }),
    goesBack: (count = 1) => times(count, { type: 'back' }),
    does: (...events) => after(...events)
  }
}

/** Somebody who sits before the first question. */
export const atTheFirstQuestion = (some: Partial<Setting> = {}): Resident => aResident(some).goesOn(2)

/** Samira of the specification, at her card: volunteering and Dutch, a step this week, one thing she wants to change. */
export const samira = (some: Partial<Setting> = {}): Resident =>
  atTheFirstQuestion(some)
    .says('area.home', 'area.people')
    .says('area.learning')
    .says('scale.ok')
    .says('direction.volunteer', 'direction.language')
    .says('drive.people')
    .says('strength.cook', 'strength.kids', 'strength.languages')
    .says('ask.along', 'ask.meet')
    .says('step.volunteer_visit')
    .says('when.week')
    .says('with.team')
    .says('sure.maybe')
    .says('smaller.keep')

/** Samira on the confirm page, who shares her card, waits here, and speaks Darija. */
export const samiraConfirms = (some: Partial<Setting> = {}): Resident =>
  samira(some).goesOn().says('share.card').says('contact.here').types('Samira').goesOn().says('speaks.other', 'ary')

export const scalePage = (area: AreaCode): Page => `scale:${area}`

export const made = {
  id: 'AAAAAAAAAAAAAAAAAAAAAA',
  code: { word: 'codeWord.bicycle', digits: '482' },
  at: 1_790_000_000_000
} as const
export const shared = { id: made.id, code: made.code, seed: 'BBBBBBBBBBBBBBBBBBBBBB' } as const
