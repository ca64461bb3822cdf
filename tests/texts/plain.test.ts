import { describe, expect, test } from 'vitest'

import { codeWords } from '#intake/codes.ts'
import { steps } from '#intake/flow.ts'
import { menus } from '#intake/menu.ts'
import { contactOptions, followupOptions, shareOptions, speaksOptions } from '#intake/sharing.ts'
import { aSetting } from '#tests/intake/aResident.ts'
import { type Check, type Finding, findings, hardScreens } from './checks.ts'
import { excused } from './exceptions.ts'
import { fleschDouma, sentences, syllables, words } from './reading.ts'
import { table } from './tables.ts'

const nl = table('nl', 'resident')
const told = { setting: aSetting(), answers: {} }

/** Every code that stands on a tile. */
const tiles = new Set<string>([
  ...steps.flatMap(step => step.options(told).map(i => i.code)),
  ...Object.values(menus).flat(),
  ...shareOptions.map(i => i.code),
  ...contactOptions(told),
  ...followupOptions,
  ...speaksOptions,
  ...codeWords
])

const isExcused = ({ check, key }: Finding) => excused.some(i => i.check === check && i.key === key)
const all: readonly Finding[] = [
  ...[...nl].flatMap(([key, text]) => findings(key, text, tiles.has(key))),
  ...hardScreens(nl)
]

/** A professional reads office words all day; they too are spoken to as je, without shouting or figures of speech. */
const deskChecks: readonly Check[] = ['u-form', 'exclamation', 'figurative']
const atTheDesk = [...table('nl', 'desk')]
  .flatMap(([key, text]) => findings(key, text, false))
  .filter(i => deskChecks.includes(i.check))

describe('the Dutch that a resident reads', () => {
  test('is plain: short sentences, known words, je and jij', () => {
    expect(all.filter(i => !isExcused(i))).toEqual([])
  })

  test('has no excuse that is no longer needed', () => {
    expect(
      excused.filter(i => ![...all, ...atTheDesk].some(found => found.check === i.check && found.key === i.key))
    ).toEqual([])
  })

  test('is easy as a whole', () => {
    const texts = [...nl.values()]
    const perSentence = texts.flatMap(words).length / texts.flatMap(sentences).length
    expect(perSentence).toBeLessThan(4.5)
    expect(fleschDouma(texts)).toBeGreaterThan(95)
  })
})

test('a professional is spoken to without u and without shouting', () => {
  expect(atTheDesk.filter(i => !isExcused(i))).toEqual([])
})

describe('the checks themselves', () => {
  test.each<[string, string, string, string]>([
    ['question', 'x.q', 'Wat wil jij het allerliefst als eerste gaan doen deze maand?', 'too long a question'],
    ['help', 'x.help', 'Kies er een. Of twee. Of drie. Het mag ook later nog anders zijn.', 'too long a help'],
    ['sentence', 'x.a', 'Wij lezen dit alleen als jij dat echt zelf aan ons vraagt', 'eleven words'],
    ['option', 'x.a', 'Een keer met mij en mijn buur meegaan', 'eight words on a tile'],
    ['long word', 'x.a', 'Jouw toekomstplannen', 'a word of 16 letters'],
    ['office word', 'x.a', 'Vul het formulier in', 'a word of offices'],
    ['figurative', 'x.a', 'Samen aan de slag', 'figurative'],
    ['u-form', 'x.a', 'Wat wilt u doen?', 'u'],
    ['u-form', 'x.a', 'Uw kaart', 'uw at the start'],
    ['exclamation', 'x.a', 'Goed zo!', 'shouting'],
    ['capitals', 'x.a', 'Doe dit NIET', 'capitals'],
    ['must', 'x.a', 'Je moet kiezen', 'must'],
    ['passive', 'x.a', 'Je kaart wordt gelezen', 'passive'],
    ['passive', 'x.a', 'Je antwoorden worden niet verstuurd', 'passive with ver-'],
    ['double negation', 'x.a', 'Het is niet zo dat het niet mag', 'twice not']
  ])('a text that fails on %s is found (%s, %s)', (check, key, text) => {
    expect(findings(key, text, true).map(i => i.check)).toContain(check)
  })

  test('a text like ours is not found', () => {
    expect(findings('x.q', 'Wat wil je het liefst veranderen?', true)).toEqual([])
    expect(findings('x.a', 'Vul je nummer in bij {{place}}.', true)).toEqual([])
  })

  test('a screen of office language is found as too hard', () => {
    const hard = new Map([
      ['x.a', 'Maatschappelijke ondersteuningsmogelijkheden inventariseren'],
      ['y.a', 'Kies er een.']
    ])
    expect(hardScreens(hard)).toMatchObject([{ check: 'ease', key: 'x' }])
  })

  test('syllables are counted as one says them', () => {
    const counted = ['huis', 'kaart', 'mooi', 'leeuw', 'koken', 'vrijwilligerswerk', 'één', '10'].map(syllables)
    expect(counted).toEqual([1, 1, 1, 1, 2, 5, 1, 1])
  })
})
