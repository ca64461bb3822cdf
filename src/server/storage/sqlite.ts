import SQLite from 'better-sqlite3'
import { Kysely, SqliteDialect } from 'kysely'
import { Migrator } from 'kysely/migration'

import { makeEngine } from './engine.ts'
import { earlyAndStates } from './envelopes.ts'
import { erasing } from './erasing.ts'
import { events } from './events.ts'
import { gather } from './gather.ts'
import { journalRow } from './journal.ts'
import { locations } from './locations.ts'
import { migrations } from './migrations.ts'
import { queue } from './queue.ts'
import type { Tables } from './schema.ts'
import { prepareTakeIn } from './sqliteTakeIn.ts'
import { withStatements } from './statements.ts'
import type { Arrival, ErasedLog, Storage, StoredEvent, TakenIn } from './storage.ts'

/**
 * The whole storage in one SQLite file, by one connection.
 *
 * WAL with `synchronous=FULL`: a commit is on disk before anybody hears of it. `secure_delete` overwrites what is
 * erased; `trusted_schema=OFF` keeps a tampered file from running code.
 *
 * @throws when the file cannot be opened or is not ours.
 */
export async function openSqlite(file: string, erasedLog: ErasedLog): Promise<Storage & { raw: SQLite.Database }> {
  const raw = new SQLite(file)
  for (const setting of [
    'journal_mode = WAL',
    'synchronous = FULL',
    'secure_delete = ON',
    'trusted_schema = OFF',
    'foreign_keys = ON',
    'temp_store = MEMORY',
    'cell_size_check = ON',
    'busy_timeout = 250',
    // pages of 4 KB: fewer, larger moves from the log into the file, and the upper parts of the indexes in memory
    'wal_autocheckpoint = 4000',
    'cache_size = -16000'
  ]) {
    raw.pragma(setting)
  }
  const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: withStatements(raw) }) })
  const migrated = await new Migrator({ db, provider: { getMigrations: async () => migrations } }).migrateToLatest()
  if (migrated.error) throw migrated.error

  // what an earlier life erased but had no time to forget
  let owed = raw.pragma('wal_checkpoint(TRUNCATE)', { simple: true }) === 1
  const forgetCopies = async () => {
    // with one connection nobody else reads, so this empties the log; only a backup that runs just now puts it off
    owed = await db.connection().execute(async () => raw.pragma('wal_checkpoint(TRUNCATE)', { simple: true }) === 1)
  }
  const { engine, listen } = makeEngine(db, erasedLog, forgetCopies)
  const erased = erasing(engine)
  const takeIn = prepareTakeIn(raw, erasedLog)
  const together = gather(async (all: readonly { arrival: Arrival; now: number }[]) => {
    const told: StoredEvent[] = []
    // the connection is ours alone while `execute` runs, so a synchronous transaction cannot meet an open one
    const answers = await db.connection().execute(async (): Promise<TakenIn[]> => takeIn.immediate(all, told))
    engine.publish(told)
    return answers
  })

  return {
    raw,
    db,
    envelopes: { takeIn: (arrival, now) => together({ arrival, now }), ...earlyAndStates(engine) },
    queue: queue(engine),
    erasing: {
      ...erased,
      async tidy(now) {
        await erased.tidy(now)
        if (owed) await forgetCopies()
      }
    },
    locations: locations(engine),
    events: { ...events(engine), listen },
    journal: {
      async add(entry) {
        await db.insertInto('journal').values(journalRow(entry)).execute()
      }
    },
    isFull: error => FULL.has((error as { code?: string } | null)?.code ?? ''),
    async ping() {
      await db.selectFrom('counters').select('value').executeTakeFirstOrThrow()
    },
    close: () => db.destroy()
  }
}

const FULL = new Set(['SQLITE_FULL', 'SQLITE_IOERR_WRITE', 'ENOSPC', 'EDQUOT'])
