import type { Kysely } from 'kysely'

import type { Team } from '#wire/team.ts'
import type { Member } from '../member.ts'
import type { Tables } from '../storage/schema.ts'
import { journal } from './journal.ts'

/** The people of a place, their devices, the invites that still work, and how many can open cards. */
export async function teamOf(db: Kysely<Tables>, location: string, now: number): Promise<Team> {
  const members = await db
    .selectFrom('members')
    .select(['id', 'name', 'role', 'endedAt'])
    .where('location', '=', location)
    .orderBy('createdAt')
    .execute()
  const devices = await db
    .selectFrom('devices')
    .select(['id', 'name', 'publicKey', 'member', 'createdAt', 'lastSeenAt', 'state'])
    .where('location', '=', location)
    .orderBy('createdAt')
    .execute()
  const invites = await db
    .selectFrom('invites')
    .select(['name', 'role', 'expiresAt'])
    .where('location', '=', location)
    .where('kind', '=', 'invite')
    .where('usedAt', 'is', null)
    .where('expiresAt', '>', now)
    .orderBy('createdAt')
    .execute()
  const { holders } = await db
    .selectFrom('bundles')
    .select(count => count.fn.count<number>('recipientId').distinct().as('holders'))
    .where('location', '=', location)
    .where('recipient', '!=', 'recovery')
    .executeTakeFirstOrThrow()
  return {
    members: members.map(({ endedAt, ...member }) => ({ ...member, active: endedAt === null })),
    devices,
    invites,
    holders
  }
}

/**
 * Ends a colleague's access: devices revoked, bundles gone. The row stays, because the history of cards names it.
 * `not-found`: nobody of this team who still has access.
 */
export async function endMember(
  db: Kysely<Tables>,
  who: Member & { location: string },
  id: string,
  now: number
): Promise<'ended' | 'not-found'> {
  return db.transaction().execute(async trx => {
    const ended = await trx
      .updateTable('members')
      .set({ endedAt: now })
      .where('id', '=', id)
      .where('location', '=', who.location)
      .where('endedAt', 'is', null)
      .executeTakeFirst()
    if (ended.numUpdatedRows === 0n) return 'not-found'
    const devices = trx.selectFrom('devices').select('id').where('member', '=', id)
    await trx.deleteFrom('bundles').where('recipient', '=', 'device').where('recipientId', 'in', devices).execute()
    await trx.updateTable('devices').set({ state: 'revoked', share: null }).where('member', '=', id).execute()
    await trx.deleteFrom('invites').where('member', '=', id).execute()
    await journal(trx, { at: now, location: who.location, who: who.id, what: 'member.end', object: id })
    return 'ended'
  })
}
