import { type Transaction, sql } from 'kysely'

import type { Engine, Tell } from './engine.ts'
import { idHash } from './hash.ts'
import { journalRow } from './journal.ts'
import { CLOSED_DAYS, DAY, EARLY_WITHDRAWAL_DAYS, YEAR_DAYS, month } from './retention.ts'
import type { EnvelopeRow, Tables, TombstoneRow } from './schema.ts'
import type { Storage } from './storage.ts'

/** Cards erased in one transaction. */
const CHUNK = 200

type Doomed = Pick<EnvelopeRow, 'seq' | 'id' | 'location' | 'outcome'>

/**
 * Erases rows inside a transaction: first the line in the log that outlives backups, then tombstone, bytes and
 * openings. The caller then calls `forgetCopies`, outside the transaction.
 */
export async function erase(
  engine: Engine,
  trx: Transaction<Tables>,
  tell: Tell,
  rows: readonly Doomed[],
  kind: TombstoneRow['kind'],
  now: number
): Promise<void> {
  if (rows.length === 0) return
  const stones = rows.map(({ id, location, outcome }) => ({
    idHash: idHash(id),
    location,
    month: month(now),
    kind,
    outcome
  }))
  engine.erasedLog.append(stones)
  await trx
    .insertInto('tombstones')
    .values(stones)
    .onConflict(c => c.doNothing())
    .execute()
  const seqs = rows.map(i => i.seq)
  await trx.deleteFrom('envelopes').where('seq', 'in', seqs).execute()
  for (const { id, location } of rows) await tell(location, 'erased', id, now)
}

/** Everything that makes cards go. */
export function erasing(engine: Engine): Storage['erasing'] {
  const { db } = engine
  const doomed = ['seq', 'id', 'location', 'outcome'] as const

  return {
    async onRequest({ location, id, member, now }) {
      const found = await engine.write(async (trx, tell) => {
        const row = await trx
          .selectFrom('envelopes')
          .select([...doomed, 'state'])
          .where('id', '=', id)
          .where('location', '=', location)
          .executeTakeFirst()
        if (!row) return false
        await erase(engine, trx, tell, [row], 'erased', now)
        const entry = { at: now, location, who: member, what: 'queue.erase', object: idHash(id), from: row.state }
        await trx.insertInto('journal').values(journalRow(entry)).execute()
        return true
      })
      if (found) await engine.forgetCopies()
      return found
    },

    async wholeLocation(location, who, now) {
      const count = await engine.write(async (trx, tell) => {
        const rows = await trx.selectFrom('envelopes').select(doomed).where('location', '=', location).execute()
        for (let at = 0; at < rows.length; at += CHUNK) {
          await erase(engine, trx, tell, rows.slice(at, at + CHUNK), 'erased', now)
        }
        const entry = { at: now, location, who, what: 'queue.eraseAll', code: String(rows.length) }
        await trx.insertInto('journal').values(journalRow(entry)).execute()
        return rows.length
      })
      await engine.forgetCopies()
      return count
    },

    async expired(now) {
      let count = 0
      for (let more = true; more;) {
        const erased = await engine.write(async (trx, tell) => {
          const rows = await trx
            .selectFrom('envelopes')
            .select(doomed)
            .where('expiresAt', '<=', now)
            .orderBy('expiresAt')
            .limit(CHUNK)
            .execute()
          await erase(engine, trx, tell, rows, 'expired', now)
          return rows.length
        })
        count += erased
        more = erased === CHUNK
      }
      if (count > 0) await engine.forgetCopies()
      return count
    },

    async recompute(location) {
      // the same rule as `expiry` in retention.ts; a test holds them together
      const { keepDays } = await db
        .selectFrom('locations')
        .select('keepDays')
        .where('id', '=', location)
        .executeTakeFirstOrThrow()
      const year = sql<number>`"receivedAt" + ${YEAR_DAYS * DAY}`
      const quiet = sql<number>`"actedAt" + ${keepDays * DAY}`
      const closed = sql<number>`coalesce("closedAt", "receivedAt" + ${YEAR_DAYS * DAY}) + ${CLOSED_DAYS * DAY}`
      await db
        .updateTable('envelopes')
        .set({ expiresAt: sql<number>`min(${quiet}, ${year}, ${closed})` })
        .where('location', '=', location)
        .execute()
    },

    async replay() {
      const wanted = new Map(engine.erasedLog.read().map(i => [i.idHash, i]))
      const known = await db.selectFrom('tombstones').select('idHash').execute()
      for (const { idHash: hashed } of known) wanted.delete(hashed)
      if (wanted.size === 0) return 0
      // only a restored backup comes here: look at every id that stands
      const rows = await db.selectFrom('envelopes').select(['seq', 'id']).execute()
      const risen = rows.filter(i => wanted.has(idHash(i.id))).map(i => i.seq)
      await engine.write(async trx => {
        for (const stone of wanted.values()) await trx.insertInto('tombstones').values(stone).execute()
        for (let at = 0; at < risen.length; at += CHUNK) {
          await trx
            .deleteFrom('envelopes')
            .where('seq', 'in', risen.slice(at, at + CHUNK))
            .execute()
        }
      })
      await engine.forgetCopies()
      return risen.length
    },

    async tidy(now) {
      await db
        .deleteFrom('withdrawals')
        .where('at', '<', now - EARLY_WITHDRAWAL_DAYS * DAY)
        .execute()
      await db
        .deleteFrom('events')
        .where('at', '<', now - DAY)
        // the newest stays, so that a desk that heard it needs no whole new look
        .where('n', '<', eb => eb.selectFrom('events').select(e => e.fn.max('n').as('newest')))
        .execute()
    }
  }
}
