import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'vite'

import { writeList } from '../../vite.config.ts'

/** In the name of every script and style of that version. */
export const NEXT = 'next-'

/** The app built once more as its own next version: no part of it has the name of one of today's. */
export async function aNextVersion(): Promise<{ readonly dist: string; remove(): void }> {
  const dist = mkdtempSync(join(tmpdir(), 'waarheen-next-'))
  const config = { configFile: 'vite.config.ts', logLevel: 'error' } as const
  const part = `assets/${NEXT}[name]-[hash]`
  await build({
    ...config,
    define: { BUILD: '"f00df00d"' },
    build: {
      outDir: dist,
      emptyOutDir: true,
      rolldownOptions: {
        output: { entryFileNames: `${part}.js`, chunkFileNames: `${part}.js`, assetFileNames: `${part}[extname]` }
      }
    }
  })
  await build({
    ...config,
    mode: 'worker',
    define: writeList(dist),
    build: { outDir: dist }
  })
  return { dist, remove: () => rmSync(dist, { recursive: true }) }
}
