import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { languageOf, languages } from '#i18n/languages.ts'
import { loadWords, wordsOf } from '#i18n/words.ts'

describe('languages', () => {
  test('are the folders of texts, the one the texts are written in first', () => {
    expect(languages.map(i => i.code)).toEqual(['nl', 'en'])
    expect(languageOf('xx').code).toBe('nl')
  })

  test('stand on the first page by their own names, in that order, each marked as what it is', () => {
    const html = readFileSync('src/index.html', 'utf8')
    const tiles = [...html.matchAll(/for="language-(\w+)" lang="(\w+)"\s*><bdi dir="(\w+)">([^<]+)<\/bdi>/g)]
    expect(tiles.map(([, code, lang, dir, name]) => ({ code, lang, dir, name }))).toEqual(
      languages.map(({ code, dir, name }) => ({ code, lang: code, dir, name }))
    )
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

  test('of the resident and of the desk are fetched apart', async () => {
    expect((await loadWords('nl', 'resident')).t('common.next')).toBe('Verder')
    expect((await loadWords('en', 'resident')).t('common.next')).toBe('Next')
    expect((await loadWords('nl', 'resident')).t('pro.queue.title')).toBe('pro.queue.title')
  })
})
