import { LocationDetails, type SignedPromise } from '#wire/location.ts'

import type { Engine } from './engine.ts'
import type { Storage } from './storage.ts'

/** What anybody may know of a place. */
export function locations({ db }: Engine): Storage['locations'] {
  return {
    async list() {
      const rows = await db.selectFrom('locations').select(['id', 'details']).orderBy('createdAt').execute()
      return rows.map(({ id, details }) => {
        const { place, address } = LocationDetails.parse(JSON.parse(details))
        return { id, place, address }
      })
    },

    async profile(id) {
      const row = await db
        .selectFrom('locations')
        .select(['details', 'practice'])
        .where('id', '=', id)
        .executeTakeFirst()
      if (!row) return 'not-found'
      const promises = await db
        .selectFrom('promises')
        .select(['id', 'name', 'at'])
        .where('location', '=', id)
        .orderBy('id')
        .execute()
      const cards = await db.selectFrom('cards').select('card').where('location', '=', id).orderBy('epoch').execute()
      return {
        id,
        ...LocationDetails.parse(JSON.parse(row.details)),
        promises: promises as SignedPromise[],
        practice: row.practice === 1,
        cards: cards.map(i => i.card)
      }
    }
  }
}
