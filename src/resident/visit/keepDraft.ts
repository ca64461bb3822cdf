import { keepVisit, resumeVisit } from '#intake/keep.ts'
import type { Setting, Visit } from '#intake/visit.ts'
import { closeDraft, type DraftKey, exportDraftKey, importDraftKey, newDraftKey, openDraft } from '#sealing/draft.ts'
import type { Store } from '#store/database.ts'
import { type Draft, NO_DRAFT } from '#store/draft.ts'

/** How long an own phone keeps the key beside the draft. */
export const DRAFT_HOUR = 60 * 60_000

export interface Keeper {
  /** Keeps the visit as it now is. Returns at once; of several in a row the last is written. */
  keep(visit: Visit): void
  /** Resolves when all is written, with the version that stands, or `NO_DRAFT` when nothing does. */
  version(): Promise<number>
  /** Sharing took the draft away: what follows is a new one. */
  taken(): void
  /** Forgets key and draft; nothing is kept after this. */
  forget(): Promise<void>
}

/** A draft that may be gone on with: an own phone's, not older than an hour. */
export interface Kept {
  readonly draft: Draft
  readonly key: DraftKey
}

/**
 * Keeps the running visit as ciphertext, because what was once written readable stays readable on the disk. On a
 * tablet the key lives in this closure only: when it goes, the draft is noise. On an own phone it lies beside the
 * draft, so that a reload loses nothing, for an hour.
 */
export function keepDraft(
  { store, kind, now }: { store: Store; kind: 'phone' | 'tablet'; now: () => number },
  resumed?: Kept
): Keeper {
  const startedAt = resumed?.draft.startedAt ?? now()
  let key: Promise<DraftKey> | undefined = resumed && Promise.resolve(resumed.key)
  let version = resumed?.draft.version ?? NO_DRAFT
  let wasShared = false
  let waiting: Visit | undefined
  let writing: Promise<void> | undefined
  let over = false

  const write = async (visit: Visit) => {
    // sharing took the draft with it: what follows is a new one
    if (visit.shared && !wasShared) version = NO_DRAFT
    wasShared = Boolean(visit.shared)
    if (kind === 'phone' && now() - startedAt > DRAFT_HOUR) return forget()
    const used = await (key ??= newDraftKey())
    const sealed = await closeDraft(used, keepVisit(visit))
    const beside = kind === 'phone' ? { key: await exportDraftKey(used) } : {}
    if (over) return
    const written = await store.draft.put({ sealed, startedAt, ...beside }, version)
    // Without room the visit goes on in memory. After another tab wrote or shared it, this one keeps a version that
    // stands no more: with a new draft of its own it could share the same visit a second time.
    if (typeof written === 'number') version = written
  }

  const drain = async () => {
    while (waiting && !over) {
      const visit = waiting
      waiting = undefined
      await write(visit)
    }
    writing = undefined
  }

  const forget = async () => {
    over = true
    waiting = undefined
    key = undefined
    version = NO_DRAFT
    await store.draft.forget()
  }

  return {
    keep(visit) {
      if (over) return
      waiting = visit
      writing ??= drain()
    },
    async version() {
      await writing
      return version
    },
    taken() {
      version = NO_DRAFT
    },
    forget
  }
}

/** The draft this device may go on with, without reading it. Any other draft is forgotten. */
export async function findDraft(store: Store, kind: 'phone' | 'tablet', now: number): Promise<Kept | undefined> {
  const draft = await store.draft.get()
  if (!draft) return undefined
  const age = now - draft.startedAt
  if (kind === 'phone' && draft.key instanceof Uint8Array && age >= 0 && age < DRAFT_HOUR) {
    return { draft, key: await importDraftKey(draft.key) }
  }
  await store.draft.forget()
  return undefined
}

export async function readDraft({ draft, key }: Kept, setting: Setting): Promise<Visit | 'unreadable'> {
  const bytes = await openDraft(key, draft.sealed)
  return bytes === 'unreadable' ? bytes : resumeVisit(bytes, setting)
}
