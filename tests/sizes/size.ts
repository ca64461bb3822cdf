/**
 * What a visitor downloads, against the budgets of the design. `npm run size`, after a build; exits 1 when one breaks.
 * Sizes are brotli at level 11 in bytes; 1 KB is 1,000 bytes.
 */
import { existsSync, globSync, readFileSync } from 'node:fs'
import { basename, dirname, join, posix } from 'node:path'
import { brotliCompressSync, constants } from 'node:zlib'

const dist = new URL('../../dist/', import.meta.url).pathname
const text = (file: string) => readFileSync(join(dist, file), 'utf8')

export const brotli = (content: string | Buffer): number =>
  brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length

/** Scripts and styles that a page names itself. */
function named(page: string): string[] {
  const html = text(page)
  return [...html.matchAll(/<(?:script|link)[^>]+(?:src|href)="\/([^"]+\.(?:js|css))"/g)].map(([, file]) => file!)
}

const STATIC = /(?:^|[;}\n])\s*(?:import|export)\s*(?:[^'"()]*?from\s*)?["'](\.[^"']+\.js)["']/g
const DYNAMIC = /import\(\s*[`"'](\.[^`"']+\.js)[`"']\s*\)/g

const imports = (file: string, pattern: RegExp) =>
  [...text(file).matchAll(pattern)].map(([, name]) => posix.join(dirname(file), name!))

/** A file with all that it imports at once. */
function whole(files: readonly string[], known = new Set<string>()): Set<string> {
  for (const file of files) {
    if (known.has(file) || !existsSync(join(dist, file))) continue
    known.add(file)
    if (file.endsWith('.js')) whole(imports(file, STATIC), known)
  }
  return known
}

/** Everything a page may ever ask for. */
function everything(files: readonly string[]): Set<string> {
  const known = whole(files)
  for (const file of known) {
    if (!file.endsWith('.js')) continue
    for (const late of imports(file, DYNAMIC)) whole([late], known)
    // styles of late chunks stand as names in the preload helper's list
    for (const [, style] of text(file).matchAll(/["'](assets\/[^"']+\.css)["']/g)) known.add(style!)
  }
  return known
}

const sum = (files: Iterable<string>) => [...files].reduce((total, file) => total + brotli(text(file)), 0)
const isWords = (file: string) =>
  /^(resident|desk)-[\w-]+\.js$/.test(basename(file)) &&
  /chapter|pro:|queue:/.test(text(file)) &&
  !text(file).includes('createElement')

function words(page: Set<string>, start: Set<string>): string[] {
  return [...page].filter(file => !start.has(file) && isWords(file))
}

const start = whole(named('index.html'))
const all = everything(named('index.html'))
const languages = words(all, start)
const largest = Math.max(0, ...languages.map(file => brotli(text(file))))
const after = [...all].filter(file => !start.has(file) && !languages.includes(file))
const deskStart = whole(named('desk/index.html'))

const rows: { what: string; bytes: number; limit?: number }[] = [
  { what: 'first paint possible from (HTML with its inline styles)', bytes: brotli(text('index.html')), limit: 14_000 },
  {
    what: 'first interactive view (HTML, styles, entry, largest language)',
    bytes: brotli(text('index.html')) + sum(start) + largest,
    limit: 40_000
  },
  { what: 'fetched after it: pages, sealing, outbox, validation', bytes: sum(after), limit: 20_000 },
  { what: 'service worker', bytes: brotli(text('sw.js')), limit: 8_000 },
  { what: 'the desk, first view without words', bytes: brotli(text('desk/index.html')) + sum(deskStart) },
  {
    what: 'all pictures',
    bytes: globSync('pictures/*.svg', { cwd: dist }).reduce((total, file) => total + brotli(text(file)), 0)
  }
]

const kb = (bytes: number) => `${(bytes / 1000).toFixed(1)} KB`
for (const { what, bytes, limit } of rows) {
  const verdict = limit === undefined ? '' : bytes <= limit ? `≤ ${kb(limit)}` : `OVER ${kb(limit)}`
  console.log(`${what.padEnd(66)} ${kb(bytes).padStart(9)}  ${verdict}`)
}
if (process.argv.includes('--files')) {
  for (const file of [...start, '—', ...languages, '—', ...after])
    console.log(file === '—' ? file : `  ${file} ${kb(brotli(text(file)))}`)
}
if (rows.some(({ bytes, limit }) => limit !== undefined && bytes > limit)) process.exitCode = 1
