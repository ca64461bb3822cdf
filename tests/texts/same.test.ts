import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

import { baseKey, languages, namespaces, placeholders, plurals, table } from './tables.ts'

const others = languages.filter(i => i !== 'nl')
const pairs = others.flatMap(language => namespaces.map(namespace => [language, namespace] as const))

/** Forms of plural that a language has, by the rules that browsers use. */
const forms = (language: string) => new Intl.PluralRules(language).resolvedOptions().pluralCategories

test('Dutch and English are there, Dutch first', () => {
  expect(languages).toContain('nl')
  expect(languages).toContain('en')
})

describe.each(pairs)('%s/%s.json', (language, namespace) => {
  const nl = table('nl', namespace)
  const other = table(language, namespace)
  const keys = (texts: ReadonlyMap<string, string>) => [...new Set([...texts.keys()].map(baseKey))].sort()

  test('has the same keys as the Dutch one', () => {
    expect(keys(other)).toEqual(keys(nl))
  })

  test('fills the same placeholders', () => {
    const differs = [...other].filter(([key, text]) => {
      const dutch = nl.get(key) ?? nl.get(`${baseKey(key)}_other`) ?? ''
      return placeholders(text) !== placeholders(dutch)
    })
    expect(differs).toEqual([])
  })
})

describe.each(languages)('%s', language => {
  test.each(namespaces)('has every plural form of the language in %s.json', namespace => {
    const texts = table(language, namespace)
    const lacking = plurals(texts).flatMap(key =>
      forms(language).flatMap(i => (texts.has(`${key}_${i}`) ? [] : [`${key}_${i}`]))
    )
    expect(lacking).toEqual([])
    const counting = [...texts].filter(([key, text]) => text.includes('{{count}}') && baseKey(key) === key)
    expect(counting).toEqual([])
  })

  test.each(namespaces)('leaves no text of %s.json empty or with loose spaces', namespace => {
    const texts = [...table(language, namespace)]
    expect(texts.filter(([, text]) => text === '' || text !== text.trim() || /\s\s|\bTODO\b/.test(text))).toEqual([])
  })

  test('says how it is written, and who read it', () => {
    const meta = JSON.parse(readFileSync(`locales/${language}/meta.json`, 'utf8')) as Record<string, unknown>
    expect(meta).toMatchObject({ name: expect.any(String), script: expect.any(String) })
    expect(['ltr', 'rtl']).toContain(meta['dir'])
  })
})
