/**
 * Cuts the fonts of `public/fonts/` that only some languages need. Run it after a change below, with these packages
 * installed by `npm install --no-save`: subset-font@2.9.0, and of @fontsource-variable (5.3.0)
 * atkinson-hyperlegible-next, vazirmatn and noto-sans-ethiopic.
 *
 *     node tests/fonts/build.ts
 *
 * Not among our own packages, because nobody else needs them. Weights 400 to 700 as in the Latin font; figures and
 * Latin letters come from that one. Ukrainian has no file: the font of the look has no Cyrillic, and every device has.
 */
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'

const range = (first: number, last: number) =>
  Array.from({ length: last - first + 1 }, (_, i) => String.fromCodePoint(first + i)).join('')

/**
 * What a text needs and what a name may need. Arabic: every letter of the block, so that Dari, Pashto, Urdu and Kurdish
 * names stand in one hand. Ethiopic: Tigrinya, Amharic and Tigre, without the letters of Gurage and Me’en.
 */
/** What stands on the first page of everybody: the own name of each language in that script, and how it says "I begin". */
const firstWords = (script: string) =>
  readdirSync('locales')
    .flatMap(folder =>
      existsSync(`locales/${folder}/meta.json`) ? [readFileSync(`locales/${folder}/meta.json`, 'utf8')] : []
    )
    .map(meta => JSON.parse(meta) as { script: string; name: string; begin: string })
    .flatMap(meta => (meta.script === script ? [meta.name, meta.begin] : []))
    .join('')
    .replaceAll(' ', '')

const ethiopic = 'noto-sans-ethiopic/files/noto-sans-ethiopic-ethiopic-wght-normal.woff2'
const cuts = {
  // for a device without such letters, on which nobody chose that language yet
  names: { from: ethiopic, letters: firstWords('Ethi') },
  'latin-more': {
    from: 'atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2',
    // Turkish, French, and the low quotation marks of Polish and Romanian
    letters: '\u0131\u0152\u0153\u201A\u201E'
  },
  Arab: {
    from: 'vazirmatn/files/vazirmatn-arabic-wght-normal.woff2',
    letters: `${range(0x600, 0x6ff)}\u200C\u200D«»`
  },
  Ethi: {
    from: ethiopic,
    letters: `${range(0x1200, 0x1248)}${range(0x124a, 0x1257)}${range(0x1260, 0x12ff)}${range(0x1300, 0x1357)}${range(0x135d, 0x1368)}`
  }
}

interface Options {
  readonly targetFormat: 'woff2'
  readonly variationAxes: { readonly wght: { readonly min: number; readonly max: number } }
}
// not to be found by the types
const packageName = 'subset-font'
const { default: subset } = (await import(packageName)) as {
  default: (font: Buffer, letters: string, options: Options) => Promise<Buffer>
}
for (const [name, { from, letters }] of Object.entries(cuts)) {
  const font = readFileSync(`node_modules/@fontsource-variable/${from}`)
  const target = `public/fonts/waarheen-${name}.woff2`
  writeFileSync(
    target,
    await subset(font, letters, { targetFormat: 'woff2', variationAxes: { wght: { min: 400, max: 700 } } })
  )
  console.log(target, statSync(target).size)
}
