import { withField } from './choosing.ts'
import { checkName } from './freeText.ts'
import { arrive } from './moves.ts'
import { readPhone } from './phone.ts'
import { tongues } from './tongues.ts'
import type { ContactChoice, FollowupChoice, Notice, ShareChoice, Visit } from './visit.ts'

/** The three equal tiles, none chosen beforehand. `share.pick` is a link beside them. */
export const shareOptions = [
  { code: 'share.step', hint: 'share.step_hint' },
  { code: 'share.card', hint: 'share.card_hint' },
  { code: 'share.none', hint: 'share.none_hint' }
] as const

const contacts = ['contact.here', 'contact.back', 'contact.phone'] as const

/** "Ik wacht hier" is only true on the tablet of the place. */
export const contactOptions = ({ setting }: Pick<Visit, 'setting'>): readonly ContactChoice[] =>
  contacts.filter(code => code !== 'contact.here' || setting.device === 'tablet')

export const followupOptions = ['followup.week', 'followup.two', 'followup.month'] as const
export const speaksOptions = ['speaks.same', 'speaks.other'] as const

/** True when the header must ring: somebody waits at the tablet, or calls from it. */
export const isHereNow = ({ setting, contact, page }: Visit): boolean =>
  setting.device === 'tablet' && (contact === 'contact.here' || page === 'talk')

const among = <T extends string>(codes: readonly T[], code: string): T | undefined => codes.find(i => i === code)

/** A second tap takes a choice away, as on every page. */
const flip = <T>(now: T | undefined, tapped: T): T | undefined => (now === tapped ? undefined : tapped)

/** A tap on a page of the sharing, or on the language page. */
export function chooseSharing(visit: Visit, code: string): Visit {
  switch (visit.page) {
    case 'language':
      return { ...visit, language: code }
    case 'share': {
      const share = shareOptions.find(i => i.code === code)?.code
      return share ? withField(visit, 'share', flip<ShareChoice>(visit.share, share)) : visit
    }
    case 'contact': {
      const contact = among(contactOptions(visit), code)
      if (contact) return withField(visit, 'contact', flip(visit.contact, contact))
      const followup = among<FollowupChoice>(followupOptions, code)
      return followup ? withField(visit, 'followup', flip(visit.followup, followup)) : visit
    }
    case 'speaks':
      return chooseSpeaks(visit, code)
    default:
      return visit
  }
}

function chooseSpeaks(visit: Visit, code: string): Visit {
  const choice = among(speaksOptions, code)
  if (choice) {
    const picked = flip(visit.speaksChoice, choice)
    return withField(withField(visit, 'speaksChoice', picked), 'speaks', undefined)
  }
  if (!tongues.some(i => i.code === code)) return visit
  return { ...withField(visit, 'speaks', flip(visit.speaks, code)), speaksChoice: 'speaks.other' }
}

/** Typing on the page of the number or the name. */
export function writeSharing(visit: Visit, text: string): Visit {
  if (visit.page === 'contact') {
    const phone = readPhone(text)
    const typed = phone || !text.trim() ? undefined : text.slice(0, 40)
    return withField(withField(visit, 'phone', phone), 'phoneTyped', typed)
  }
  if (visit.page !== 'name') return visit
  const name = checkName(text)
  if (name !== undefined) return withField(visit, 'name', name || undefined)
  return { ...withField(visit, 'name', undefined), notice: { key: 'stepOwn.noNumber' } }
}

/**
 * From the number to the name. A number that is none is pointed out once; who goes on all the same goes on without it.
 * What belongs to another way of contact goes.
 */
export function leaveContact(visit: Visit, said: Notice | undefined): Visit {
  const byPhone = visit.contact === 'contact.phone'
  if (byPhone && visit.phoneTyped && said?.key !== 'contact.phoneError') {
    return { ...visit, notice: { key: 'contact.phoneError' } }
  }
  const left = withField(visit, 'phoneTyped', undefined)
  return arrive(byPhone ? left : withField(withField(left, 'phone', undefined), 'followup', undefined), 'name')
}
