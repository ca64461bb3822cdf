import { expect, test } from 'vitest'

import { tongueName, tongues } from '#intake/tongues.ts'
import { languages } from '#i18n/languages.ts'

const named = tongues.filter(i => i.name)
const scripts =
  'Latin Greek Cyrillic Armenian Arabic Devanagari Bengali Gurmukhi Tamil Thai Ethiopic Tifinagh Han'.split(' ')
const scriptOf = (name: string) => scripts.find(i => new RegExp(`\\p{Script=${i}}`, 'u').test(name))

test('every language of the list is there once, about forty of them, and the last is any other', () => {
  expect(new Set(tongues.map(i => i.code)).size).toBe(tongues.length)
  expect(new Set(tongues.map(i => i.name)).size).toBe(tongues.length)
  expect(tongues.length).toBeGreaterThanOrEqual(40)
  expect(tongues.at(-1)).toEqual({ code: 'other', name: '' })
})

test('every language that the app speaks is on it, by the very same name', () => {
  expect(languages.map(({ code }) => [code, tongueName(code)])).toEqual(languages.map(({ code, name }) => [code, name]))
})

test('each runs the way its script does', () => {
  for (const { name, rtl } of named) expect([name, rtl === true]).toEqual([name, scriptOf(name) === 'Arabic'])
})

test('Dutch stands first, then one script after the other, each by its alphabet', () => {
  const [first, ...rest] = named
  expect(first!.code).toBe('nl')
  const { compare } = new Intl.Collator('en', { ignorePunctuation: true })
  const sorted = rest.toSorted(
    (a, b) => scripts.indexOf(scriptOf(a.name)!) - scripts.indexOf(scriptOf(b.name)!) || compare(a.name, b.name)
  )
  expect(rest.map(i => i.name)).toEqual(sorted.map(i => i.name))
})

test('codes are such that a voice or an interpreter can be found by them', () => {
  for (const { code } of named) expect(code).toMatch(/^[a-z]{2,3}$/)
})
