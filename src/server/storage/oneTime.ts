import type { Kysely } from 'kysely'

import type { Tables } from './schema.ts'

/** Tables whose rows are links that work once. */
type OneTime = 'invites' | 'tabletLinks'
type Row = Pick<Tables[OneTime], 'tokenHash' | 'expiresAt' | 'usedAt'> & Readonly<Record<string, unknown>>

/**
 * Uses a link up, in one statement: of two that race, one wins. `wrong-secret` is no link within `where` at all,
 * `already-used` one that worked before, `gone` one that came too late. None of them says whose it was.
 */
export async function useOnce<T extends OneTime>(
  db: Kysely<Tables>,
  table: T,
  where: Pick<Tables[T], 'tokenHash'> & Partial<Tables[T]>,
  now: number
): Promise<Tables[T] | 'wrong-secret' | 'already-used' | 'gone'> {
  // what both tables have; the types of a query over either of them do not meet
  const links = db as unknown as Kysely<Record<string, Row>>
  const used = await links
    .updateTable(table as string)
    .set({ usedAt: now })
    .where(eb => eb.and(where as Record<string, unknown>))
    .where('usedAt', 'is', null)
    .where('expiresAt', '>', now)
    .returningAll()
    .executeTakeFirst()
  if (used) return used as unknown as Tables[T]
  const known = await links
    .selectFrom(table as string)
    .select('usedAt')
    .where(eb => eb.and(where as Record<string, unknown>))
    .executeTakeFirst()
  if (!known) return 'wrong-secret'
  return known.usedAt === null ? 'gone' : 'already-used'
}
