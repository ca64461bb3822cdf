import type { Generated } from 'kysely'

import type { Outcome, QueueState } from '#wire/queue.ts'
import type { Role } from '#wire/team.ts'

/**
 * Every table of the house but those of better-auth (user, session, account, verification), which makes its own.
 * Times are milliseconds since 1970 by the server's clock; ids and public keys are base64url; booleans are 0 or 1.
 */
export interface Tables {
  locations: LocationRow
  promises: PromiseRow
  cards: CardRow
  members: MemberRow
  devices: DeviceRow
  bundles: BundleRow
  invites: InviteRow
  tablets: TabletRow
  tabletLinks: TabletLinkRow
  voices: VoiceRow
  envelopes: EnvelopeRow
  openings: OpeningRow
  withdrawals: WithdrawalRow
  tombstones: TombstoneRow
  events: EventRow
  journal: JournalRow
  counters: { name: string; value: number }
}

export interface LocationRow {
  id: string
  /** `LocationDetails` as JSON. */
  details: string
  /** The same figure as in `details`, where the forgetting can see it. */
  keepDays: number
  practice: 0 | 1
  recoveryPublicKey: string
  /** SHA-256 of the proof that the sheet was typed back. */
  recoveryProofHash: string
  createdAt: number
}

/** One promise, signed by a person. An unsigned promise has no row. */
export interface PromiseRow {
  location: string
  id: string
  name: string
  at: number
}

/** The chain of team cards; an envelope is taken in when its location has a card of its epoch. */
export interface CardRow {
  location: string
  epoch: number
  card: string
  createdAt: number
}

/** A professional. `id` is the account's id; the row stays when access ends, because history names it. */
export interface MemberRow {
  id: string
  location: string | null
  name: string
  role: Role
  createdAt: number
  endedAt: number | null
}

export interface DeviceRow {
  id: string
  member: string
  location: string | null
  name: string
  publicKey: string
  /** The server's half of the lock, base64url of 32 bytes; null once revoked. */
  share: string | null
  state: 'waiting' | 'trusted' | 'revoked'
  createdAt: number
  lastSeenAt: number | null
}

export interface BundleRow {
  recipient: 'device' | 'person' | 'recovery'
  recipientId: string
  location: string
  epoch: number
  bundle: string
  madeBy: string
  createdAt: number
}

/** A one-time link; only the hash of its secret is kept. */
export interface InviteRow {
  tokenHash: string
  kind: 'setup' | 'invite' | 'password'
  location: string | null
  /** For `password`: whose. */
  member: string | null
  name: string
  role: Role
  createdAt: number
  expiresAt: number
  usedAt: number | null
}

/** A tablet of a place and what it last told of itself. The row stays when it is revoked, so that it can be told so. */
export interface TabletRow {
  id: string
  location: string
  name: string
  /** SHA-256 of its secret. */
  secretHash: string
  enrolledAt: number
  revokedAt: number | null
  lastSeenAt: number | null
  waiting: number
  oldestAt: number | null
  parked: number
  version: string | null
}

/** A link that makes one tablet; only the hash of its token is kept. */
export interface TabletLinkRow {
  tokenHash: string
  location: string
  name: string
  createdAt: number
  expiresAt: number
  usedAt: number | null
}

/** A sentence of the product that somebody of the place read out. Its sound lies in a file named by its hash. */
export interface VoiceRow {
  location: string
  language: string
  key: string
  /** SHA-256 of the file, base64url. */
  hash: string
  /** `textMark` of the text that was read out. */
  mark: string
  /** Milliseconds. */
  lasts: number
  bytes: number
  at: number
  member: string
}

/** A sealed card and its place in the queue. Nothing here is readable but what `wire/envelope.ts` calls the header. */
export interface EnvelopeRow {
  /** Order of arrival over all locations, without gaps and never used twice. */
  seq: number
  id: string
  location: string
  epoch: number
  schemaVersion: number
  /** The header's flag, until somebody says "no longer here". */
  hereNow: 0 | 1
  receivedAt: number
  /** Arrival, claim, release, closing, reopening: the start of `keepDays`. */
  actedAt: number
  closedAt: number | null
  /** Erased at this moment; `forgetting.ts` computes it. */
  expiresAt: number
  state: QueueState
  version: number
  owner: string | null
  outcome: Outcome | null
  withdrawHash: Uint8Array
  sha256: Uint8Array
  bytes: Uint8Array
}

/** One row per person per envelope: the first time they opened it. */
export interface OpeningRow {
  envelope: string
  member: string
  at: number
}

/** A withdrawal that came before its envelope; counts only when the envelope carries the same hash. */
export interface WithdrawalRow {
  idHash: string
  secretHash: string
  at: number
}

/** What stays of an erased envelope: no bytes, no id. */
export interface TombstoneRow {
  idHash: string
  location: string
  /** `2026-07`. */
  month: string
  kind: 'withdrawn' | 'expired' | 'erased'
  outcome: Outcome | null
}

/** What an open desk hears, kept for a day so that a broken stream can be replayed. */
export interface EventRow {
  n: Generated<number>
  location: string
  kind: 'arrived' | 'changed' | 'erased' | 'team'
  id: string | null
  at: number
}

/** Who did what, when. Only ever appended, and never a word of content; envelopes stand in it by the hash of their id. */
export interface JournalRow {
  n: Generated<number>
  at: number
  location: string | null
  /** Null when the server itself did it. */
  who: string | null
  /** `queue.claim`, `device.revoke`, … */
  what: string
  object: string | null
  from: string | null
  to: string | null
  code: string | null
}
