import type { Kysely, Selectable, Transaction } from 'kysely'

import type { Colleague, QueueItem } from '#wire/queue.ts'

import type { Engine } from './engine.ts'
import { base64url, idHash } from './hash.ts'
import { journalRow } from './journal.ts'
import { afterWorkingDays, CLAIM_WORKING_DAYS, DAY, expiry } from './retention.ts'
import type { EnvelopeRow, Tables } from './schema.ts'
import type { Act, Refused, Storage } from './storage.ts'

type Row = Selectable<EnvelopeRow>
type Changes = Partial<Pick<Row, 'state' | 'owner' | 'outcome' | 'closedAt' | 'actedAt' | 'hereNow'>>

/** Rows as the desk gets them, with the names of owner and openers. */
async function items(db: Kysely<Tables>, rows: readonly Row[]): Promise<QueueItem[]> {
  if (rows.length === 0) return []
  const openings = await db
    .selectFrom('openings')
    .innerJoin('members', 'members.id', 'openings.member')
    .select(['openings.envelope', 'members.id', 'members.name'])
    .where(
      'openings.envelope',
      'in',
      rows.map(i => i.id)
    )
    .orderBy('openings.at')
    .execute()
  const owners = new Map<string, Colleague>()
  const owned = rows.flatMap(i => i.owner ?? [])
  if (owned.length > 0) {
    const people = await db.selectFrom('members').select(['id', 'name']).where('id', 'in', owned).execute()
    for (const person of people) owners.set(person.id, person)
  }
  return rows.map(row => ({
    id: row.id,
    seq: row.seq,
    receivedAt: row.receivedAt,
    expiresAt: row.expiresAt,
    epoch: row.epoch,
    schemaVersion: row.schemaVersion,
    hereNow: row.hereNow === 1,
    state: row.state,
    version: row.version,
    owner: row.owner === null ? null : (owners.get(row.owner) ?? null),
    outcome: row.outcome,
    openedBy: openings.filter(i => i.envelope === row.id).map(({ id, name }) => ({ id, name })),
    envelope: base64url(row.bytes)
  }))
}

/** The queue of a location: who has which card. Every change is a compare-and-set inside one transaction. */
export function queue(engine: Engine): Storage['queue'] {
  const { db } = engine

  const find = (on: Kysely<Tables>, location: string, id: string) =>
    on.selectFrom('envelopes').selectAll().where('id', '=', id).where('location', '=', location).executeTakeFirst()
  const shown = async (on: Kysely<Tables>, location: string, id: string) => {
    const row = await find(on, location, id)
    return row ? (await items(on, [row]))[0]! : ('not-found' as const)
  }

  /** Looks, lets `decide` refuse or change, writes, appends to the journal, tells the desks. */
  function act(
    what: string,
    { location, id, member, now }: Omit<Act, 'version'>,
    /** Which version they looked at, or null where any will do. */
    version: number | null,
    decide: (row: Row, trx: Transaction<Tables>) => Changes | 'unchanged' | Refused | Promise<Refused>
  ): Promise<QueueItem | Refused> {
    return engine.write(async (trx, tell) => {
      const row = await find(trx, location, id)
      if (!row) return 'not-found'
      if (version !== null && version !== row.version) return { versionNow: row.version }
      const changes = await decide(row, trx)
      if (changes === 'unchanged') return (await items(trx, [row]))[0]!
      if (typeof changes === 'string' || 'heldBy' in changes || 'versionNow' in changes) return changes
      const next = { ...row, ...changes }
      const { keepDays } = await trx
        .selectFrom('locations')
        .select('keepDays')
        .where('id', '=', location)
        .executeTakeFirstOrThrow()
      await trx
        .updateTable('envelopes')
        .set({ ...changes, version: row.version + 1, expiresAt: expiry(next, keepDays) })
        .where('seq', '=', row.seq)
        .execute()
      const entry = { at: now, location, who: member, what, object: idHash(id), from: row.state, to: next.state }
      await trx
        .insertInto('journal')
        .values(journalRow({ ...entry, code: next.outcome }))
        .execute()
      await tell(location, 'changed', id, now)
      return shown(trx, location, id)
    })
  }

  const heldBy = async (trx: Transaction<Tables>, owner: string | null): Promise<{ heldBy: string }> => {
    const holder = owner && (await trx.selectFrom('members').select('name').where('id', '=', owner).executeTakeFirst())
    return { heldBy: holder ? holder.name : '' }
  }

  return {
    async page(location, after, limit) {
      const newest = await db
        .selectFrom('events')
        .select(e => e.fn.max('n').as('n'))
        .executeTakeFirstOrThrow()
      const rows = await db
        .selectFrom('envelopes')
        .selectAll()
        .where('location', '=', location)
        .where('seq', '>', after)
        .orderBy('seq')
        .limit(limit + 1)
        .execute()
      const page = rows.slice(0, limit)
      return {
        items: await items(db, page),
        ...(rows.length > limit ? { next: page.at(-1)!.seq } : {}),
        event: newest.n ?? 0
      }
    },

    item: (location, id) => shown(db, location, id),

    opened: ({ location, id, member, now }) =>
      engine.write(async (trx, tell) => {
        if (!(await find(trx, location, id))) return 'not-found'
        const first = await trx
          .insertInto('openings')
          .values({ envelope: id, member, at: now })
          .onConflict(c => c.doNothing())
          .executeTakeFirst()
        if (first.numInsertedOrUpdatedRows === 1n) {
          const entry = { at: now, location, who: member, what: 'queue.open', object: idHash(id) }
          await trx.insertInto('journal').values(journalRow(entry)).execute()
          await tell(location, 'changed', id, now)
        }
        return shown(trx, location, id)
      }),

    claim: who =>
      act('queue.claim', who, null, (row, trx) => {
        if (row.state === 'closed') return 'wrong-state'
        if (row.owner === who.member) return 'unchanged'
        if (row.state === 'claimed') return heldBy(trx, row.owner)
        return { state: 'claimed', owner: who.member, actedAt: who.now }
      }),

    release: (who, anybody) =>
      act('queue.release', who, who.version, (row, trx) => {
        if (row.state !== 'claimed') return 'wrong-state'
        if (row.owner !== who.member && !anybody) return heldBy(trx, row.owner)
        return { state: 'new', owner: null, actedAt: who.now }
      }),

    close: (who, outcome) =>
      act('queue.close', who, who.version, (row, trx) => {
        if (row.state !== 'claimed') return 'wrong-state'
        if (row.owner !== who.member) return heldBy(trx, row.owner)
        return { state: 'closed', outcome, closedAt: who.now, actedAt: who.now }
      }),

    reopen: who =>
      act('queue.reopen', who, who.version, row => {
        if (row.state !== 'closed') return 'wrong-state'
        // who opens it again is the fixed face from here on
        return { state: 'claimed', owner: who.member, outcome: null, closedAt: null, actedAt: who.now }
      }),

    gone: who => act('queue.gone', who, who.version, row => (row.hereNow === 0 ? 'unchanged' : { hereNow: 0 })),

    async returnForgotten(now) {
      const quiet = await db
        .selectFrom('envelopes')
        .select(['seq', 'id', 'location', 'actedAt', 'version', 'owner'])
        .where('state', '=', 'claimed')
        .where('actedAt', '<=', now - CLAIM_WORKING_DAYS * DAY)
        .execute()
      const forgotten = quiet.filter(i => afterWorkingDays(i.actedAt, CLAIM_WORKING_DAYS) <= now)
      for (const { seq, id, location, version, owner } of forgotten) {
        await engine.write(async (trx, tell) => {
          const { numUpdatedRows } = await trx
            .updateTable('envelopes')
            .set({ state: 'new', owner: null, version: version + 1 })
            .where('seq', '=', seq)
            .where('version', '=', version)
            .executeTakeFirst()
          if (numUpdatedRows === 0n) return
          const entry = { at: now, location, who: null, what: 'queue.return', object: idHash(id), code: owner }
          await trx
            .insertInto('journal')
            .values(journalRow({ ...entry, from: 'claimed', to: 'new' }))
            .execute()
          await tell(location, 'changed', id, now)
        })
      }
      return forgotten.length
    }
  }
}
