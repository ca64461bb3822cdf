import { timingSafeEqual } from 'node:crypto'

import type { EnvelopeState } from '#wire/states.ts'

import type { Engine } from './engine.ts'
import { erase } from './erasing.ts'
import { base64url, idHash } from './hash.ts'
import type { Storage } from './storage.ts'

/** What a resident's device asks of its envelopes after they were taken in. */
export function earlyAndStates(engine: Engine): Omit<Storage['envelopes'], 'takeIn'> {
  const { db } = engine
  return {
    async withdraw(id, secretHash, now) {
      const hashed = idHash(id)
      const answer = await engine.write(async (trx, tell) => {
        const gone = await trx.selectFrom('tombstones').select('kind').where('idHash', '=', hashed).executeTakeFirst()
        if (gone) return 'withdrawn-before'
        const row = await trx
          .selectFrom('envelopes')
          .select(['seq', 'id', 'location', 'outcome', 'withdrawHash'])
          .where('id', '=', id)
          .executeTakeFirst()
        if (row) {
          if (!timingSafeEqual(row.withdrawHash, secretHash)) return 'wrong-secret'
          await erase(engine, trx, tell, [row], 'withdrawn', now)
          return 'withdrawn'
        }
        await trx
          .insertInto('withdrawals')
          .values({ idHash: hashed, secretHash: base64url(secretHash), at: now })
          .onConflict(c => c.doNothing())
          .execute()
        return 'unknown'
      })
      if (answer === 'withdrawn') await engine.forgetCopies()
      return answer === 'withdrawn-before' ? 'withdrawn' : answer
    },

    async states(ids) {
      const hashes = new Map(ids.map(id => [idHash(id), id]))
      const standing = await db
        .selectFrom('envelopes')
        .leftJoin('openings', 'openings.envelope', 'envelopes.id')
        .select(['envelopes.id', 'envelopes.state', 'openings.member'])
        .where('envelopes.id', 'in', ids)
        .execute()
      const gone = await db
        .selectFrom('tombstones')
        .select(['idHash', 'kind'])
        .where('idHash', 'in', [...hashes.keys()])
        .execute()
      const states: Record<string, EnvelopeState> = Object.fromEntries(ids.map(id => [id, 'unknown']))
      for (const { id, state, member } of standing) {
        states[id] = state === 'new' ? (member === null ? 'received' : 'seen') : state
      }
      for (const { idHash: hashed, kind } of gone) {
        states[hashes.get(hashed)!] = kind === 'expired' ? 'expired' : 'withdrawn'
      }
      return states
    }
  }
}
