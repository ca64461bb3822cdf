import type { LineId } from './answers.ts'
import { choose, clearedOn, isAnswered, withField } from './choosing.ts'
import { extras, route, stepOf, steps } from './flow.ts'
import { checkFreeText, textMax } from './freeText.ts'
import { arrive, backward, finished, leave, onward, wiped } from './moves.ts'
import { chooseSharing, leaveContact, writeSharing } from './sharing.ts'
import type { AsidePage, Page, Shared, Visit } from './visit.ts'

export type JourneyEvent =
  /** A tap on a tile; on the language page a language, on `speaks` also a code of `tongues.ts`. */
  | { readonly type: 'choose'; readonly code: string }
  /** What now stands in the text field of this page, as typed. */
  | { readonly type: 'write'; readonly text: string }
  | { readonly type: 'next' | 'back' | 'skip' }
  /** Opens help or stop over the page, or a page that one comes back from. */
  | { readonly type: 'open'; readonly page: 'help' | 'stop' | 'language' | AsidePage }
  /** Closes help or stop. */
  | { readonly type: 'close' }
  /** "Verander" on the card or an extra question: to its page, then straight back to the card. */
  | { readonly type: 'edit'; readonly line: LineId }
  | { readonly type: 'lock'; readonly line: LineId }
  /** "Samen invullen", on a tablet: on or off. It labels the card and changes nothing else. */
  | { readonly type: 'together' }
  /** "Maak mijn kaart" of the stop page. */
  | { readonly type: 'card' }
  /** "Roep iemand" is in the outbox. */
  | { readonly type: 'called' }
  /** "Ja, delen" succeeded: the card is in the outbox. */
  | { readonly type: 'shared'; readonly shared: Shared }
  /** "Nee, toch niet". */
  | { readonly type: 'refuse' }
  /** "Wis alles", "Klaar", and the idle clock: back to the first page, without an answer. */
  | { readonly type: 'wipe' }

/** The next state of the conversation. Pure; an event that does not fit the page changes nothing. */
export function journey(visit: Visit, event: JourneyEvent): Visit {
  const quiet = withField(visit, 'notice', undefined)
  switch (event.type) {
    case 'choose':
      return stepOf(visit.page) ? choose(quiet, event.code) : chooseSharing(quiet, event.code)
    case 'write':
      return write(quiet, event.text)
    case 'next':
      return visit.overlay ? closed(quiet) : next(quiet, visit)
    case 'skip':
      return visit.overlay ? closed(quiet) : skip(quiet)
    case 'back':
      return visit.overlay ? closed(quiet) : back(quiet)
    case 'open':
      return open(quiet, event.page)
    case 'close':
      return closed(quiet)
    case 'edit':
      return edit(quiet, event.line)
    case 'lock':
      return { ...quiet, locks: { ...quiet.locks, [event.line]: !quiet.locks[event.line] } }
    case 'together':
      return together(quiet)
    case 'card':
      return isOver(visit) ? visit : withField(arrive(leave(closed(quiet)), 'card'), 'editing', undefined)
    case 'called':
      return visit.page === 'talk' ? { ...quiet, called: true } : visit
    case 'shared':
      return visit.page === 'confirm' ? { ...arrive(quiet, 'code'), trail: [], shared: event.shared } : visit
    case 'refuse':
      return visit.page === 'confirm' ? finished({ ...quiet, share: 'share.none' }) : visit
    case 'wipe':
      return wiped(visit)
  }
}

/** After sharing and at the end there is no way back to the questions. */
const isOver = ({ shared, page }: Visit): boolean => shared !== undefined || page === 'done'

const together = (visit: Visit): Visit =>
  isOver(visit) || visit.setting.device === 'phone' ? visit : withField(visit, 'assisted', !visit.assisted || undefined)

const closed = (visit: Visit): Visit => withField(visit, 'overlay', undefined)

const texts = { direction: 'directionText', strength: 'strengthText', stepOwn: 'stepText' } as const

function write(visit: Visit, text: string): Visit {
  const field = texts[visit.page as keyof typeof texts]
  if (!field) return writeSharing(visit, text)
  const checked = checkFreeText(text, textMax[field])
  const refused = checked === undefined
  const answers = withField(visit.answers, field, checked || undefined)
  return { ...visit, answers, ...(refused ? { notice: { key: 'stepOwn.noNumber' } } : {}) }
}

function next(visit: Visit, { notice }: Visit): Visit {
  switch (visit.page) {
    case 'language':
      return visit.trail.length ? back(visit) : arrive(visit, 'welcome')
    case 'welcome':
      return arrive(visit, route(visit)[0] ?? 'card')
    case 'card':
      return arrive(visit, 'share')
    case 'share':
      return !visit.share || visit.share === 'share.none'
        ? finished({ ...visit, share: 'share.none' })
        : arrive(visit, 'contact')
    case 'pick':
      return arrive({ ...visit, share: 'share.pick' }, 'contact')
    case 'contact':
      return leaveContact(visit, notice)
    case 'name':
      return arrive(visit, 'speaks')
    case 'speaks':
      return arrive(visit, 'confirm')
    case 'confirm':
      return visit
    case 'code':
      return finished(visit)
    case 'done':
      return wiped(visit)
    default:
      return stepOf(visit.page) ? onward(visit) : back(visit)
  }
}

/** "Sla over": whatever stood on this page is not an answer. */
function skip(visit: Visit): Visit {
  if (stepOf(visit.page)) return next({ ...visit, answers: clearedOn(visit.page, visit.answers) }, visit)
  switch (visit.page) {
    case 'share':
      return next(withField(visit, 'share', undefined), visit)
    case 'contact':
      return next(withField(visit, 'contact', undefined), visit)
    case 'name':
      return next(withField(visit, 'name', undefined), visit)
    case 'speaks':
      return next(withField(withField(visit, 'speaks', undefined), 'speaksChoice', undefined), visit)
    case 'confirm':
      return finished({ ...visit, share: 'share.none' })
    default:
      return next(visit, visit)
  }
}

const back = (visit: Visit): Visit => backward(visit)

/** From where an aside page may be opened; the ones not named here from everywhere. */
const doors: Partial<Record<AsidePage, Page>> = { extra: 'card', pick: 'share', preview: 'confirm', together: 'code' }

function open(visit: Visit, page: 'help' | 'stop' | 'language' | AsidePage): Visit {
  if (page === 'help' || page === 'stop') return { ...visit, overlay: page }
  const door = doors[page as AsidePage]
  if (page === visit.page || (door && door !== visit.page)) return visit
  const left = leave(closed(visit))
  const seen = left.trail.lastIndexOf(page)
  // the first page of all may be opened again from further on, and then leads back there
  const trail = seen > 0 ? left.trail.slice(0, seen) : [...left.trail, left.page]
  return { ...left, page, trail, arrived: left.answers }
}

function edit(visit: Visit, line: LineId): Visit {
  if (visit.page !== 'card' && visit.page !== 'extra') return visit
  const asked = steps.find(step => step.lock === line && step.shown(visit))
  const page = asked && [...route(visit), ...extras(visit)].find(i => stepOf(i) === asked)
  if (!page) return visit
  const { answers, trail } = visit
  return { ...visit, page, trail: [...trail, visit.page], arrived: answers, editing: { line, before: answers } }
}

/** The main button of this page reads "Verder" when this is true, else "Sla over". */
export function canGoOn(visit: Visit): boolean {
  if (stepOf(visit.page)) return isAnswered(visit.page, visit.answers)
  switch (visit.page) {
    case 'share':
      return visit.share !== undefined
    case 'contact':
      return visit.contact !== undefined
    case 'name':
      return visit.name !== undefined
    case 'speaks':
      return visit.speaksChoice !== undefined
    default:
      return true
  }
}
