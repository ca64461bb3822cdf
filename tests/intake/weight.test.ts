import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const files = globSync('src/intake/*.ts').map(file => ({ file, source: readFileSync(file, 'utf8') }))
const importing = (what: RegExp) => files.filter(i => what.test(i.source)).map(i => i.file)

test('the schema enters by one file, which nothing that a resident loads needs to run', () => {
  expect(importing(/from 'zod/)).toEqual(['src/intake/summary.ts'])
  expect(importing(/^import (?!type)[^\n]*from '\.\/summary\.ts'/m)).toEqual([])
})

test('the questions hold no words: every sentence stands in locales/', () => {
  // a capital, then a space: what a label or a sentence looks like, outside comments
  const sentence = /'[A-Z][a-z]+ [a-z][^']*'/
  const code = files.map(({ file, source }) => ({ file, text: source.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '') }))
  expect(code.filter(i => sentence.test(i.text)).map(i => i.file)).toEqual([])
})

test('the oldest browsers we serve can run it', () => {
  // Array.at and Object.hasOwn (92, 93), copying array methods (110), lookbehind (Safari 16.4); `pointer.at` is ours
  const tooNew =
    /(?<!\bpointer)\.(at|toSorted|toReversed|toSpliced|with|findLast|findLastIndex|isWellFormed|toWellFormed)\(|Object\.(hasOwn|groupBy)|\(\?<[!=]|structuredClone/
  // all that a resident loads; the tiles of the first page are made when the pages are built
  const rooms = globSync('src/{intake,wire,i18n,ui,speech,store,sealing,outbox,worker,resident}/**/*.{ts,tsx}')
  const loaded = rooms.filter(i => !/i18n[\\/]tiles\.ts$|wire[\\/]openapi\.ts$/.test(i))
  expect(loaded.length).toBeGreaterThan(100)
  expect(loaded.filter(file => tooNew.test(readFileSync(file, 'utf8')))).toEqual([])
})
