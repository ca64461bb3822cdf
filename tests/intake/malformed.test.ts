import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseSummary } from '#intake/summary.ts'
import { summarise } from '#intake/summarise.ts'
import { summaryBytes } from '#intake/summaryBytes.ts'
import { made, samiraConfirms } from './aResident.ts'
import { asText } from './anyVisit.ts'

describe('a desk opens bytes that are no summary', () => {
  const good = summarise(samiraConfirms().visit, made)
  const read = (json: unknown) => parseSummary(new TextEncoder().encode(JSON.stringify(json)))

  test.each([
    ['nothing', new Uint8Array()],
    ['noise', new Uint8Array([0xff, 0xfe, 0x00])],
    ['broken JSON', new TextEncoder().encode('{"v":1')],
    ['a number', new TextEncoder().encode('1')],
    ['null', new TextEncoder().encode('null')],
    ['a list', new TextEncoder().encode('[]')],
    ['half a character', new TextEncoder().encode('{"v":1,"name":"é"}').slice(0, 16)],
    ['far too much', new TextEncoder().encode(`{"v":1,"x":"${'x'.repeat(5000)}"}`)]
  ])('%s is malformed', (_, bytes) => {
    expect(parseSummary(bytes)).toBe('malformed')
  })

  test.each<[string, object]>([
    ['a field nobody knows', { score: 3 }],
    ['a field hidden as a prototype', JSON.parse('{"__proto__":{"score":3}}') as object],
    ['health', { load: ['load.health'] }],
    ['a code that does not exist', { ask: ['ask.everything'] }],
    ['the same code twice', { ask: ['ask.along', 'ask.along'] }],
    ['three directions', { direction: ['direction.work', 'direction.rest', 'direction.course'] }],
    ['the same wish twice', { change: [{ area: 'area.home' }, { area: 'area.home', level: 1 }] }],
    ['a level of four', { change: [{ area: 'area.home', level: 4 }] }],
    ['a name with a number', { name: 'Sam 06' }],
    ['a name that turns the line', { name: 'Sam\u202E' }],
    ['an empty name', { name: '' }],
    ['too long a text', { directionText: 'x'.repeat(81) }],
    ['half a character', { directionText: 'x\uD83D' }],
    ['a telephone number with words', { contact: { mode: 'phone', phone: 'bel maar' } }],
    ['a script for a language', { lang: '<script>' }],
    ['a code of four digits', { code: { word: 'codeWord.fish', digits: '1234' } }],
    ['an id of another length', { id: 'AAAA' }],
    ['a time that is none', { createdAt: 'yesterday' }],
    ['no version', { v: undefined }],
    ['version zero', { v: 0 }],
    ['a version in words', { v: 'two' }]
  ])('%s is malformed', (_, change) => {
    expect(read({ ...good, ...change })).toBe('malformed')
  })

  test('a prototype in the bytes themselves is malformed too', () => {
    const text = asText(good).replace('{', '{"__proto__":{"score":3},')
    expect(parseSummary(new TextEncoder().encode(text))).toBe('malformed')
  })

  test('a later version says that this desk is too old', () => {
    expect(read({ ...good, v: 2, anything: true })).toBe('unknown-version')
  })

  test('any bytes at all, and any change to good ones, never throw', () => {
    const bytes = summaryBytes(good)
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.nat(bytes.length - 1), fc.nat(255), (noise, at, value) => {
        parseSummary(noise)
        const flipped = bytes.slice()
        flipped[at] = value
        const read = parseSummary(flipped)
        if (typeof read === 'object') expect(parseSummary(summaryBytes(read))).toEqual(read)
      }),
      { numRuns: 500 }
    )
  })
})
