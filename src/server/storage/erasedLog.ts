import { closeSync, existsSync, fdatasyncSync, openSync, readFileSync, writeSync } from 'node:fs'

import type { Erased, ErasedLog } from './storage.ts'

const LINE = /^([\w-]{43}) (withdrawn|expired|erased) ([\w-]{22}) (\d{4}-\d{2}) (\w+|-)$/

/**
 * One line per erased envelope in a file of its own. A backup of the database does not contain it, so a restored
 * backup hears again what had to go. A half-written last line (power cut) is skipped: its erasure was never confirmed.
 */
export function openErasedLog(path: string): ErasedLog {
  return {
    append(entries) {
      if (entries.length === 0) return
      const file = openSync(path, 'a', 0o600)
      try {
        // starts with a line end, so that a half line of an earlier crash cannot swallow this one
        writeSync(file, entries.map(line).join(''))
        fdatasyncSync(file)
      } finally {
        closeSync(file)
      }
    },
    read() {
      if (!existsSync(path)) return []
      return readFileSync(path, 'utf8').split('\n').flatMap(parse)
    }
  }
}

function line({ idHash, kind, location, month, outcome }: Erased): string {
  return `\n${idHash} ${kind} ${location} ${month} ${outcome ?? '-'}`
}

function parse(text: string): Erased[] {
  const found = LINE.exec(text)
  if (!found) return []
  const [, idHash, kind, location, month, outcome] = found as unknown as string[]
  return [{ idHash, kind, location, month, outcome: outcome === '-' ? null : outcome } as Erased]
}
