import type { Kysely } from 'kysely'

import type { Role } from '#wire/team.ts'
import { useOnce } from '../storage/oneTime.ts'
import type { InviteRow, Tables } from '../storage/schema.ts'
import { hash, newSecret } from './secret.ts'

const HOUR = 60 * 60_000
/** How long a link works, in milliseconds. A set-up link is replaced at every start of the server. */
const lifetimes = { setup: 72 * HOUR, invite: 72 * HOUR, password: 24 * HOUR }
/** Used and expired links stay this long, so that whoever opens one is told so. */
const REMEMBERED = 30 * 24 * HOUR

export interface NewLink {
  readonly kind: InviteRow['kind']
  readonly location?: string | null
  /** For `password`: whose. */
  readonly member?: string
  readonly name: string
  readonly role: Role
}

/** Makes a link that works once. Its secret leaves here and is not kept: only its hash is. */
export async function makeLink(
  db: Kysely<Tables>,
  link: NewLink,
  now: number
): Promise<{ token: string; expiresAt: number }> {
  const token = newSecret()
  const expiresAt = now + lifetimes[link.kind]
  await db
    .deleteFrom('invites')
    .where('expiresAt', '<', now - REMEMBERED)
    .execute()
  if (link.kind !== 'invite') {
    // only the newest works: an older set-up or password link may lie in somebody's terminal or mailbox
    let older = db.deleteFrom('invites').where('kind', '=', link.kind).where('usedAt', 'is', null)
    if (link.member) older = older.where('member', '=', link.member)
    await older.execute()
  }
  const { kind, location = null, member = null, name, role } = link
  await db
    .insertInto('invites')
    .values({ tokenHash: hash(token), kind, location, member, name, role, createdAt: now, expiresAt, usedAt: null })
    .execute()
  return { token, expiresAt }
}

/** Uses a link up: see `storage/oneTime.ts`. */
export const useLink = (db: Kysely<Tables>, kind: InviteRow['kind'], token: string, now: number) =>
  useOnce(db, 'invites', { tokenHash: hash(token), kind }, now)

/** The account could not be made after all, so the link may be tried again. */
export async function giveBack(db: Kysely<Tables>, tokenHash: string): Promise<void> {
  await db.updateTable('invites').set({ usedAt: null }).where('tokenHash', '=', tokenHash).execute()
}
