import type { Drawer, Hands, Trouble } from './drawer.ts'

/** The answers of the visit that is running, as ciphertext. */
export interface Draft {
  /** Random, new at every write and never used twice: two tabs can never take each other's draft for their own. */
  readonly version: number
  readonly sealed: Uint8Array
  /** Own phone only, for at most an hour. On a tablet the key lives in memory and forgetting it is the wipe. */
  readonly key?: Uint8Array | CryptoKey
  /** Milliseconds since 1970. */
  readonly startedAt: number
  /** The page, never an answer. */
  readonly step?: string
}

/** The version to expect where no draft stands yet. */
export const NO_DRAFT = 0

/** Stands beside the draft from the first one of a database on, and goes only with the database. */
const USED = 'used'

export interface DraftShelf {
  get(): Promise<Draft | undefined>
  /** Writes if the draft still has the expected version; gives the new version. */
  put(draft: Omit<Draft, 'version'>, expected: number): Promise<number | 'changed' | Trouble>
  forget(): Promise<'kept' | Trouble>
}

export function draftShelf(drawer: Drawer): DraftShelf {
  return {
    async get() {
      const draft = await drawer.work(['draft'], 'readonly', readDraft)
      return typeof draft === 'object' ? draft : undefined
    },
    put(draft, expected) {
      const version = newVersion()
      return drawer.work(['draft'], 'readwrite', async hands => {
        // our own write, committed just before the connection broke
        if ((await readDraft(hands))?.version === version) return version
        if (!(await isOurs(hands, expected))) return 'changed'
        await markUsed(hands)
        await hands.put('draft', 'draft', { ...draft, version })
        return version
      })
    },
    forget: () =>
      drawer.work(['draft'], 'readwrite', async hands => {
        await hands.delete('draft', 'draft')
        return 'kept' as const
      })
  }
}

/**
 * Whether the visit that wrote this version last still has the draft to itself. It has when that version stands, and
 * also when the browser cleared its data meanwhile: a database in which no draft was ever kept is a new one, so nobody
 * took the draft out of it, and what this page has in memory is all there is of the visit.
 */
export async function isOurs(hands: Hands, version: number): Promise<boolean> {
  const stands = (await readDraft(hands))?.version ?? NO_DRAFT
  return stands === version || (stands === NO_DRAFT && (await hands.get('draft', USED)) === undefined)
}

/** Says in a running transaction that this database had a draft. */
export async function markUsed(hands: Hands): Promise<void> {
  if ((await hands.get('draft', USED)) === undefined) await hands.put('draft', USED, true)
}

/** The draft inside a running transaction; one that an unknown version wrote counts as none. */
export async function readDraft(hands: Hands): Promise<Draft | undefined> {
  const found = (await hands.get('draft', 'draft')) as Partial<Draft> | undefined
  if (typeof found !== 'object' || found === null) return undefined
  return typeof found.version === 'number' && found.sealed instanceof Uint8Array && typeof found.startedAt === 'number'
    ? (found as Draft)
    : undefined
}

function newVersion(): number {
  const [high, low] = crypto.getRandomValues(new Uint32Array(2))
  return (high! >>> 11) * 2 ** 32 + low! + 1
}
