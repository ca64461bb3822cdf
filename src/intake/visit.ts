import { type Answers, firstLocks, type LineId, type Locks } from './answers.ts'
import type { AreaCode, CodeWord } from './codes.ts'

/** What the conversation needs to know of the place and the device. The room `resident/` fills it from the profile. */
export interface Setting {
  readonly device: 'phone' | 'tablet'
  /** The name of the place, for `{{place}}`. */
  readonly place: string
  /** Ids of the promises that this place signed (`pro.promise.*`). An unsigned line is not shown. */
  readonly promises: readonly string[]
  /** Ids of steps that this place switched off. */
  readonly offSteps: readonly string[]
  /** Codes of `ask` that this place switched off. */
  readonly offAsks: readonly string[]
  /** Days without a conversation after which a card is erased. */
  readonly keepDays: number
  readonly basis: 'consent' | 'task'
  readonly privacyContact: string
  readonly hours: string
  readonly address: string
  readonly telephone: string
}

export type StepId =
  | 'good'
  | 'change'
  | 'scale'
  | 'direction'
  | 'drive'
  | 'strength'
  | 'ask'
  | 'step'
  | 'stepOwn'
  | 'when'
  | 'with'
  | 'sure'
  | 'smaller'
  | 'week'
  | 'support'
  | 'load'

/** A page that asks one question. The scale is asked once for each area chosen in `change`. */
export type StepPage = Exclude<StepId, 'scale'> | `scale:${AreaCode}`

/** Pages that one opens from somewhere and comes back from; they ask nothing. */
export type AsidePage = 'talk' | 'privacy' | 'preview' | 'together' | 'extra' | 'pick'

export type Page =
  | 'language'
  | 'welcome'
  | StepPage
  | 'card'
  | 'share'
  | 'contact'
  | 'name'
  | 'speaks'
  | 'confirm'
  | 'code'
  | 'done'
  | AsidePage

export type ShareChoice = 'share.step' | 'share.card' | 'share.pick' | 'share.none'
export type ContactChoice = 'contact.here' | 'contact.back' | 'contact.phone'
export type FollowupChoice = 'followup.week' | 'followup.two' | 'followup.month'

export interface PickupCode {
  readonly word: CodeWord
  /** Three digits. */
  readonly digits: string
}

/** What the resident holds of a card that is in the outbox, or that has arrived. */
export interface Shared {
  /** 16 bytes, base64url. */
  readonly id: string
  readonly code: PickupCode
  /**
   * 16 bytes, base64url, from which the secret follows that takes the card back. It leaves the memory of an own phone
   * only inside the draft of the visit, and of a tablet never.
   */
  readonly seed: string
  /** Sent from memory, because this device keeps nothing: no row of the outbox tells what became of it. */
  readonly direct?: true
}

/** A sentence that is said once; the next event takes it away. */
export interface Notice {
  readonly key: 'common.full' | 'stepOwn.noNumber' | 'contact.phoneError'
  readonly count?: number
}

/**
 * One visit from the first page to the last, as plain JSON. It lives in memory and, as ciphertext, in the draft
 * (`keep.ts`). Nothing of it leaves the device but what `summary.ts` takes out of it.
 */
export interface Visit {
  readonly setting: Setting
  /** BCP 47, the language on the screen. */
  readonly language: string
  readonly page: Page
  /** The pages that Back leads to, the nearest last. */
  readonly trail: readonly Page[]
  /** Help and stop lie over the page, so that what is being typed stays. */
  readonly overlay?: 'help' | 'stop'
  readonly notice?: Notice
  readonly answers: Answers
  /** The answers as they were on arriving at this page; leaving it compares. */
  readonly arrived: Answers
  readonly locks: Locks
  /** Set while a line of the card is being changed: the answers as they were on the card. */
  readonly editing?: { readonly line: LineId; readonly before: Answers }
  /** Filled in together with someone of the place. */
  readonly assisted?: true
  readonly share?: ShareChoice
  readonly contact?: ContactChoice
  readonly followup?: FollowupChoice
  /** The number in E.164. */
  readonly phone?: string
  /** What stands in the number field when that is no telephone number. */
  readonly phoneTyped?: string
  readonly name?: string
  /** `speaks.same`, or `speaks.other` while the list of languages stands open. */
  readonly speaksChoice?: 'speaks.same' | 'speaks.other'
  /** Code of `tongues.ts`, or 'other'. */
  readonly speaks?: string
  /** Someone was called with "Roep iemand". */
  readonly called?: true
  /** The card is in the outbox. */
  readonly shared?: Shared
}

/** A fresh visit at the first page. Nothing of an earlier visit comes in here. */
export function begin(setting: Setting, language = 'nl'): Visit {
  return { setting, language, page: 'language', trail: [], answers: {}, arrived: {}, locks: firstLocks }
}

/** What the questions look at. */
export interface Told {
  readonly answers: Answers
  readonly setting: Pick<Setting, 'offSteps' | 'offAsks'>
}
