import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import SQLite from 'better-sqlite3'

import { openErasedLog } from '#server/storage/erasedLog.ts'
import { openSqlite } from '#server/storage/sqlite.ts'
import { ENVELOPE_LENGTH } from '#wire/envelope.ts'
import { DAY, newId, START } from '../server/world.ts'
import { load } from './load.ts'
import { aDataDir, median, theServer } from './processes.ts'

const PLACES = 100

/** Fills the table directly: a million submissions over HTTP would take minutes and prove nothing here. */
function fill(dir: string, location: string, count: number) {
  const db = new SQLite(join(dir, 'waarheen.db'))
  db.pragma('synchronous = OFF')
  const others = Array.from({ length: PLACES - 1 }, () => newId())
  const copy = db.prepare(
    'insert into locations select ?, details, keepDays, practice, recoveryPublicKey, recoveryProofHash, createdAt from locations where id = ?'
  )
  for (const other of others) copy.run(other, location)
  const places = [location, ...others]
  const insert = db.prepare(`insert into envelopes
    (seq, id, location, epoch, schemaVersion, hereNow, receivedAt, actedAt, closedAt, expiresAt, state, version, owner,
     outcome, withdrawHash, sha256, bytes) values (?, ?, ?, 0, 1, 0, ?, ?, null, ?, 'new', 1, null, null, ?, ?, ?)`)
  const bytes = randomBytes(ENVELOPE_LENGTH)
  db.transaction(() => {
    for (let seq = 1; seq <= count; seq++) {
      const unique = randomBytes(64)
      const far = START + 3650 * DAY
      const [withdraw, hash] = [unique.subarray(0, 32), unique.subarray(32)]
      insert.run(seq, newId(), places[seq % PLACES]!, START, START, far, withdraw, hash, bytes)
    }
    db.prepare("update counters set value = ? where name = 'seq'").run(count)
  })()
  db.close()
}

/** One page of fifty, and submissions, with so many envelopes stored. */
export async function queuePage(count = 1_000_000): Promise<string[]> {
  const { dir, location, remove } = await aDataDir(async (_, place, where) => fill(where, place, count))
  const storage = await openSqlite(join(dir, 'waarheen.db'), openErasedLog(join(dir, 'erased.log')))
  const took: number[] = []
  let after = 0
  for (let i = 0; i < 200; i++) {
    const start = performance.now()
    const page = await storage.queue.page(location, after, 50)
    took.push(performance.now() - start)
    after = page.next ?? 0
  }
  await storage.close()
  const server = await theServer(dir)
  const { perSecond, p99 } = await load({ port: server.port, location, connections: 64, time: 5_000 })
  await server.stop()
  remove()
  const worst = took.toSorted((a, b) => a - b)[198]!
  return [
    `queue page of 50 at ${count} stored: median ${median(took).toFixed(2)} ms, p99 ${worst.toFixed(2)} ms (budget 5 ms)`,
    `submissions at ${count} stored: ${perSecond.toFixed(0)}/s, p99 ${p99.toFixed(1)} ms`
  ]
}
