import type { JourneyEvent } from '#intake/journey.ts'
import type { Visit } from '#intake/visit.ts'
import type { TeamCard } from '#sealing/card.ts'
import type { Store } from '#store/database.ts'
import type { LocationProfile } from '#wire/location.ts'
import type { ComponentType } from 'preact'

/** The place this device speaks for, its team card verified against what we know of it. */
export interface PlaceHere {
  readonly id: string
  readonly profile: LocationProfile
  /** The newest card of the chain: what envelopes are sealed to. */
  readonly card: TeamCard
  /** SHA-256 of card 0, 32 bytes. */
  readonly root: Uint8Array
}

/** What a page may do with this device. `main.tsx` makes it; tests make their own. */
export interface Device {
  readonly kind: 'phone' | 'tablet'
  readonly store: Store
  readonly fetch: typeof fetch
  /** Milliseconds since 1970. */
  readonly now: () => number
  readonly random: (length: number) => Uint8Array
  /**
   * Writes what is still to be written of the draft and gives the version that stands: what `share` compares.
   * `NO_DRAFT` where nothing could be or needed to be kept.
   */
  readonly draftVersion: () => Promise<number>
  /** Sharing took the draft, and was taken back: what follows of this visit is a new one. */
  readonly draftTaken: () => void
  /** "After sharing": send what waits now, and be woken later if that fails. */
  readonly wake: () => void
  /** On an enrolled tablet: tells the desk now how it is doing, and looks at everything anew (`kiosk/health.ts`). */
  readonly beat?: () => Promise<void>
  /** Staff practise on this tablet: nothing is sent, and what says so must not say that it is. */
  readonly practice?: boolean
  /** What is printed comes out of a printer. */
  readonly prints: boolean
  /** Forgets this person (key first, then draft) and loads a fresh document. */
  readonly wipe: () => void
}

/** What every page gets. It changes nothing itself: it says what happened, and the journey decides. */
export interface PageProps {
  readonly visit: Visit
  readonly dispatch: (event: JourneyEvent) => void
  readonly place: PlaceHere
  readonly device: Device
}

export type PageOf = ComponentType<PageProps>
