import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** A text as it may lie on a disk. Latin-1 only where the text can be written in it. */
function spellings(text: string): Buffer[] {
  const latin = Buffer.from(text, 'latin1')
  const wide = [Buffer.from(text, 'utf8'), Buffer.from(text, 'utf16le')]
  return latin.toString('latin1') === text ? [...wide, latin] : wide
}

/** Every file below a directory that holds one of these texts or byte strings, in any spelling. */
export function scan(directory: string, wanted: readonly (string | Uint8Array)[]): string[] {
  const needles = wanted.flatMap(it => (typeof it === 'string' ? spellings(it) : [Buffer.from(it)]))
  const found: string[] = []
  for (const name of readdirSync(directory, { recursive: true, encoding: 'utf8' })) {
    const file = join(directory, name)
    let content: Buffer
    try {
      if (!statSync(file).isFile()) continue
      content = readFileSync(file)
    } catch {
      // sockets and files that a running program has just removed
      continue
    }
    if (needles.some(needle => content.includes(needle))) found.push(name)
  }
  return found
}
