import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

/** Long enough that random bytes do not meet by chance. */
const LENGTH = 12

/** Pieces of 12 bytes from all over `bytes`. */
export function pieces(bytes: Uint8Array, step = 97): string[] {
  const found = []
  for (let at = 0; at + LENGTH <= bytes.length; at += step) {
    found.push(Buffer.from(bytes.subarray(at, at + LENGTH)).toString('latin1'))
  }
  return found
}

/** Every place in the files of `dir` where one of `wanted` stands, whatever the file is. */
export function scan(dir: string, wanted: Iterable<string>): { file: string; at: number; piece: string }[] {
  const needles = new Set(wanted)
  return readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter(i => i.isFile())
    .flatMap(entry => {
      const file = join(entry.parentPath, entry.name)
      const text = readFileSync(file, 'latin1')
      const hits = []
      for (let at = 0; at + LENGTH <= text.length; at++) {
        const piece = text.slice(at, at + LENGTH)
        if (needles.has(piece)) hits.push({ file, at, piece })
      }
      return hits
    })
}
