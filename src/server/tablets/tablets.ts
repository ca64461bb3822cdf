import { randomBytes } from 'node:crypto'

import type { Kysely } from 'kysely'

import type { Enrolled, Enrolment, Heartbeat } from '#wire/tablet.ts'
import type { Tablets } from '#wire/tablets.ts'

import { hash, newSecret } from '../accounts/secret.ts'
import type { TabletRow, Tables } from '../storage/schema.ts'
import type { TeamMember } from '../team/allowed.ts'
import { journal } from '../team/journal.ts'
import { useTabletLink } from './links.ts'

/** After a silence this long desks hear that a tablet is back, though nothing on it changed. */
const SILENCE = 60 * 60_000

/** Makes a tablet of whoever brings a link that works: its name, and a secret of which only the hash stays here. */
export async function enrol(
  db: Kysely<Tables>,
  enrolment: Enrolment,
  now: number
): Promise<Enrolled | 'wrong-secret' | 'already-used' | 'gone'> {
  return db.transaction().execute(async trx => {
    const link = await useTabletLink(trx, enrolment, now)
    if (typeof link === 'string') return link
    const { location, name } = link
    const id = randomBytes(16).toString('base64url')
    const secret = newSecret()
    await trx
      .insertInto('tablets')
      .values({
        id,
        location,
        name,
        secretHash: hash(secret),
        enrolledAt: now,
        revokedAt: null,
        lastSeenAt: null,
        waiting: 0,
        oldestAt: null,
        parked: 0,
        version: null
      })
      .execute()
    await journal(trx, { at: now, location, who: null, what: 'tablet.enrol', object: id })
    return { id, name, secret }
  })
}

/** Whose secret this is, revoked or not. */
export function tabletBySecret(db: Kysely<Tables>, secret: string): Promise<TabletRow | undefined> {
  return db.selectFrom('tablets').selectAll().where('secretHash', '=', hash(secret)).executeTakeFirst()
}

/**
 * Notes what a tablet tells of itself; not in the journal, because it says so every few minutes.
 *
 * @returns whether desks should hear of it: the first contact, one after a silence, or another number of cards.
 */
export async function note(db: Kysely<Tables>, tablet: TabletRow, beat: Heartbeat, now: number): Promise<boolean> {
  const { waiting, parked, version } = beat
  // its clock may run ahead of ours
  const oldestAt = beat.oldestAt === null ? null : Math.min(beat.oldestAt, now)
  await db
    .updateTable('tablets')
    .set({ lastSeenAt: now, waiting, oldestAt, parked, version })
    .where('id', '=', tablet.id)
    .execute()
  const back = now - (tablet.lastSeenAt ?? 0) > SILENCE
  return back || tablet.waiting !== waiting || tablet.parked !== parked
}

/** Takes away what the secret was good for. What waits on that tablet still arrives, as from any phone. */
export async function revokeTablet(
  db: Kysely<Tables>,
  { id: who, location }: TeamMember,
  id: string,
  now: number
): Promise<'revoked' | 'not-found'> {
  return db.transaction().execute(async trx => {
    const found = await trx
      .selectFrom('tablets')
      .select('revokedAt')
      .where('id', '=', id)
      .where('location', '=', location)
      .executeTakeFirst()
    if (!found) return 'not-found'
    if (found.revokedAt !== null) return 'revoked'
    await trx.updateTable('tablets').set({ revokedAt: now }).where('id', '=', id).execute()
    await journal(trx, { at: now, location, who, what: 'tablet.revoke', object: id })
    return 'revoked'
  })
}

/** The tablets of a place, revoked ones too, and the links that still work. */
export async function tabletsOf(db: Kysely<Tables>, location: string, now: number): Promise<Tablets> {
  const tablets = await db
    .selectFrom('tablets')
    .select(['id', 'name', 'enrolledAt', 'revokedAt', 'lastSeenAt', 'waiting', 'oldestAt', 'parked', 'version'])
    .where('location', '=', location)
    .orderBy('enrolledAt')
    .execute()
  const links = await db
    .selectFrom('tabletLinks')
    .select(['name', 'expiresAt'])
    .where('location', '=', location)
    .where('usedAt', 'is', null)
    .where('expiresAt', '>', now)
    .orderBy('createdAt')
    .execute()
  return { tablets, links }
}
