import { describe, expect, test } from 'vitest'
import { cardLines } from '#intake/lines.ts'
import { samiraConfirms } from './aResident.ts'

describe('the card of the resident', () => {
  test('shows core lines also when empty, extra ones only when answered, and health as never leaving', () => {
    const lines = cardLines({ load: ['load.health'] }, samiraConfirms().visit.locks)
    expect(lines.map(i => [i.id, i.empty === true, i.locked])).toEqual([
      ['direction', true, false],
      ['step', true, false],
      ['strength', true, false],
      ['ask', true, false],
      ['good', true, false],
      ['change', true, false],
      ['load', false, true]
    ])
    expect(lines.at(-1)?.values).toEqual([{ key: 'load.health', onlyMe: true }])
  })

  test('shows what the place switched off only when there is an answer', () => {
    expect(cardLines({}, samiraConfirms().visit.locks, ['good', 'change']).map(i => i.id)).not.toContain('good')
  })

  test('gives own words in place of "iets anders", and the step as parts in order', () => {
    const lines = cardLines(
      {
        direction: ['direction.other', 'direction.rest'],
        directionText: 'Zingen',
        step: 'step.rest_list',
        when: 'when.week',
        with: 'with.known',
        sure: 'sure.maybe',
        smaller: 'step.small_ask'
      },
      samiraConfirms().visit.locks
    )
    expect(lines.find(i => i.id === 'direction')?.values).toEqual([{ text: 'Zingen' }, { key: 'direction.rest' }])
    expect(lines.find(i => i.id === 'step')?.values).toEqual([
      { key: 'step.rest_list' },
      { key: 'when.week' },
      { key: 'with.known' },
      { key: 'step.small_ask' }
    ])
    expect(lines.find(i => i.id === 'sure')).toMatchObject({ under: 'step', values: [{ key: 'sure.maybe' }] })
  })
})
