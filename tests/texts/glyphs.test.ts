import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

import { tongues } from '#intake/tongues.ts'
import { glyphsOf } from '#tests/fonts/glyphs.ts'

import { unknownGlyphs } from './compare.ts'
import { languages, namespacesOf, table } from './tables.ts'

interface Face {
  readonly family: string
  readonly has: (code: number) => boolean
}

/** The fonts as the page declares them: what the file can draw, where the style sheet lets it. */
const faces: readonly Face[] = [...readFileSync('src/ui/tokens.css', 'utf8').matchAll(/@font-face \{([^}]+)\}/g)].map(
  ([, rule = '']) => {
    const value = (name: string) => new RegExp(`${name}:\\s*([^;]+);`).exec(rule)?.[1] ?? ''
    const drawn = glyphsOf(`public${/url\(([^)]+)\)/.exec(value('src'))![1]!}`)
    const ranges = value('unicode-range')
      .split(/,\s*/)
      .map(range =>
        range
          .slice(2)
          .split('-')
          .map(i => parseInt(i, 16))
      )
    const has = (code: number) => drawn.has(code) && ranges.some(([from = 0, to = from]) => code >= from && code <= to)
    return { family: value('font-family').replaceAll("'", ''), has }
  }
)

/** Nothing to draw: spaces, joiners, marks of direction. */
const unseen = (code: number) => /^[\p{Zs}\p{Cf}]$/u.test(String.fromCodePoint(code))

/** The look has no Cyrillic, and every device can draw that of Ukrainian: its 33 letters, and no others. */
const onEveryDevice: Record<string, (code: number) => boolean> = {
  Cyrl: code => 'абвгґдеєжзиіїйклмнопрстуфхцчшщьюя'.includes(String.fromCodePoint(code).toLowerCase())
}

const scriptOf = (language: string) =>
  (JSON.parse(readFileSync(`locales/${language}/meta.json`, 'utf8')) as { script: string }).script

/** Whether a page in that script can draw a character. */
const canDraw = (script: string) => (code: number) =>
  unseen(code) ||
  faces.some(face => (face.family === 'Waarheen' || face.family === `Waarheen ${script}`) && face.has(code)) ||
  Boolean(onEveryDevice[script]?.(code))

describe('letters', () => {
  test.each(languages.flatMap(language => namespacesOf(language).map(i => [language, i] as const)))(
    'of every text of %s/%s.json are in the fonts that come with it',
    (language, namespace) => {
      const known = canDraw(scriptOf(language))
      const unknown = [...table(language, namespace)].flatMap(([key, text]) =>
        unknownGlyphs(text, known).map(i => `${key} ${i}`)
      )
      expect(unknown).toEqual([])
    }
  )

  test.each(languages)('of the own name and the months of %s are in them too', language => {
    const known = canDraw(scriptOf(language))
    for (const file of ['meta', 'months']) {
      const text = read(`locales/${language}/${file}.json`)
      expect([...new Set(unknownGlyphs(text.replace(/[{}\s]/g, ''), known))]).toEqual([])
    }
  })

  test('of the first page are there for everybody: own names, and "I begin"', () => {
    const known = (code: number) => unseen(code) || faces.some(i => i.family === 'Waarheen' && i.has(code))
    for (const language of languages) {
      const { name, begin, script } = JSON.parse(read(`locales/${language}/meta.json`)) as Record<string, string>
      // every device has these two scripts
      if (script === 'Cyrl' || script === 'Arab') continue
      expect([language, unknownGlyphs(`${name}${begin}`, known)]).toEqual([language, []])
    }
  })

  test('are not there for a script that nobody drew: such a language needs a font', () => {
    expect(unknownGlyphs('Ժամ', canDraw('Armn'))).toEqual(['U+053A Ժ', 'U+0561 ա', 'U+0574 մ'])
  })

  test('of other scripts in the list of tongues are the device’s own', () => {
    const own = tongues.filter(({ name }) => unknownGlyphs(name, canDraw('Latn')).length > 0)
    expect(own.map(i => i.code).join(' ')).toBe('vi el bg ru uk hy ur ary ar ps prs ckb fa hi bn pa ta th am zgh zh')
  })
})

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}
