import type SQLite from 'better-sqlite3'
import type { SqliteDatabase } from 'kysely'

/** So many different statements stay prepared; a list of ids makes one for each length. */
const MOST = 300

/**
 * The database as Kysely sees it, with statements prepared once: preparing costs more than most of our queries. A
 * statement runs to its end before the next begins, so one may be used again and again.
 */
export function withStatements(raw: SQLite.Database): SqliteDatabase {
  const prepared = new Map<string, SQLite.Statement>()
  return {
    prepare(text) {
      let statement = prepared.get(text)
      // the one that was used longest ago is the first
      if (statement) prepared.delete(text)
      else {
        statement = raw.prepare(text)
        if (prepared.size >= MOST) prepared.delete(prepared.keys().next().value!)
      }
      prepared.set(text, statement)
      return statement as unknown as ReturnType<SqliteDatabase['prepare']>
    },
    close: () => void raw.close()
  }
}
