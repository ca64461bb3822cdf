import { describe, expect, test } from 'vitest'

import { glyphsOf } from '#tests/fonts/glyphs.ts'
import { findings } from './checks.ts'
import { countingWithoutForms, differingKeys, doubles, lostPlaceholders, unfinished, unknownGlyphs } from './compare.ts'
import { table, type Table } from './tables.ts'

/** A translation as it stands, with a fault planted in it; `undefined` takes a text away. */
function planted(language: string, fault: Record<string, string | undefined>): Table {
  const texts = new Map(table(language, 'resident'))
  for (const [key, text] of Object.entries(fault)) {
    if (text === undefined) texts.delete(key)
    else texts.set(key, text)
  }
  return texts
}
const nl = table('nl', 'resident')
const drawn = glyphsOf('public/fonts/waarheen-latin.woff2')

describe('a planted fault is found', () => {
  test('a missing key', () => {
    const texts = planted('ar', { 'good.q': undefined })
    expect(differingKeys('ar', texts, nl)).toEqual({ lacking: ['good.q'], extra: [] })
  })

  test('a key that nobody asks for', () => {
    expect(differingKeys('tr', planted('tr', { 'good.p': 'x' }), nl)).toEqual({ lacking: [], extra: ['good.p'] })
  })

  test.each([
    ['ar', 'two'],
    ['ar', 'many'],
    ['pl', 'few'],
    ['uk', 'many'],
    ['es', 'many']
  ])('a missing plural form: %s has one for %s', (language, form) => {
    const key = `confirm.keep_${form}`
    expect(differingKeys(language, planted(language, { [key]: undefined }), nl).lacking).toEqual([key])
  })

  test('a plural form that the language does not have', () => {
    const texts = planted('tr', { 'confirm.keep_few': '{{count}}' })
    expect(differingKeys('tr', texts, nl).extra).toEqual(['confirm.keep_few'])
  })

  test('a text that counts without forms', () => {
    expect(countingWithoutForms(planted('fr', { 'good.q': 'Encore {{count}}' }))).toEqual(['good.q'])
  })

  test('a lost placeholder, one too many, and one that was translated', () => {
    const fault = { 'welcome.title': 'ወርክ', 'good.q': '{{place}}?', 'print.from': '{{ስም}}' }
    expect(lostPlaceholders(planted('ti', fault), nl)).toEqual(expect.arrayContaining(Object.keys(fault)))
    expect(lostPlaceholders(planted('ti', fault), nl)).toHaveLength(3)
  })

  test('a jargon word, and a sentence of fourteen words', () => {
    const checks = (text: string) => findings('x.a', text, false).map(i => i.check)
    expect(checks('Dit is jouw traject')).toEqual(['office word'])
    expect(checks('Wij lezen dit alleen als jij dat echt zelf vandaag nog aan ons vraagt')).toEqual(['sentence'])
  })

  test('an unknown glyph', () => {
    const known = (code: number) => drawn.has(code)
    expect(unknownGlyphs('Goed zo {{place}}', known)).toEqual([])
    expect(unknownGlyphs('Goеd', known)).toEqual(['U+0435 е'])
  })

  test('a double label, also one that differs in capitals only', () => {
    const labels = (texts: Table) => ['area.home', 'area.work', 'area.money'].map(key => texts.get(key)!)
    expect(doubles(labels(planted('so', {})))).toEqual([])
    const same = table('so', 'resident').get('area.home')!.toUpperCase()
    expect(doubles(labels(planted('so', { 'area.work': same })))).toEqual([same])
  })

  test('an empty text, and one that is not finished', () => {
    expect(unfinished(planted('ro', { 'good.q': '', 'good.help': 'TODO' }))).toEqual(['good.q', 'good.help'])
  })
})
