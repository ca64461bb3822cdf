import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { defineConfig } from 'vitest/config'

import type { Meta } from './src/i18n/order.ts'
import { languageTiles, type Tile, tooOldKey, tooOldLines } from './src/i18n/tiles.ts'

/** Eight letters and digits that change with anything the pages are made of; the same on every machine. */
export function buildVersion(): string {
  const sum = createHash('sha256')
  for (const root of ['src', 'locales', 'public']) {
    const files = readdirSync(root, { recursive: true, withFileTypes: true })
      .filter(i => i.isFile() && !i.parentPath.startsWith(join('src', 'server')))
      .map(i => join(i.parentPath, i.name))
      .sort()
    for (const file of files) sum.update(file.replaceAll('\\', '/')).update(readFileSync(file))
  }
  return sum.update(readFileSync('package-lock.json')).digest('hex').slice(0, 8)
}

/**
 * Journeys that take minutes: every page under axe, as it is heard and in large letters, every paper, every end, whole
 * conversations by keyboard or one switch, sentences heard to their end, cards that must get through whatever breaks,
 * and what the worker keeps.
 */
const longJourneys = [
  'axe',
  'keyboard',
  'letters',
  'oneSwitch',
  'outbox',
  'paper',
  'tree',
  'voices',
  'wiped',
  'worker'
].map(name => `tests/journeys/${name}.test.ts`)

/** Tests of `npm test` that try some cases there and all of them in the long runs (`tests/thorough.ts`). */
const thoroughTests = ['tests/sealing/envelope', 'tests/server/model', 'tests/server/fuzz'].map(
  name => `${name}.test.ts`
)

const readJson = <T>(file: string) => JSON.parse(readFileSync(file, 'utf8')) as T

/** Each folder of `locales/` as the language page shows it. */
export function tilesOf(folder: string): Tile[] {
  const codes = readdirSync(folder, { withFileTypes: true }).filter(i => i.isDirectory())
  return codes.map(({ name: code }) => {
    const [group, key] = tooOldKey.split('.') as [string, string]
    const texts = readJson<Record<string, Record<string, string>>>(join(folder, code, 'resident.json'))
    return { code, tooOld: texts[group]![key]!, ...readJson<Meta>(join(folder, code, 'meta.json')) }
  })
}

/** The languages stand in the page itself, so that one can be chosen before any script is there. */
const languagesInThePage = {
  name: 'languages-in-the-page',
  transformIndexHtml: {
    order: 'pre' as const,
    handler(html: string) {
      const tiles = tilesOf('locales')
      return html
        .replace(/<!-- languages:.*?-->/, () => languageTiles(tiles))
        .replace(/<!-- too old:.*?-->/, () => tooOldLines(tiles))
    }
  }
}

/** Two builds into one folder: the pages, then (`--mode worker`) the service worker that caches them. */
const pages = {
  outDir: '../dist',
  emptyOutDir: true,
  target: ['chrome90', 'safari15.4', 'firefox96'],
  modulePreload: { polyfill: false },
  assetsInlineLimit: 0,
  rolldownOptions: {
    input: { resident: resolve('src/index.html'), desk: resolve('src/desk/index.html') }
  }
}

/** One file beside the pages, for the same browsers; it empties nothing and copies nothing. */
const worker = () => ({
  outDir: '../dist',
  emptyOutDir: false,
  copyPublicDir: false,
  target: pages.target,
  rolldownOptions: {
    input: { sw: resolve('src/worker/main.ts') },
    output: { format: 'iife' as const, entryFileNames: 'sw.js' }
  }
})

const sha256 = (content: string | Buffer) => createHash('sha256').update(content).digest('hex')

/** What only some languages need: letters by their script (`-Ethi`), sounds by their language. */
const markOf = (file: string): string =>
  /^fonts\/.+-([A-Z][a-z]{3})\.woff2$/.exec(file)?.[1] ?? /^audio\/([^/]+)\//.exec(file)?.[1] ?? ''

/**
 * What the first build left, as the worker keeps it: one file a line, the pages under their addresses, and a revision
 * where the name carries no hash (`src/worker/files.ts` reads it).
 */
export function precacheList(dist: string): string {
  const files = readdirSync(dist, { recursive: true, encoding: 'utf8' })
    .map(file => file.replaceAll('\\', '/'))
    .filter(
      file =>
        /\.(html|js|css|svg|png|ico|woff2|webmanifest|mp3|m4a|ogg|opus|webm)$|^audio\/.+\.json$/.test(file) &&
        file !== 'sw.js'
    )
    .sort()
  return files
    .map(file => {
      const address = file.replace(/(^|\/)index\.html$/, '$1')
      if (/^assets\/.+-[\w-]{8}\.\w+$/.test(file)) return address
      return `${address} ${sha256(readFileSync(join(dist, file))).slice(0, 8)} ${markOf(file)}`.trimEnd()
    })
    .join('\n')
}

/** Leaves the list beside the pages. The worker gets only its digest, and takes no other list. */
export function writeList(dist: string): { DIGEST: string } {
  const list = precacheList(dist)
  writeFileSync(join(dist, 'files.txt'), list)
  return { DIGEST: JSON.stringify(sha256(list)) }
}

export default defineConfig(({ mode }) => ({
  root: 'src',
  publicDir: '../public',
  plugins: [languagesInThePage],
  build: mode === 'worker' ? worker() : pages,
  define:
    mode === 'worker'
      ? { ...writeList('dist'), 'process.env.NODE_ENV': '"production"' }
      : { BUILD: JSON.stringify(buildVersion()) },
  test: {
    root: '.',
    testTimeout: 90_000,
    // journeys wait much: one more than the two cores we count on
    maxWorkers: 3,
    expect: { poll: { timeout: 20_000 } },
    hookTimeout: 300_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          setupFiles: 'tests/patience.ts',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: ['tests/journeys/**', 'tests/long/**', 'node_modules/**']
        }
      },
      {
        extends: true,
        test: {
          name: 'journeys',
          include: ['tests/journeys/**/*.test.ts'],
          exclude: longJourneys,
          globalSetup: 'tests/journeys/browser.ts',
          testTimeout: 120_000
        }
      },
      {
        extends: true,
        test: {
          name: 'long',
          include: ['tests/long/**/*.test.ts', ...longJourneys, ...thoroughTests],
          env: { THOROUGH: 'yes' },
          globalSetup: 'tests/journeys/browser.ts',
          testTimeout: 1_200_000
        }
      }
    ]
  }
}))
