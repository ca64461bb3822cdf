import { describe, expect, test } from 'vitest'

import { type AskCode, asks, directions, smallers, steps as stepCodes } from '#intake/codes.ts'
import { steps } from '#intake/flow.ts'
import { stepMenu } from '#intake/menu.ts'
import { contactOptions, followupOptions, shareOptions, speaksOptions } from '#intake/sharing.ts'
import { tongues } from '#intake/tongues.ts'
import { doubles as same } from '#tests/texts/compare.ts'
import { languages } from '#tests/texts/tables.ts'
import { aSetting } from './aResident.ts'
import { labels, texts } from './locales.ts'

const pairs = directions.flatMap((first, i) => directions.slice(i).map(second => [...new Set([first, second])]))
const controls = ['common.back', 'common.next', 'common.skip', 'common.listen', 'common.needHelp', 'common.stop']

describe.each(languages)('in %s', language => {
  const label = labels(language)

  test('no two tiles of a question read the same, over all pairs of directions', () => {
    const shown = pairs.flatMap(direction =>
      stepCodes.flatMap(step => {
        const told = { setting: aSetting(), answers: { direction, step } }
        return steps.map(asked => [...asked.options(told).map(i => i.code), ...controls])
      })
    )
    const screens = new Set(shown.map(codes => codes.join(' ')))
    expect(screens.size).toBeGreaterThan(50)
    expect([...screens].map(codes => same(codes.split(' ').map(label))).filter(i => i.length > 0)).toEqual([])
  })

  test('the menu of steps has at most seven tiles, each with its own words', () => {
    for (const direction of [[], ...pairs]) {
      const menu = stepMenu(direction)
      expect(menu.length).toBeLessThanOrEqual(7)
      expect(same([...menu, ...controls].map(label))).toEqual([])
      expect(menu.slice(-3)).toEqual(['step.own', 'step.together', 'step.none'])
    }
  })

  test('no two asks read the same, whichever of them a place switches off', () => {
    for (const off of asks) {
      const told = { setting: aSetting({ offAsks: [off] }), answers: {} }
      const offered = steps.find(i => i.id === 'ask')!.options(told)
      expect(offered.length).toBe(off === 'ask.none' ? asks.length : asks.length - 1)
      expect(same([...offered.map(i => i.code), ...controls].map(label))).toEqual([])
      expect(offered.map(i => i.code as AskCode)).toContain('ask.none')
    }
  })

  test('no two labels of the sharing pages read the same', () => {
    const pages: readonly (readonly string[])[] = [
      [...shareOptions.map(i => i.code), 'share.pick'],
      [...contactOptions({ setting: aSetting() }), ...followupOptions],
      ['confirm.yes', 'confirm.no', 'confirm.preview'],
      ['code.got', 'code.together'],
      ['stop.wipe', 'stop.card', 'stop.go'],
      ['extra.week', 'extra.support', 'extra.load', 'extra.no']
    ]
    for (const page of pages) expect(same([...page, ...controls].map(label))).toEqual([])
    const languages = [...speaksOptions.map(label), ...tongues.map(i => i.name || label('speaks.another'))]
    expect(same([...languages, ...controls.map(label)])).toEqual([])
  })

  test('a smaller step never reads the same as a step', () => {
    expect(same([...stepCodes, ...smallers].map(label)).filter(name => smallers.some(i => label(i) === name))).toEqual(
      []
    )
  })
})

test('every text that a question shows exists in every language', () => {
  const told = { setting: aSetting(), answers: { direction: ['direction.unsure'], step: 'step.own' } } as const
  for (const language of languages) {
    const known = texts(language, 'resident')
    const used = steps.flatMap(step => [
      step.question(told),
      step.help(told),
      ...step.options(told).flatMap(i => [i.code, i.hint, i.note, i.text?.label].flatMap(key => key ?? []))
    ])
    expect(used.filter(key => !known.has(key))).toEqual([])
  }
})
