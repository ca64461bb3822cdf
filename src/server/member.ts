import type { Hono, MiddlewareHandler } from 'hono'

import type { Role } from '#wire/team.ts'

/** A professional who is signed in, as the rest of the server knows them. */
export interface Member {
  readonly id: string
  readonly name: string
  readonly role: Role
  /** Null during first run, until the location is made. */
  readonly location: string | null
  readonly sessionId: string
  /** When this session ends whatever happens, in milliseconds since 1970. */
  readonly endsAt: number
}

/** What a request carries through the rooms of the server. */
export interface Env {
  Variables: { member: Member }
}

export type App = Hono<Env>

/** What the post room needs to know of accounts and teams; `accounts/` and `team/` supply it, tests may stand in. */
export interface People {
  /** Sets `member`, or answers 401 `not-signed-in`. */
  readonly requireMember: MiddlewareHandler<Env>
  /** Adds the routes of accounts, team and location administration under `/v1/desk`. */
  readonly addRoutes: (app: App) => void
  /** Calls `close` in the same tick in which that session ends early; the answer takes the listener away. */
  readonly onSessionEnd: (session: string, close: () => void) => () => void
  /** The token of the one-time set-up link, or null as soon as there is an account. */
  readonly setupToken: () => Promise<string | null>
}
