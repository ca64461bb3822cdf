import type { Kysely } from 'kysely'

import type { Approval, BundleAnswer } from '#wire/team.ts'
import type { Member } from '../member.ts'
import type { DeviceRow, Tables } from '../storage/schema.ts'
import { bytesOf } from './bytesOf.ts'
import { journal } from './journal.ts'
import { BUNDLE_LENGTH } from './location.ts'

/** The newest bundle that was sealed for this device or sheet; nulls until there is one. */
export async function bundleFor(
  db: Kysely<Tables>,
  location: string | null,
  recipient: 'device' | 'recovery',
  recipientId?: string
): Promise<BundleAnswer> {
  let found = db
    .selectFrom('bundles')
    .select(['bundle', 'epoch'])
    .where('location', '=', location)
    .where('recipient', '=', recipient)
    .orderBy('epoch', 'desc')
    .limit(1)
  if (recipientId) found = found.where('recipientId', '=', recipientId)
  return (await found.executeTakeFirst()) ?? { bundle: null, epoch: null }
}

/**
 * Lets a device in: keeps the bundle that a holder of the keys sealed for it. The server cannot read it, and whether
 * it is a true one shows on the device, which checks the team's signature.
 */
export async function letIn(
  db: Kysely<Tables>,
  who: Member & { location: string },
  device: DeviceRow,
  { bundle, epoch }: Pick<Approval, 'bundle' | 'epoch'>,
  now: number
): Promise<'done' | 'invalid-body' | 'unknown-epoch' | 'wrong-state'> {
  if ((bytesOf(bundle)?.length ?? 0) < BUNDLE_LENGTH) return 'invalid-body'
  return db.transaction().execute(async trx => {
    const newest = await trx
      .selectFrom('cards')
      .select('epoch')
      .where('location', '=', who.location)
      .orderBy('epoch', 'desc')
      .executeTakeFirst()
    if (newest?.epoch !== epoch) return 'unknown-epoch'
    const changed = await trx
      .updateTable('devices')
      .set({ state: 'trusted', location: who.location })
      .where('id', '=', device.id)
      .where('state', '!=', 'revoked')
      .executeTakeFirst()
    if (changed.numUpdatedRows === 0n) return 'wrong-state'
    await trx
      .insertInto('bundles')
      .values({
        recipient: 'device',
        recipientId: device.id,
        location: who.location,
        epoch,
        bundle,
        madeBy: who.id,
        createdAt: now
      })
      .onConflict(same =>
        same.columns(['location', 'recipient', 'recipientId', 'epoch']).doUpdateSet({ bundle, madeBy: who.id })
      )
      .execute()
    await journal(trx, { at: now, location: who.location, who: who.id, what: 'device.letIn', object: device.id })
    return 'done'
  })
}
