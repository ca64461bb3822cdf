import type { Kysely } from 'kysely'

import type { TabletLink } from '#wire/tablets.ts'

import { hash, newSecret } from '../accounts/secret.ts'
import type { TeamMember } from '../team/allowed.ts'
import { journal } from '../team/journal.ts'
import type { TabletLinkRow, Tables } from '../storage/schema.ts'

/** Long enough to walk from the desk to the tablet. */
const LASTS = 10 * 60_000
/** Used and late links stay this long, so that whoever opens one is told so. */
const REMEMBERED = 30 * 24 * 60 * 60_000

/** Makes a link for one tablet. Its token leaves here and is not kept: only its hash is. */
export async function makeTabletLink(
  db: Kysely<Tables>,
  { id: who, location }: TeamMember,
  name: string,
  now: number
): Promise<TabletLink> {
  const token = newSecret()
  const expiresAt = now + LASTS
  await db.transaction().execute(async trx => {
    await trx
      .deleteFrom('tabletLinks')
      .where('expiresAt', '<', now - REMEMBERED)
      .execute()
    await trx
      .insertInto('tabletLinks')
      .values({ tokenHash: hash(token), location, name, createdAt: now, expiresAt, usedAt: null })
      .execute()
    await journal(trx, { at: now, location, who, what: 'tablet.link' })
  })
  return { token, expiresAt }
}

/**
 * Uses a link up, in one statement: of two tablets that race, one wins. `wrong-secret` is no link of this place,
 * `already-used` one that worked before, `gone` one that came too late.
 */
export async function useTabletLink(
  db: Kysely<Tables>,
  { location, token }: { readonly location: string; readonly token: string },
  now: number
): Promise<TabletLinkRow | 'wrong-secret' | 'already-used' | 'gone'> {
  const tokenHash = hash(token)
  const used = await db
    .updateTable('tabletLinks')
    .set({ usedAt: now })
    .where('tokenHash', '=', tokenHash)
    .where('location', '=', location)
    .where('usedAt', 'is', null)
    .where('expiresAt', '>', now)
    .returningAll()
    .executeTakeFirst()
  if (used) return used
  const known = await db
    .selectFrom('tabletLinks')
    .select('usedAt')
    .where('tokenHash', '=', tokenHash)
    .where('location', '=', location)
    .executeTakeFirst()
  if (!known) return 'wrong-secret'
  return known.usedAt === null ? 'gone' : 'already-used'
}
