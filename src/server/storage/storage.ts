import type { Kysely } from 'kysely'

import type { LocationProfile } from '#wire/location.ts'
import type { Outcome, QueueItem, QueuePage } from '#wire/queue.ts'
import type { Receipt } from '#wire/receipt.ts'
import type { EnvelopeState } from '#wire/states.ts'

import type { Tables, TombstoneRow } from './schema.ts'

/** A whole, well-formed envelope as it came in; ids are base64url. */
export interface Arrival {
  readonly id: string
  readonly location: string
  readonly epoch: number
  readonly schemaVersion: number
  readonly hereNow: boolean
  readonly withdrawHash: Uint8Array
  readonly bytes: Uint8Array
  /** SHA-256 of `bytes`. */
  readonly sha256: Uint8Array
}

export type TakenIn =
  | { readonly taken: 'new' | 'again'; readonly receipt: Receipt }
  | { readonly taken: 'id-taken' | 'gone' | 'unknown-location' | 'unknown-epoch' }

/** What open desks hear. `n` grows with every event of any location. */
export interface StoredEvent {
  readonly n: number
  readonly location: string
  readonly kind: 'arrived' | 'changed' | 'erased' | 'team'
  readonly id: string | null
}

/** Who acts on a card, and on which version of it they looked. */
export interface Act {
  readonly location: string
  readonly id: string
  readonly member: string
  readonly now: number
  readonly version: number
}

/** Why nothing changed. */
export type Refused = 'not-found' | 'wrong-state' | { readonly heldBy: string } | { readonly versionNow: number }

export interface JournalEntry {
  readonly at: number
  readonly location: string | null
  /** Null when the server itself did it. */
  readonly who: string | null
  readonly what: string
  readonly object?: string | null
  readonly from?: string | null
  readonly to?: string | null
  readonly code?: string | null
}

export type Erased = Pick<TombstoneRow, 'idHash' | 'location' | 'month' | 'kind' | 'outcome'>

/** Where erased ids are also written down, outside the database and so outside its backup. */
export interface ErasedLog {
  /** On disk when it returns. @throws when the disk is full. */
  append(entries: readonly Erased[]): void
  read(): Erased[]
}

/**
 * Everything the server remembers. Methods answer expected outcomes and throw on bugs and on a full disk
 * (`isFull` tells). All writes are on disk when the promise resolves.
 */
export interface Storage {
  /** For the rooms that keep their own tables (accounts, team); each call is its own transaction unless they open one. */
  readonly db: Kysely<Tables>
  readonly envelopes: {
    /** Envelopes that come in together are written in one transaction. */
    takeIn(arrival: Arrival, now: number): Promise<TakenIn>
    /** `secretHash`: SHA-256 of the secret, 32 bytes. `unknown`: kept until the envelope comes, or 30 days. */
    withdraw(id: string, secretHash: Uint8Array, now: number): Promise<'withdrawn' | 'unknown' | 'wrong-secret'>
    states(ids: readonly string[]): Promise<Record<string, EnvelopeState>>
  }
  readonly queue: {
    page(location: string, after: number, limit: number): Promise<QueuePage>
    item(location: string, id: string): Promise<QueueItem | 'not-found'>
    opened(act: Omit<Act, 'version'>): Promise<QueueItem | 'not-found'>
    claim(act: Omit<Act, 'version'>): Promise<QueueItem | Refused>
    /** `anybody`: a coordinator may put back a colleague's card. */
    release(act: Act, anybody: boolean): Promise<QueueItem | Refused>
    close(act: Act, outcome: Outcome): Promise<QueueItem | Refused>
    reopen(act: Act): Promise<QueueItem | Refused>
    /** "No longer here": silences `hereNow`. */
    gone(act: Act): Promise<QueueItem | Refused>
    /** Claims without an act for five working days go back to new; how many did. */
    returnForgotten(now: number): Promise<number>
  }
  readonly erasing: {
    /** On request at the desk; false when there is no such card. */
    onRequest(act: Omit<Act, 'version'>): Promise<boolean>
    /** All cards of a location, for instance the practice cards when practice ends; how many. */
    wholeLocation(location: string, who: string | null, now: number): Promise<number>
    /** Everything whose time has come; how many. */
    expired(now: number): Promise<number>
    /** After `locations.keepDays` changed. */
    recompute(location: string): Promise<void>
    /** Erases again what a restored backup brought back; how many. */
    replay(): Promise<number>
    /** Old events and unmatched withdrawals. */
    tidy(now: number): Promise<void>
  }
  readonly locations: {
    list(): Promise<{ id: string; place: string; address: string }[]>
    profile(id: string): Promise<LocationProfile | 'not-found'>
  }
  readonly events: {
    add(location: string, kind: 'team', now: number): Promise<void>
    /** `again` when events after `n` were already forgotten, or `n` is from another time. */
    after(location: string, n: number): Promise<StoredEvent[] | 'again'>
    latest(): Promise<number>
    /** Called after each commit that made events; returns how to stop. */
    listen(hear: (event: StoredEvent) => void): () => void
  }
  readonly journal: {
    add(entry: JournalEntry): Promise<void>
  }
  isFull(error: unknown): boolean
  /** Throws when the database cannot be read. */
  ping(): Promise<void>
  close(): Promise<void>
}
