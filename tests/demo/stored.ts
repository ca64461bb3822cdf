import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { summaryLines } from '#intake/lines.ts'
import { parseSummary, type Summary } from '#intake/summary.ts'
import { open } from '#sealing/open.ts'
import type { Storage } from '#server/storage/storage.ts'
import type { Place } from '#tests/builders/place.ts'
import { type Header, readHeader } from '#wire/envelope.ts'

/** A card twice: as the server has it, and as a desk with the keys reads it. */
export interface StoredCard {
  readonly receivedAt: number
  /** All 4,252 bytes as they are in the database. */
  readonly bytes: Uint8Array
  readonly header: Header
  readonly summary: Summary
  readonly lines: ReturnType<typeof summaryLines>
  /** Words of the resident that were looked for in every file of the server, and how often they were found. */
  readonly searched: readonly { readonly text: string; readonly found: number }[]
  /** The control: how often the card's own bytes were found by the same search. */
  readonly control: number
}

/** The newest cards, newest first. Cards that nobody can open are left out: they show nothing here. */
export async function storedCards(storage: Storage, dataDir: string, { keys }: Place): Promise<StoredCard[]> {
  const rows = await storage.db
    .selectFrom('envelopes')
    .select(['bytes', 'receivedAt'])
    .orderBy('seq', 'desc')
    .limit(8)
    .execute()
  const disk = readdirSync(dataDir).map(name => readFileSync(join(dataDir, name)))
  const count = (what: string | Uint8Array) => disk.reduce((sum, file) => sum + occurrences(file, Buffer.from(what)), 0)
  const cards = await Promise.all(
    rows.map(async ({ bytes, receivedAt }): Promise<StoredCard | undefined> => {
      const header = readHeader(bytes)
      const opened = await open(bytes, keys)
      if (typeof header === 'string' || opened === 'unreadable') return undefined
      const summary = parseSummary(opened.plaintext)
      if (typeof summary === 'string') return undefined
      const lines = summaryLines(summary)
      const searched = wordsOf(summary).map(text => ({ text, found: count(text) }))
      // a row of a database lies in pieces on the disk: its last bytes lie together
      return { receivedAt, bytes, header, summary, lines, searched, control: count(bytes.slice(-32)) }
    })
  )
  return cards.flatMap(card => card ?? [])
}

/** What would give the resident away: own words first, then the codes of the answers, at least the picture of the code. */
function wordsOf({ code, name, directionText, strengthText, step, direction, strength }: Summary): string[] {
  const own = [name, directionText, strengthText, step?.text].flatMap(text => text ?? [])
  return [...own, ...(direction ?? []), ...(strength ?? []), code.word].slice(0, 4)
}

function occurrences(file: Buffer, what: Buffer): number {
  let count = 0
  for (let at = file.indexOf(what); at !== -1; at = file.indexOf(what, at + 1)) count++
  return count
}
