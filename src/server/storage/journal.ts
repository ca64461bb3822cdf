import type { JournalEntry } from './storage.ts'

/** A journal entry with its absent parts spelled out. */
export function journalRow(entry: JournalEntry) {
  const { at, location, who, what, object = null, from = null, to = null, code = null } = entry
  return { at, location, who, what, object, from, to, code }
}
