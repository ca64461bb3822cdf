import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

import { optionCodes as codes } from '#tests/pictures/codes.ts'
import { mirrored } from '#ui/mirrored.ts'

import { languages, table } from './tables.ts'

const prefixes = [...new Set(codes.map(code => code.split('.')[0]!))]

/** Ids of the symbols in the sprite of a prefix. */
const symbols = (prefix: string): readonly string[] => {
  const file = `public/pictures/${prefix}.svg`
  return existsSync(file) ? [...readFileSync(file, 'utf8').matchAll(/<symbol[^>]*\bid="([^"]+)"/g)].map(i => i[1]!) : []
}

describe('every answer that can be tapped', () => {
  test.each(prefixes)('has a picture: %s', prefix => {
    const drawn = symbols(prefix)
    expect(codes.filter(code => code.startsWith(`${prefix}.`) && !drawn.includes(code))).toEqual([])
  })

  test.each(languages)('has a label in %s', language => {
    const texts = table(language, 'resident')
    expect(codes.filter(code => !texts.get(code))).toEqual([])
  })
})

test('the pictures that turn round from right to left are those that are drawn so', () => {
  const drawn = JSON.parse(readFileSync('tests/pictures/pictures.json', 'utf8')) as Record<string, { mirrorRtl?: true }>
  expect([...mirrored].toSorted()).toEqual(
    Object.keys(drawn)
      .filter(code => drawn[code]!.mirrorRtl)
      .toSorted()
  )
})
