import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A folder with the two smallest pages, for tests of the server that need no build. */
export function aDist(): { dir: string; remove: () => void } {
  const dir = mkdtempSync(join(tmpdir(), 'waarheen-dist-'))
  mkdirSync(join(dir, 'desk'))
  for (const page of ['index.html', 'desk/index.html']) {
    writeFileSync(join(dir, page), '<!doctype html><html lang="nl"><title>Waarheen</title>')
  }
  return { dir, remove: () => rmSync(dir, { recursive: true, force: true }) }
}
