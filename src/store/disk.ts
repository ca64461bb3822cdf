import { type IDBPDatabase, openDB } from 'idb'

import { compartments, type Drawer, type Hands, type Trouble } from './drawer.ts'

const VERSION = 1

/** Why there is no database: the browser gives none, a newer version of the app owns it, or an older tab holds it. */
export type Absence = 'missing' | 'outdated' | 'blocked'

/** IndexedDB as a drawer, or why it cannot be had. The connection is opened again whenever the browser closed it. */
export async function diskDrawer(name: string, version = VERSION): Promise<Drawer | Absence> {
  let connection: Promise<IDBPDatabase | Absence> | undefined

  const connect = () => {
    const lost = () => void (connection = undefined)
    connection ??= open(name, version, lost)
      // iOS at times refuses the first try and grants the second
      .then(db => (db === 'missing' && 'indexedDB' in globalThis ? open(name, version, lost) : db))
      .then(db => {
        if (typeof db === 'string') connection = undefined
        return db
      })
    return connection
  }

  const first = await connect()
  if (typeof first === 'string') return first

  return {
    lasting: true,
    async work(names, mode, task) {
      for (let again = false; ; again = true) {
        const db = await connect()
        if (typeof db === 'string') return 'missing'
        try {
          return await once(db, names, mode, task)
        } catch (error) {
          const trouble = troubleOf(error)
          if (trouble === 'full' || (trouble && again)) return trouble
          if (!trouble) throw error
          // iOS closes connections under memory pressure, at times without an event: a new one, and once more
          db.close()
          connection = undefined
        }
      }
    },
    close() {
      void connection?.then(db => typeof db === 'string' || db.close())
      connection = undefined
    }
  }
}

async function open(name: string, version: number, lost: () => void): Promise<IDBPDatabase | Absence> {
  // an older tab that does not let go would leave this promise open for ever
  let giveUp = () => {}
  const blocked = new Promise<'blocked'>(resolve => (giveUp = () => resolve('blocked')))
  try {
    const opening = openDB(name, version, {
      upgrade(db) {
        // additive only, so that an older version of the app can still read what is here
        for (const each of compartments) if (!db.objectStoreNames.contains(each)) db.createObjectStore(each)
      },
      blocked: giveUp,
      blocking(_current, _wanted, event) {
        // a newer version in another tab waits for us: hanging on would block it for ever
        ;(event.target as IDBDatabase).close()
        lost()
      },
      terminated: lost
    })
    const db = await Promise.race([opening, blocked])
    if (db === 'blocked')
      void opening.then(
        late => late.close(),
        () => undefined
      )
    return db
  } catch (error) {
    return (error as Error).name === 'VersionError' ? 'outdated' : 'missing'
  }
}

async function once<T>(
  db: IDBPDatabase,
  names: Parameters<Drawer['work']>[0],
  mode: 'readonly' | 'readwrite',
  task: (hands: Hands) => Promise<T>
): Promise<T> {
  // since Chrome 121 the default is relaxed, which a power cut may undo
  const tx = db.transaction(names, mode as 'readwrite', { durability: 'strict' })
  const done = tx.done
  done.catch(() => undefined)
  try {
    const result = await task({
      get: (name, key) => tx.objectStore(name).get(key),
      all: name => tx.objectStore(name).getAll(),
      put: (name, key, value) => tx.objectStore(name).put(value, key),
      delete: (name, key) => tx.objectStore(name).delete(key)
    })
    await done
    return result
  } catch (error) {
    try {
      tx.abort()
    } catch {
      // it had ended already
    }
    throw tx.error ?? error
  }
}

/** Names of the errors with which browsers say that the connection is gone. */
const closed = ['InvalidStateError', 'AbortError', 'UnknownError', 'TransactionInactiveError', 'NotFoundError']

function troubleOf(error: unknown): Trouble | undefined {
  const name = (error as Error | null)?.name ?? ''
  if (name === 'QuotaExceededError') return 'full'
  return closed.includes(name) ? 'missing' : undefined
}
