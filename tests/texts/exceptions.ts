import type { Check } from './checks.ts'

/** Findings that stay, each with its reason. */
export const excused: readonly { readonly check: Check; readonly key: string; readonly why: string }[] = [
  { check: 'office word', key: 'privacy.l13', why: 'the name of the authority' },
  { check: 'u-form', key: 'pro.access.drill.letters', why: 'the letter U' },
  { check: 'help', key: 'oneSwitch.help', why: 'two short sentences, and each is needed before the first press' }
]

/**
 * Texts that came with the specification and that no page shows yet. The keys stay, because a shipped key never changes
 * meaning; a page that is built takes its keys off this list.
 */
export const waiting: readonly { readonly keys: readonly string[]; readonly why: string }[] = [
  { keys: ['common.listenStop'], why: 'the button that reads aloud is pressed while it reads' },
  { keys: ['code.why'], why: 'beside the code stands how far its sending is' },
  { keys: ['welcome.again'], why: 'return visits' },
  {
    keys: ['home.title', 'home.phone', 'home.phoneHelp', 'home.none', 'home.qrNote'],
    why: 'taking the card home by QR'
  },
  { keys: ['lang.partial'], why: 'a language that is translated in part' },
  {
    keys: ['common.chosen', 'common.pickOne', 'common.pick2', 'common.pick3', 'common.pick5', 'common.pickAny'],
    why: 'the help line of each question says how many'
  },
  {
    keys: ['common.no', 'common.notSure', 'common.somethingElse', 'common.onlyMe', 'common.skipHint'],
    why: 'general words; each page so far has words of its own'
  },
  { keys: ['pro.queue.due', 'pro.queue.promised', 'pro.action.plan', 'pro.action.rest'], why: 'follow-up' },
  {
    keys: ['pro.handover.*', 'pro.action.handover', 'pro.action.together', 'pro.action.peer', 'pro.action.noOffer'],
    why: 'hand-over, colleagues and offers'
  },
  { keys: ['pro.note.*', 'pro.action.agree', 'pro.action.startTalk'], why: 'agreements written together' },
  { keys: ['pro.card.previous'], why: 'return visits' }
]
