import type { Context } from 'hono'

import type { AddressOf } from '../http/address.ts'
import { problem } from '../http/problem.ts'
import type { Env, Member } from '../member.ts'
import type { Storage } from '../storage/storage.ts'
import type { Accounts } from './accounts.ts'
import type { Delays } from './delays.ts'
import type { SessionEnds } from './sessionEnds.ts'

/** What the routes of accounts and team share. */
export interface World {
  readonly storage: Storage
  readonly accounts: Accounts
  readonly ends: SessionEnds
  readonly delays: Delays
  readonly now: () => number
  readonly addressOf: AddressOf
}

/**
 * Tries a secret at the pace of `delays`: 429 when too many wait already, else what `attempt` says. A right secret is
 * forgiven; `attempt` answers undefined for a wrong one, and the response is then 401 `wrong-secret` for everybody.
 */
export async function guarded<T>(
  { delays, addressOf }: World,
  c: Context<Env>,
  at: string,
  attempt: () => Promise<T | undefined>
): Promise<T | Response> {
  const guess = { at, from: addressOf(c) }
  const turn = await delays.wait(guess)
  if (turn !== 'go') return problem('too-many', { headers: { 'retry-after': String(turn.retryAfter) } })
  const outcome = await attempt()
  if (outcome === undefined) return problem('wrong-secret')
  delays.forgive(guess)
  return outcome
}

/** Is it still the person who signed in? Asked before keys are handed out. Undefined when it is. */
export async function freshProof(
  world: World,
  c: Context<Env>,
  { id }: Member,
  password: string
): Promise<Response | undefined> {
  const proof = await guarded(world, c, id, async () => (await world.accounts.prove(id, password)) || undefined)
  return proof instanceof Response ? proof : undefined
}
