import { describe, expect, test } from 'vitest'
import { areas, supports, weeks } from '#intake/codes.ts'
import { parseSummary, Summary } from '#intake/summary.ts'
import { summarise } from '#intake/summarise.ts'
import { SUMMARY_MAX, summaryBytes } from '#intake/summaryBytes.ts'
import { made, samiraConfirms } from './aResident.ts'

describe('the size', () => {
  test('stays within the padding with the longest of everything', () => {
    const wide = '𝔘\u0338'.repeat(40)
    const longest: Summary = {
      v: 1,
      flow: 9999,
      id: made.id,
      code: { word: 'codeWord.mountain', digits: '999' },
      createdAt: '2026-09-21T14:13:20.000Z',
      lang: 'zho-Hantabcd-Hantabcd-Hantabcd',
      speaks: 'zho-Hantabcd-Hantabcd-Hantabcd',
      scope: 'card',
      assisted: true,
      name: wide.slice(0, 30),
      contact: { mode: 'phone', phone: '+123456789012345' },
      followup: 'month',
      direction: ['direction.worksupport', 'direction.other'],
      directionText: '"\\'.repeat(40),
      drive: ['drive.people', 'drive.learn'],
      ask: ['ask.letters', 'ask.listen', 'ask.course'],
      step: {
        code: 'step.worksupport_visit',
        text: '𝔘'.repeat(80),
        when: 'when.later',
        with: 'with.alone',
        sure: 'sure.toobig',
        smaller: 'look'
      },
      strength: ['strength.languages', 'strength.organise', 'strength.digital', 'strength.create', 'strength.other'],
      strengthText: '𝔘'.repeat(40),
      good: [...areas],
      change: [
        { area: 'area.learning', level: 3 },
        { area: 'area.outside', level: 3 }
      ],
      week: [...weeks],
      support: supports.filter(i => i !== 'support.none'),
      load: ['load.language', 'load.housing', 'load.letters'],
      talkInPerson: true,
      visit: {
        n: 999,
        previousId: made.id,
        previous: {
          stepCode: 'step.worksupport_visit',
          outcome: 'different',
          change: [
            { area: 'area.learning', level: 3 },
            { area: 'area.outside', level: 3 }
          ]
        }
      },
      reply: { mailbox: made.id, publicKey: 'A'.repeat(87) },
      consent: { text: 'confirmation.9999', lang: 'zho-Hantabcd-Hantabcd-Hantabcd', at: '2026-09-21T14:13:20.000Z' }
    }
    expect(parseSummary(summaryBytes(longest))).toEqual(longest)
    expect(summaryBytes(longest).length).toBeLessThanOrEqual(SUMMARY_MAX)
    // room for what later versions add
    expect(summaryBytes(longest).length).toBeLessThan(3200)
  })

  test('of an ordinary card is under a kilobyte', () => {
    expect(summaryBytes(summarise(samiraConfirms().visit, made)).length).toBeLessThan(1000)
  })

  test('the same summary is the same bytes, in whatever order its fields were made', () => {
    const summary = summarise(samiraConfirms().visit, made)
    const turned = Object.fromEntries(Object.entries(summary).reverse()) as Summary
    expect(summaryBytes(turned)).toEqual(summaryBytes(summary))
  })
})
