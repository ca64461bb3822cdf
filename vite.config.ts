import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { defineConfig } from 'vitest/config'

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

/**
 * What the first build left, as the worker keeps it: one file a line, the pages under their addresses, and a revision
 * where the name carries no hash. The list counts in the worker's size, so it is as short as it can be.
 */
export function precacheList(dist: string): string {
  const files = readdirSync(dist, { recursive: true, encoding: 'utf8' })
    .map(file => file.replaceAll('\\', '/'))
    .filter(file => /\.(html|js|css|svg|png|ico|woff2|webmanifest)$/.test(file) && file !== 'sw.js')
    .sort()
  return files
    .map(file => {
      const address = file.replace(/(^|\/)index\.html$/, '$1')
      if (/^assets\/.+-[\w-]{8}\.\w+$/.test(file)) return address
      return `${address} ${createHash('sha256')
        .update(readFileSync(join(dist, file)))
        .digest('base64url')
        .slice(0, 6)}`
    })
    .join('\n')
}

const written = (list: string) => ({
  FILES: JSON.stringify(list),
  VERSION: JSON.stringify(createHash('sha256').update(list).digest('hex').slice(0, 8)),
  'process.env.NODE_ENV': '"production"'
})

export default defineConfig(({ mode }) => ({
  root: 'src',
  publicDir: '../public',
  build: mode === 'worker' ? worker() : pages,
  define: mode === 'worker' ? written(precacheList('dist')) : { BUILD: JSON.stringify(buildVersion()) },
  test: {
    root: '.',
    testTimeout: 90_000,
    maxWorkers: 2,
    expect: { poll: { timeout: 20_000 } },
    hookTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: ['tests/journeys/**', 'tests/long/**', 'node_modules/**']
        }
      },
      {
        extends: true,
        test: {
          name: 'journeys',
          include: ['tests/journeys/**/*.test.ts'],
          // every page in every language and size, and every sheet of paper: long runs
          exclude: ['tests/journeys/axe.test.ts', 'tests/journeys/paper.test.ts'],
          globalSetup: 'tests/journeys/browser.ts',
          testTimeout: 120_000
        }
      },
      {
        extends: true,
        test: {
          name: 'long',
          include: ['tests/long/**/*.test.ts', 'tests/journeys/axe.test.ts', 'tests/journeys/paper.test.ts'],
          globalSetup: 'tests/journeys/browser.ts',
          testTimeout: 1_200_000
        }
      }
    ]
  }
}))
