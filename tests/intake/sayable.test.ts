import { expect, test } from 'vitest'

import { sayable } from '#intake/sayable.ts'
import { table } from '#tests/texts/tables.ts'

const nl = sayable(table('nl', 'resident'))

test('the sentences of the conversation come in the order in which a resident meets them', () => {
  const places = [
    'lang.title',
    'spoken.welcome.title',
    'good.q',
    'direction.q',
    'card.title',
    'confirm.yes',
    'done.title'
  ]
  expect(nl.filter(key => places.includes(key))).toEqual(places)
})

test('a text with a name or a number in it is said by its spoken form, once, and where the text stands', () => {
  expect(nl).toContain('spoken.idle.body')
  expect(nl.filter(key => key.includes('idle.body'))).toEqual(['spoken.idle.body'])
  expect(nl).not.toContain('welcome.title')
  expect(nl.indexOf('spoken.welcome.title')).toBeLessThan(nl.indexOf('welcome.start'))
})

test('what only staff or paper says is nobody asked to read out', () => {
  expect(nl.filter(key => /^(staff|enrol|print|place|practice)\.|^attract\.(clock|full)/.test(key))).toEqual([])
})

test('every language has the same sentences', () => {
  for (const language of ['ti', 'fa', 'ar', 'uk']) expect(sayable(table(language, 'resident'))).toEqual(nl)
})
