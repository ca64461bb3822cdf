import { describe, expect, test } from 'vitest'

import { waiting } from './exceptions.ts'
import { baseKey, namespaces, table } from './tables.ts'
import { mentions, mentionsIn, missing, unused, writtenOut } from './usage.ts'

const named = mentions()
const tables = namespaces.map(namespace => table('nl', namespace))
const known = new Set(tables.flatMap(texts => [...texts.keys()].flatMap(key => [key, baseKey(key)])))
const idle = tables.flatMap(texts => {
  const written = writtenOut(texts)
  return unused(texts, named)
    .filter(key => !written.includes(key))
    .map(baseKey)
})
const excuses = (rule: string, key: string) => (rule.endsWith('*') ? key.startsWith(rule.slice(0, -1)) : key === rule)
const rules = waiting.flatMap(i => i.keys)

describe('texts and pages', () => {
  test('no page names a text that does not exist', () => {
    expect(missing(known, named)).toEqual([])
  })

  test('no text is left that no page shows, but for those that wait for their page', () => {
    expect([...new Set(idle)].filter(key => !rules.some(rule => excuses(rule, key)))).toEqual([])
  })

  test('no text is said to wait that is shown already', () => {
    expect(rules.filter(rule => !idle.some(key => excuses(rule, key)))).toEqual([])
  })
})

describe('the reading of the source', () => {
  const source = [
    "t('area.home')",
    't(`pro.team.${role}`)',
    'text={`${id}.q`}',
    "// t('comment.only')",
    "import './card.css'",
    "import x from '#intake/flow.ts'"
  ].join('\n')
  const found = mentionsIn('a.tsx', source)

  test('finds keys, and templates with a gap, and neither comments nor files', () => {
    expect(found.map(i => i.key).sort()).toEqual(['*.q', 'area.home', 'pro.team.*'])
  })

  test('tells what nobody names, plural forms by their base', () => {
    const texts = new Map(
      ['area.home', 'area.work', 'pro.team.role', 'good.q', 'good.n_one', 'good.n_other'].map(i => [i, 'x'])
    )
    expect(unused(texts, found)).toEqual(['area.work', 'good.n_one', 'good.n_other'])
    expect(unused(texts, [...found, { file: 'b.ts', key: 'good.n' }])).toEqual(['area.work'])
  })

  test('tells what does not exist, also with a gap', () => {
    const known = new Set(['area.home', 'pro.queue.title'])
    const asked = ['area.home', 'area.nowhere', 'pro.team.*', 'pro.queue.*', 'other.key'].map(key => ({
      file: 'a.ts',
      key
    }))
    expect(missing(known, asked).map(i => i.key)).toEqual(['area.nowhere', 'pro.team.*'])
  })
})
