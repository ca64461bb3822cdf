import type { Kysely } from 'kysely'

import type { TabletLink } from '#wire/tablets.ts'

import { hash, newSecret } from '../accounts/secret.ts'
import type { TeamMember } from '../team/allowed.ts'
import { journal } from '../team/journal.ts'
import { useOnce } from '../storage/oneTime.ts'
import type { Tables } from '../storage/schema.ts'

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

/** Uses a link of this place up: see `storage/oneTime.ts`. */
export const useTabletLink = (
  db: Kysely<Tables>,
  { location, token }: { readonly location: string; readonly token: string },
  now: number
) => useOnce(db, 'tabletLinks', { tokenHash: hash(token), location }, now)
