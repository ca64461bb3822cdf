import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { checkFreeText, checkName, cleanText, left } from '#intake/freeText.ts'
import { readPhone } from '#intake/phone.ts'

describe('a resident writes in their own words', () => {
  test.each([
    'Naar de bibliotheek met mijn zus',
    'Elke dag 10 minuten lezen, 3 keer per week',
    'Om 10 uur naar de les op dinsdag en donderdag',
    'Een cursus van 12 weken in 2027',
    'ك أريد أن أتعلم',
    'ንግግር ምስ ሰብ',
    'Bus 4 naar halte 12'
  ])('and "%s" is kept as it is', text => {
    expect(checkFreeText(text, 80)).toBe(text)
  })

  test.each([
    ['a telephone number', 'bel mij op 0612345678'],
    ['one with spaces', '06 12 34 56 78'],
    ['one with dashes and brackets', '+31 (0)30-123 45 67'],
    ['one with dots', '0.6.1.2.3.4'],
    ['a national number', 'mijn nummer is 123456782'],
    ['six digits', 'code 123456'],
    ['Arabic digits', '٠٦١٢٣٤٥٦٧٨'],
    ['digits with something invisible between them', '06\u200B1234\u200B5678'],
    ['a bank account', 'NL91ABNA0417164300'],
    ['a bank account in groups', 'nl91 abna 0417 1643 00'],
    ['a foreign bank account', 'MT84MALT011000012345MTLCAST001S'],
    ['an e-mail address', 'samira@example.org'],
    ['one written out', 'samira (at) example (dot) org'],
    ['one with spaces', 'samira @ example . org']
  ])('but %s is not kept', (_, text) => {
    expect(checkFreeText(text, 80)).toBeUndefined()
  })

  test('what looks like an account but has a wrong checksum is just words', () => {
    expect(checkFreeText('AB12 abcd efgh ijkl', 80)).toBe('AB12 abcd efgh ijkl')
  })

  test('spaces collapse, ends are trimmed, and only spaces are nothing', () => {
    expect(checkFreeText('  naar \n\t buiten  ', 80)).toBe('naar buiten')
    expect(checkFreeText(' \n ', 80)).toBe('')
  })

  test('what one cannot see is taken out, so that a text cannot turn the line of a desk', () => {
    expect(checkFreeText('ik\u202E gnitsiuh\u2066 zoek\u0000\u0007', 80)).toBe('ik gnitsiuh zoek')
    expect(checkFreeText('half \uD83D teken', 80)).toBe('half teken')
  })

  test('a picture of several parts is never cut in two', () => {
    expect(cleanText('ik en 👩‍👧', 8)).toBe('ik en')
    expect(cleanText('ik en 👩‍👧', 9)).toBe('ik en 👩‍👧')
    expect(cleanText('👍🏽👍🏽', 3)).toBe('👍🏽')
    expect(cleanText('कि', 1)).toBe('')
  })

  test('an accent typed as two characters counts as one', () => {
    expect(cleanText('e\u0301e\u0301n', 3)).toBe('één')
    expect(left('e\u0301e\u0301n', 80)).toBe(77)
    expect(left('x'.repeat(99), 80)).toBe(0)
  })

  test('any text comes out clean, at most so long, and the same the second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 120 }), fc.integer({ min: 1, max: 80 }), (text, max) => {
        const clean = cleanText(text, max)
        expect(Array.from(clean).length).toBeLessThanOrEqual(max)
        expect(cleanText(clean, max)).toBe(clean)
        expect(clean).not.toMatch(/[\p{Cc}\p{Cs}\u202A-\u202E\u2066-\u2069]/u)
      }),
      { numRuns: 200 }
    )
  })

  test('a pasted page takes no noticeable time', () => {
    const started = performance.now()
    checkFreeText('a@'.repeat(50_000), 80)
    checkFreeText('1 a '.repeat(50_000), 80)
    expect(performance.now() - started).toBeLessThan(250)
  })
})

describe('a resident gives a name', () => {
  test('of at most 20 characters without a digit', () => {
    expect(checkName(' Samira ')).toBe('Samira')
    expect(checkName('Anne-Marie')).toBe('Anne-Marie')
    expect(checkName('Maximiliaan Alexander de Derde')).toBe('Maximiliaan Alexande')
    expect(checkName('Sam 2')).toBeUndefined()
  })
})

describe('a resident gives a telephone number', () => {
  test.each([
    ['06 12 34 56 78', '+31612345678'],
    ['0612345678', '+31612345678'],
    ['030-1234567', '+31301234567'],
    ['(030) 123 45 67', '+31301234567'],
    ['+31 (0)6 12345678', '+31612345678'],
    ['+31 06 12345678', '+31612345678'],
    ['0031612345678', '+31612345678'],
    ['+32 470 12 34 56', '+32470123456'],
    ['00 212 612 345678', '+212612345678'],
    ['٠٦١٢٣٤٥٦٧٨', '+31612345678'],
    ['۰۶۱۲۳۴۵۶۷۸', '+31612345678']
  ])('%s is understood', (typed, number) => {
    expect(readPhone(typed)).toBe(number)
  })

  test.each([
    '',
    '112',
    '06 1234567',
    '06 123456789',
    'nul zes',
    '0612345678x',
    '+0612345678',
    '+31 6 1234',
    '1234567890',
    '+123456789012345678'
  ])('"%s" is no number', typed => {
    expect(readPhone(typed)).toBeUndefined()
  })
})
