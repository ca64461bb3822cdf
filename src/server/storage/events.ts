import type { Engine } from './engine.ts'
import type { Storage } from './storage.ts'

/** What desks heard lately, so that a broken stream can be taken up where it broke. */
export function events(engine: Engine): Omit<Storage['events'], 'listen'> {
  const { db } = engine
  const edge = async () => {
    const { oldest, newest } = await db
      .selectFrom('events')
      .select(e => [e.fn.min('n').as('oldest'), e.fn.max('n').as('newest')])
      .executeTakeFirstOrThrow()
    return { oldest: oldest ?? 0, newest: newest ?? 0 }
  }
  return {
    async add(location, kind, now) {
      await engine.write((_, tell) => tell(location, kind, null, now))
    },

    async after(location, n) {
      const { oldest, newest } = await edge()
      if (n > newest || n < oldest - 1) return 'again'
      return db
        .selectFrom('events')
        .select(['n', 'location', 'kind', 'id'])
        .where('location', '=', location)
        .where('n', '>', n)
        .orderBy('n')
        .execute()
    },

    async latest() {
      return (await edge()).newest
    }
  }
}
