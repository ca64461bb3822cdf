import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { languageOf, languages } from '#i18n/languages.ts'
import { languageTiles, tooOldLines } from '#i18n/tiles.ts'
import { loadWords, wordsOf } from '#i18n/words.ts'

import { tilesOf } from '../../vite.config.ts'

describe('languages', () => {
  test('are the folders of texts, the one the texts are written in first', () => {
    const folders = readdirSync('locales', { withFileTypes: true }).flatMap(i => (i.isDirectory() ? [i.name] : []))
    expect(languages.map(i => i.code).toSorted()).toEqual(folders.toSorted())
    expect(languages[0]!.code).toBe('nl')
    expect(languageOf('xx').code).toBe('nl')
  })

  test('stand on the first page by their own names, in that order, each marked as what it is', () => {
    const html = languageTiles(tilesOf('locales'))
    const tiles = [...html.matchAll(/for="language-(\w+)" lang="(\w+)"><bdi dir="(\w+)">([^<]+)<\/bdi>/g)]
    expect(tiles.map(([, code, lang, dir, name]) => ({ code, lang, dir, name }))).toEqual(
      languages.map(({ code, dir, name }) => ({ code, lang: code, dir, name }))
    )
  })

  test('have their place in the page, which a build fills', () => {
    const html = readFileSync('src/index.html', 'utf8')
    expect(html).toContain('<!-- languages:')
    expect(html).toContain('<!-- too old:')
    expect(html).not.toContain('id="language-nl"')
    const strange = { code: 'xx', name: '<b>&"', dir: 'rtl', source: false, tooOld: '<i>' } as const
    expect(languageTiles([strange])).toContain('<bdi dir="rtl">&lt;b>&amp;&quot;</bdi>')
    expect(tooOldLines([strange])).toBe('<span lang="xx" dir="rtl">&lt;i></span>')
  })

  test('no person has read are marked, so that the page can say so', () => {
    expect(languageOf('nl').reviewed).toBe(true)
    expect(languageOf('en').reviewed).toBe(false)
  })
})

describe('words', () => {
  const words = (texts: Record<string, unknown>, code = 'nl') => wordsOf(languageOf(code), texts)

  test('fill in names and take the right plural', () => {
    const { t } = words({ a: 'Hallo {{place}}', left_one: 'Nog {{count}} letter', left_other: 'Nog {{count}} letters' })
    expect(t('a', { place: "'t Hart & Zo" })).toBe("Hallo 't Hart & Zo")
    expect([1, 2].map(count => t('left', { count }))).toEqual(['Nog 1 letter', 'Nog 2 letters'])
  })

  test('that are missing show their key, in place of nothing', () => {
    expect(words({}).t('area.people')).toBe('area.people')
  })

  test('count in Latin digits and Gregorian years, also where the language has others', () => {
    const arabic = wordsOf({ code: 'ar', name: 'العربية', dir: 'rtl', script: 'Arab', reviewed: true }, {})
    expect(arabic.date(1_800_000_000_000)).toContain('2027')
    expect(arabic.time(1_800_000_000_000)).toMatch(/^\d\d:\d\d$/)
  })

  test('name the months where no browser does, and never take the rules of the browser’s own language', async () => {
    const months = Array.from({ length: 12 }, (_, i) => `maand${i + 1}`)
    const language = { code: 'qaa', name: 'x', dir: 'ltr', script: 'Latn', reviewed: false } as const
    const words = wordsOf(language, { n_one: '{{count}} one', n_other: '{{count}} other' }, months)
    expect(words.date(Date.UTC(2026, 2, 14, 12))).toBe('14 maand3 2026')
    expect([0, 1, 2, 11].map(count => words.t('n', { count }))).toEqual(['0 other', '1 one', '2 other', '11 other'])
    expect(words.list(['a', 'b', 'c'])).toBe('a, b, c')
  })

  test('keep a name in its own order inside a sentence that runs the other way', () => {
    const arabic = wordsOf(
      { code: 'ar', name: 'x', dir: 'rtl', script: 'Arab', reviewed: false },
      { a: 'في {{place}}.' }
    )
    expect(arabic.t('a', { place: 'Huis 3' })).toBe('في \u2068Huis 3\u2069.')
    expect(words({ a: 'Van {{name}}, 3' }).t('a', { name: 'سارة' })).toBe('Van \u2068سارة\u2069, 3')
    expect(words({ a: 'Van {{name}}' }).t('a', { name: 'Şirin' })).toBe('Van Şirin')
  })

  test('of a language that is only heard are those it lies over, under its own name', async () => {
    const tarifit = await loadWords('rif', 'resident')
    expect([tarifit.language, tarifit.t('common.next'), tarifit.dir]).toEqual(['rif', 'Verder', 'ltr'])
    expect(tarifit.date(Date.UTC(2026, 2, 14, 12))).toBe('14 maart 2026')
    const darija = await loadWords('ary', 'resident')
    expect([darija.language, darija.dir, darija.script]).toEqual(['ary', 'rtl', 'Arab'])
    expect(darija.t('common.next')).toBe((await loadWords('ar', 'resident')).t('common.next'))
  })

  test('of the resident and of the desk are fetched apart', async () => {
    expect((await loadWords('nl', 'resident')).t('common.next')).toBe('Verder')
    expect((await loadWords('en', 'resident')).t('common.next')).toBe('Next')
    expect((await loadWords('nl', 'resident')).t('pro.queue.title')).toBe('pro.queue.title')
  })
})
