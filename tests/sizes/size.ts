/**
 * What a visitor downloads, against the budgets of the design. `npm run size`, after a build; exits 1 when one breaks.
 * Sizes are brotli at level 11 in bytes; 1 KB is 1,000 bytes.
 */
import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join, posix } from 'node:path'
import { brotliCompressSync, constants } from 'node:zlib'
import { build } from 'vite'

import { importsOf, theSources } from '../house.ts'

const dist = new URL('../../dist/', import.meta.url).pathname
const locales = new URL('../../locales/', import.meta.url).pathname
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
/**
 * What a page needs to seal a card, carry it and check what it is told: everything that `resident/` takes from these
 * rooms, with all that they export, so that the figure is never too small.
 */
async function carriers(): Promise<number> {
  const sources = theSources()
  const taken = new Set(
    [...sources.keys()]
      .filter(file => file.startsWith('resident/'))
      .flatMap(file => importsOf(file, sources))
      .filter(place => /^(sealing|outbox|store|wire)\//.test(place))
  )
  return bundled([...taken])
}

/** These files with all that they need, as one script. */
async function bundled(places: readonly string[]): Promise<number> {
  const entry = places.map((place, i) => `export * as room${i} from '#${place}'`).join('\n')
  const result = await build({
    configFile: false,
    logLevel: 'silent',
    plugins: [
      {
        name: 'bundled',
        resolveId: id => (id === 'bundled' ? join(dist, '../src/bundled.ts') : null),
        load: id => (id.endsWith('src/bundled.ts') ? entry : null)
      }
    ],
    build: {
      write: false,
      target: ['chrome90', 'safari15.4', 'firefox96'],
      rolldownOptions: { input: 'bundled', preserveEntrySignatures: 'strict' }
    }
  })
  const { output } = (Array.isArray(result) ? result[0] : result) as { output: { type: string; code?: string }[] }
  return output.reduce((total, chunk) => total + (chunk.code ? brotli(chunk.code) : 0), 0)
}

/** The texts of one language: a script that holds nothing but data. */
const isWords = (file: string) =>
  /^(resident|desk)-[\w-]+\.js$/.test(basename(file)) && !/\bimport\b|=>/.test(text(file))

const start = whole(named('index.html'))
const all = everything(named('index.html'))
const words = [...all].filter(file => !start.has(file) && isWords(file))
/** Which file holds a language: the one with its own greeting. */
const languages = readdirSync(locales).flatMap(code => {
  const table = join(locales, code, 'resident.json')
  if (!existsSync(table)) return []
  const { lang } = JSON.parse(readFileSync(table, 'utf8')) as { lang: { hello: string } }
  const file = words.find(i => text(i).includes(lang.hello))
  if (!file) throw new Error(`no file has the words of ${code}`)
  return [{ code, file, bytes: brotli(text(file)) }]
})
const largest = Math.max(...languages.map(i => i.bytes))
const after = [...all].filter(file => !start.has(file) && !words.includes(file))
const deskStart = whole(named('desk/index.html'))

const first = brotli(text('index.html')) + sum(start)
const rows: { what: string; bytes: number; limit?: number }[] = [
  { what: 'first paint possible from (HTML with its inline styles)', bytes: brotli(text('index.html')), limit: 14_000 },
  {
    what: `first interactive view (HTML, styles, entry, one language; the largest of ${languages.length})`,
    bytes: first + largest,
    limit: 40_000
  },
  { what: 'fetched after it, before sharing: sealing, outbox, validation', bytes: await carriers(), limit: 20_000 },
  {
    what: 'reading aloud, fetched when it is quiet',
    bytes: await bundled(['speech/mouth.ts', 'speech/clips.ts']),
    limit: 6_000
  },
  { what: 'all that is fetched after it, every page of the conversation too', bytes: sum(after) },
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
console.log(`first view: ${languages.map(({ code, bytes }) => `${code} ${kb(first + bytes)}`).join(', ')}`)
if (process.argv.includes('--files')) {
  for (const file of [...start, '—', ...after]) console.log(file === '—' ? file : `  ${file} ${kb(brotli(text(file)))}`)
}
if (rows.some(({ bytes, limit }) => limit !== undefined && bytes > limit)) process.exitCode = 1
