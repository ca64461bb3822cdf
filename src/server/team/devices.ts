import type { Kysely } from 'kysely'

import type { NewDevice } from '#wire/team.ts'
import { newSecret } from '../accounts/secret.ts'
import type { Member } from '../member.ts'
import type { DeviceRow, Tables } from '../storage/schema.ts'
import { bytesOf } from './bytesOf.ts'
import { journal } from './journal.ts'

/** Enough for everybody's desk, laptop and the browser that forgot; a loop that makes devices stops here. */
const MOST = 20

/** A new browser of this member, with the server's half of its lock. It waits until somebody lets it in. */
export async function addDevice(
  db: Kysely<Tables>,
  member: Member,
  device: NewDevice,
  now: number
): Promise<{ share: string } | 'id-taken' | 'too-many' | 'invalid-body'> {
  // colleagues' desks read these: what is no id or no point of the curve stops here
  if (!bytesOf(device.id) || bytesOf(device.publicKey)?.[0] !== 4) return 'invalid-body'
  const share = newSecret()
  return db.transaction().execute(async trx => {
    const taken = await trx.selectFrom('devices').select('id').where('id', '=', device.id).executeTakeFirst()
    if (taken) return 'id-taken'
    const own = await trx
      .selectFrom('devices')
      .select(count => count.fn.countAll<number>().as('n'))
      .where('member', '=', member.id)
      .where('state', '!=', 'revoked')
      .executeTakeFirstOrThrow()
    if (own.n >= MOST) return 'too-many'
    await trx
      .insertInto('devices')
      .values({
        ...device,
        member: member.id,
        location: member.location,
        share,
        state: 'waiting',
        createdAt: now,
        lastSeenAt: now
      })
      .execute()
    await journal(trx, { at: now, location: member.location, who: member.id, what: 'device.add', object: device.id })
    return { share }
  })
}

/** A device of this member, if there is one. */
export function ownDevice(db: Kysely<Tables>, member: Member, id: string): Promise<DeviceRow | undefined> {
  return db.selectFrom('devices').selectAll().where('id', '=', id).where('member', '=', member.id).executeTakeFirst()
}

/** A device of this member's team, own or not, if there is one. */
export function teamDevice(db: Kysely<Tables>, member: Member, id: string): Promise<DeviceRow | undefined> {
  const found = db.selectFrom('devices').selectAll().where('id', '=', id)
  return found
    .where(or => or.or([or('member', '=', member.id), or('location', '=', member.location)]))
    .executeTakeFirst()
}

export async function seen(db: Kysely<Tables>, member: Member, id: string, now: number): Promise<void> {
  await db.updateTable('devices').set({ lastSeenAt: now }).where('id', '=', id).execute()
  await journal(db, { at: now, location: member.location, who: member.id, what: 'device.unlock', object: id })
}

/** Takes the share and the bundle away: what is left in that browser opens nothing any more. */
export async function revokeDevice(db: Kysely<Tables>, who: Member, id: string, now: number): Promise<void> {
  await db.transaction().execute(async trx => {
    await trx.updateTable('devices').set({ state: 'revoked', share: null }).where('id', '=', id).execute()
    await trx.deleteFrom('bundles').where('recipient', '=', 'device').where('recipientId', '=', id).execute()
    await journal(trx, { at: now, location: who.location, who: who.id, what: 'device.revoke', object: id })
  })
}
