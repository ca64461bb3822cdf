import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

import { countingWithoutForms, differingKeys, lostPlaceholders, unfinished } from './compare.ts'
import { languages, namespacesOf, table } from './tables.ts'

const pairs = languages.flatMap(language => namespacesOf(language).map(namespace => [language, namespace] as const))

test('the desk is there in Dutch and English', () => {
  expect(namespacesOf('nl')).toEqual(['resident', 'desk'])
  expect(namespacesOf('en')).toEqual(['resident', 'desk'])
})

describe.each(pairs)('%s/%s.json', (language, namespace) => {
  const nl = table('nl', namespace)
  const texts = table(language, namespace)

  test('has the keys of the Dutch one, and every plural form of its own language', () => {
    expect(differingKeys(language, texts, nl)).toEqual({ lacking: [], extra: [] })
    expect(countingWithoutForms(texts)).toEqual([])
  })

  test('fills the same placeholders', () => {
    expect(lostPlaceholders(texts, nl)).toEqual([])
  })

  test('leaves no text empty or with loose spaces', () => {
    expect(unfinished(texts)).toEqual([])
  })
})

describe.each(languages)('%s', language => {
  const meta = JSON.parse(readFileSync(`locales/${language}/meta.json`, 'utf8')) as Record<string, unknown>

  test('says how it is written, and who read it', () => {
    expect(meta).toMatchObject({ name: expect.any(String), script: expect.stringMatching(/^[A-Z][a-z]{3}$/) })
    expect(['ltr', 'rtl']).toContain(meta['dir'])
    const reviewed = [meta['reviewedBy'], meta['reviewedOn']]
    if (meta['source'] !== true && reviewed.some(i => i !== null)) {
      expect(reviewed).toEqual([expect.stringMatching(/\S/), expect.stringMatching(/^\d{4}-\d\d-\d\d$/)])
    }
  })

  test('begins on a tablet with the words of its welcome page', () => {
    expect(meta['begin']).toBe(table(language, 'resident').get('welcome.start'))
  })
})
