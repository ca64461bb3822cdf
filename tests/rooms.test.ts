import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

import { rooms } from '#rooms.ts'

import { breaches, leaks, theSources } from './house.ts'

const house = Object.entries(rooms)
const sources = theSources()
const planted = (files: Record<string, string>) => new Map([...sources, ...Object.entries(files)])

describe('the house', () => {
  test('has exactly the rooms on its map', () => {
    const folders = readdirSync('src', { withFileTypes: true }).filter(i => i.isDirectory())
    expect(folders.map(i => i.name).toSorted()).toEqual(Object.keys(rooms).toSorted())
  })

  test.each(house)('tells newcomers what %s/ holds', (name, { holds }) => {
    expect(readFileSync('src/README.md', 'utf8')).toContain(`| \`${name}/\` | ${holds} |`)
  })

  test('lets every room look only where its door stands open', () => {
    expect(breaches(rooms, sources)).toEqual([])
  })

  test('lets no way, however long, lead from the carriers to what a resident said', () => {
    expect(leaks(rooms, sources)).toEqual([])
  })

  test('enters another room by its #name, never by ../', () => {
    const climbing = [...sources].filter(([, text]) =>
      new RegExp(`['"]\\.\\.?/(?:\\.\\./)*(${Object.keys(rooms).join('|')})/`).test(text)
    )
    const own = climbing.filter(([file]) => file.includes('/'))
    expect(own.map(([file]) => file)).toEqual([])
  })

  test('names crypto.subtle only where sealing and the digest are', () => {
    const elsewhere = [...sources].filter(
      ([file, text]) =>
        /crypto\s*\.\s*subtle|\bsubtle\b\s*\./.test(text) && !file.startsWith('sealing/') && file !== 'wire/digest.ts'
    )
    expect(elsewhere.map(([file]) => file)).toEqual([])
  })
})

describe('a planted import', () => {
  test.each([
    ['server/spy.ts', `import { steps } from '#intake/flow.ts'`],
    ['server/spy.ts', `export type { Answers } from '#intake/answers.ts'`],
    ['server/spy.ts', `const flow = await import('#intake/flow.ts')`],
    ['server/spy.ts', `let it: import('#intake/answers.ts').Answers`],
    ['resident/spy.ts', `import { open } from '#sealing/open.ts'`],
    ['worker/spy.ts', `import * as z from 'zod/mini'`],
    ['outbox/spy.ts', `import { seal } from '#sealing/seal.ts'`],
    ['wire/spy.ts', `import { h } from 'preact'`],
    ['ui/spy.ts', `import nl from '#locales/nl/resident.json'`]
  ])('in %s is refused: %s', (file, text) => {
    expect(breaches(rooms, planted({ [file]: text }))).toHaveLength(1)
  })

  test('from server/ into intake/ is refused through a second file too', () => {
    const found = leaks(
      rooms,
      planted({ 'server/spy.ts': `import '#wire/door.ts'`, 'wire/door.ts': `export * from '#intake/flow.ts'` })
    )
    expect(found).toContain('server/spy.ts → wire/door.ts → intake/flow.ts')
  })

  test('from resident/ into sealing/open is refused through a second file too', () => {
    const found = leaks(
      rooms,
      planted({ 'resident/spy.ts': `import '#sealing/seal.ts'`, 'sealing/seal.ts': `import './open.ts'` })
    )
    expect(found).toContain('resident/spy.ts → sealing/seal.ts → sealing/open.ts')
  })
})
