import type { Kysely, Transaction } from 'kysely'

import { toBase64url } from '#wire/bytes.ts'
import type { SignedPromise } from '#wire/location.ts'
import type { LocationChange, NewLocation } from '#wire/team.ts'
import type { Member } from '../member.ts'
import type { Tables } from '../storage/schema.ts'
import { bytesOf } from './bytesOf.ts'
import { journal } from './journal.ts'

/** A team card and a bundle of one epoch have one length each (`sealing/card.ts`, `sealing/bundle.ts`). */
const CARD_LENGTH = 255
export const BUNDLE_LENGTH = 219

/**
 * Makes a location in one transaction: profile, promises, card 0, both bundles, and the maker's device as the first
 * that is trusted. Either all of it is there or none; a half-made location cannot exist.
 *
 * `wrong-state`: this member has a location. `id-taken`: the id has. `invalid-body`: keys that cannot be keys.
 */
export async function makeLocation(
  db: Kysely<Tables>,
  member: Member,
  fresh: NewLocation,
  now: number
): Promise<'made' | 'wrong-state' | 'id-taken' | 'invalid-body'> {
  const device = fresh.bundles.find(bundle => bundle.recipient === 'device')
  const recovery = fresh.bundles.find(bundle => bundle.recipient === 'recovery')
  if (!device || !recovery || fresh.bundles.some(isWrong) || !isCardOf(fresh.card, fresh.id)) return 'invalid-body'
  if (new Set(fresh.promises.map(promise => promise.id)).size < fresh.promises.length) return 'invalid-body'

  return db.transaction().execute(async trx => {
    const own = await trx.selectFrom('members').select('location').where('id', '=', member.id).executeTakeFirst()
    if (!own || own.location !== null) return 'wrong-state'
    const taken = await trx.selectFrom('locations').select('id').where('id', '=', fresh.id).executeTakeFirst()
    if (taken) return 'id-taken'
    const known = await trx
      .selectFrom('devices')
      .select('id')
      .where('id', '=', device.recipientId)
      .where('member', '=', member.id)
      .where('state', '=', 'waiting')
      .executeTakeFirst()
    if (!known) return 'invalid-body'

    const location = fresh.id
    await trx
      .insertInto('locations')
      .values({
        id: location,
        details: JSON.stringify(fresh.details),
        keepDays: fresh.details.keepDays,
        practice: 1,
        recoveryPublicKey: fresh.recovery.publicKey,
        recoveryProofHash: fresh.recovery.proofHash,
        createdAt: now
      })
      .execute()
    await sign(trx, location, fresh.promises)
    await trx.insertInto('cards').values({ location, epoch: 0, card: fresh.card, createdAt: now }).execute()
    await trx
      .insertInto('bundles')
      .values(fresh.bundles.map(bundle => ({ ...bundle, location, madeBy: member.id, createdAt: now })))
      .execute()
    await trx.updateTable('members').set({ location }).where('id', '=', member.id).execute()
    await trx.updateTable('devices').set({ location }).where('member', '=', member.id).execute()
    await trx.updateTable('devices').set({ state: 'trusted' }).where('id', '=', device.recipientId).execute()
    await journal(trx, { at: now, location, who: member.id, what: 'location.make' })
    return 'made'
  })
}

/** New details and promises; promises that are left out are no longer signed. */
export async function changeLocation(
  db: Kysely<Tables>,
  who: string,
  location: string,
  change: LocationChange,
  now: number
): Promise<'changed' | 'invalid-body'> {
  if (new Set(change.promises.map(promise => promise.id)).size < change.promises.length) return 'invalid-body'
  await db.transaction().execute(async trx => {
    await trx
      .updateTable('locations')
      .set({ details: JSON.stringify(change.details), keepDays: change.details.keepDays })
      .where('id', '=', location)
      .execute()
    await trx.deleteFrom('promises').where('location', '=', location).execute()
    await sign(trx, location, change.promises)
    await journal(trx, { at: now, location, who, what: 'location.change' })
  })
  return 'changed'
}

async function sign(trx: Transaction<Tables>, location: string, promises: readonly SignedPromise[]) {
  if (promises.length === 0) return
  await trx
    .insertInto('promises')
    .values(promises.map(promise => ({ location, ...promise })))
    .execute()
}

function isWrong({ epoch, bundle }: NewLocation['bundles'][number]): boolean {
  return epoch !== 0 || bytesOf(bundle)?.length !== BUNDLE_LENGTH
}

/** The server cannot judge a card, but it can see that it is one, of this place and of epoch 0. */
function isCardOf(card: string, location: string): boolean {
  const bytes = bytesOf(card)
  if (bytes?.length !== CARD_LENGTH) return false
  return toBase64url(bytes.slice(1, 17)) === location && bytes.slice(17, 21).every(byte => byte === 0)
}
