import { timingSafeEqual } from 'node:crypto'

import type SQLite from 'better-sqlite3'

import { base64url, idHash } from './hash.ts'
import { expiry, month } from './retention.ts'
import type { Arrival, ErasedLog, StoredEvent, TakenIn } from './storage.ts'

interface Stands {
  seq: number
  receivedAt: number
  sha256: Uint8Array
}

/**
 * The busiest path of the house, with prepared statements: all arrivals of one tick in one transaction.
 *
 * The unique key on `id` decides what is a duplicate, not a question beforehand. `seq` counts without gaps, because
 * it is taken from a counter inside the same transaction and only when a row was really added.
 */
export function prepareTakeIn(raw: SQLite.Database, erasedLog: ErasedLog) {
  const tombstone = raw.prepare<[string], unknown>('select 1 from tombstones where idHash = ?').pluck()
  const card = raw
    .prepare<[string, number], number>(
      'select l.keepDays from cards c join locations l on l.id = c.location where c.location = ? and c.epoch = ?'
    )
    .pluck()
  const location = raw.prepare<[string], unknown>('select 1 from locations where id = ?').pluck()
  const standing = raw.prepare<[string], Stands>('select seq, receivedAt, sha256 from envelopes where id = ?')
  const early = raw
    .prepare<[string, string], unknown>('select 1 from withdrawals where idHash = ? and secretHash = ?')
    .pluck()
  const forgetEarly = raw.prepare<[string]>('delete from withdrawals where idHash = ?')
  const bury = raw.prepare<[string, string, string]>(
    "insert into tombstones (idHash, location, month, kind, outcome) values (?, ?, ?, 'withdrawn', null)"
  )
  const insert = raw.prepare(`insert into envelopes
    (seq, id, location, epoch, schemaVersion, hereNow, receivedAt, actedAt, closedAt, expiresAt, state, version,
     owner, outcome, withdrawHash, sha256, bytes)
    values (?, ?, ?, ?, ?, ?, ?, ?, null, ?, 'new', 1, null, null, ?, ?, ?) on conflict (id) do nothing`)
  const event = raw.prepare("insert into events (location, kind, id, at) values (?, 'arrived', ?, ?)")
  const lastSeq = raw.prepare<[], number>("select value from counters where name = 'seq'").pluck()
  const countSeq = raw.prepare<[number]>("update counters set value = ? where name = 'seq'")

  /** `keepDays` of the location, or undefined when it has no card of that epoch; asked once in a transaction. */
  type Known = Map<string, number | undefined>
  function keepDaysOf({ location: place, epoch }: Arrival, known: Known): number | undefined {
    const name = `${place} ${epoch}`
    if (!known.has(name)) known.set(name, card.get(place, epoch))
    return known.get(name)
  }

  function takeOne(arrival: Arrival, now: number, seq: number, known: Known, told: StoredEvent[]): TakenIn {
    const { id, sha256 } = arrival
    const hashed = idHash(id)
    if (tombstone.get(hashed)) return { taken: 'gone' }
    const keepDays = keepDaysOf(arrival, known)
    const life = { receivedAt: now, actedAt: now, closedAt: null }
    if (keepDays !== undefined) {
      // an envelope that stands is only withdrawn by its own secret, never by what was announced for other bytes
      if (early.get(hashed, base64url(arrival.withdrawHash)) && !standing.get(id)) {
        const when = month(now)
        erasedLog.append([
          { idHash: hashed, location: arrival.location, month: when, kind: 'withdrawn', outcome: null }
        ])
        bury.run(hashed, arrival.location, when)
        forgetEarly.run(hashed)
        return { taken: 'gone' }
      }
      const { location: place, epoch, schemaVersion, hereNow, withdrawHash, bytes } = arrival
      const ends = expiry(life, keepDays)
      const flag = hereNow ? 1 : 0
      const added = insert.run(seq, id, place, epoch, schemaVersion, flag, now, now, ends, withdrawHash, sha256, bytes)
      if (added.changes === 1) {
        const n = Number(event.run(place, id, now).lastInsertRowid)
        told.push({ n, location: place, kind: 'arrived', id })
        return { taken: 'new', receipt: { id, seq, receivedAt: now, bodySha256: base64url(sha256) } }
      }
    }
    const stands = standing.get(id)
    if (!stands) return { taken: location.get(arrival.location) ? 'unknown-epoch' : 'unknown-location' }
    if (!timingSafeEqual(stands.sha256, sha256)) return { taken: 'id-taken' }
    const { seq: first, receivedAt } = stands
    return { taken: 'again', receipt: { id, seq: first, receivedAt, bodySha256: base64url(sha256) } }
  }

  return raw.transaction((all: readonly { arrival: Arrival; now: number }[], told: StoredEvent[]): TakenIn[] => {
    const start = lastSeq.get()!
    let last = start
    const known: Known = new Map()
    const answers = all.map(({ arrival, now }) => {
      const answer = takeOne(arrival, now, last + 1, known, told)
      if (answer.taken === 'new') last++
      return answer
    })
    if (last !== start) countSeq.run(last)
    return answers
  })
}
