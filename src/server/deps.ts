import type { AddressOf } from './http/address.ts'
import type { Limit } from './http/limits.ts'
import type { Config } from './config.ts'
import type { People } from './member.ts'
import type { Pages } from './pages/pages.ts'
import type { Streams } from './queue/streams.ts'
import type { Storage } from './storage/storage.ts'
import type { Voices } from './voices/voices.ts'

/** All that the server works with; `main.ts` and tests make it, nobody else. */
export interface Deps {
  readonly storage: Storage
  /** Milliseconds since 1970. */
  readonly now: () => number
  readonly config: Config
  readonly people: People
  readonly pages: Pages
  readonly streams: Streams
  readonly voices: Voices
  readonly log: Log
}

/** One line per request: nothing that names a resident, a card, an address or a colleague. */
export type Log = (line: {
  readonly route: string
  readonly method: string
  readonly status: number
  readonly ms: number
  /** Only where the server broke: the kind of error and where, never its message. */
  readonly broke?: string
}) => void

/** The gates that requests pass, made once per app. */
export interface Gates {
  readonly addressOf: AddressOf
  readonly envelopes: Limit
  readonly location: Limit
  readonly withdrawals: Limit
  readonly states: Limit
  /** Envelopes of an enrolled tablet: a bucket of its own, which nobody else can drain. */
  readonly tablets: Limit
  /** Tries at links that make a tablet. */
  readonly enrolments: Limit
  readonly heartbeats: Limit
}
