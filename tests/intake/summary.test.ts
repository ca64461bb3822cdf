import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { lineIds } from '#intake/answers.ts'
import { summaryLines } from '#intake/lines.ts'
import { parseSummary, Summary } from '#intake/summary.ts'
import { summarise, talkSummary } from '#intake/summarise.ts'
import { summaryBytes } from '#intake/summaryBytes.ts'
import { made, samiraConfirms, shared } from './aResident.ts'
import { asText, visits } from './anyVisit.ts'

describe('what leaves the device', () => {
  test('Samira shares her card, and the professional gets just that', () => {
    expect(summarise(samiraConfirms().visit, made)).toEqual({
      v: 1,
      flow: 1,
      id: made.id,
      code: { word: 'codeWord.bicycle', digits: '482' },
      createdAt: '2026-09-21T14:13:20.000Z',
      lang: 'nl',
      speaks: 'ary',
      scope: 'card',
      name: 'Samira',
      contact: { mode: 'here' },
      followup: 'now',
      direction: ['direction.volunteer', 'direction.language'],
      drive: ['drive.people'],
      ask: ['ask.along', 'ask.meet'],
      step: { code: 'step.volunteer_visit', when: 'when.week', with: 'with.team', sure: 'sure.maybe' },
      strength: ['strength.cook', 'strength.kids', 'strength.languages'],
      good: ['area.people', 'area.home'],
      change: [{ area: 'area.learning', level: 2 }],
      consent: { text: 'confirm.1', lang: 'nl', at: '2026-09-21T14:13:20.000Z' }
    })
  })

  test('a card that was filled in together says so to both, and nothing else of it changes', () => {
    const together = samiraConfirms().does({ type: 'together' })
    const alone = summarise(samiraConfirms().visit, made)
    const summary = summarise(together.visit, made)
    expect(summary).toEqual({ ...alone, assisted: true })
    expect(summaryLines(summary).map(i => i.id)).toEqual([...summaryLines(alone).map(i => i.id), 'assisted'])
    expect(summarise(together.does({ type: 'together' }).visit, made)).toEqual(alone)
  })

  test('nobody is called a helper on a phone of their own, nor after sharing', () => {
    expect(samiraConfirms({ device: 'phone' }).does({ type: 'together' }).visit.assisted).toBeUndefined()
    const later = samiraConfirms().does({ type: 'shared', shared }, { type: 'together' })
    expect(later.visit.assisted).toBeUndefined()
  })

  test('always fits the schema, and reads back as it was written', () => {
    fc.assert(
      fc.property(visits, visit => {
        const summary = summarise(visit, made)
        expect(parseSummary(summaryBytes(summary))).toEqual(summary)
      }),
      { numRuns: 300 }
    )
  })

  test('the preview and the desk show the same lines', () => {
    fc.assert(
      fc.property(visits, visit => {
        const summary = summarise(visit, made)
        const opened = parseSummary(summaryBytes(summary))
        expect(typeof opened).toBe('object')
        expect(summaryLines(opened as Summary)).toEqual(summaryLines(summary))
      })
    )
  })

  test('health never leaves it, whatever is answered and whatever is unlocked', () => {
    fc.assert(
      fc.property(visits, visit => {
        const open = { ...visit, locks: { ...visit.locks, load: false }, share: 'share.card' as const }
        const withHealth = { ...open, answers: { ...open.answers, load: ['load.health', 'load.tell'] as const } }
        const summary = summarise(withHealth, made)
        expect(asText(summary)).not.toMatch(/health|load\.tell/)
        expect(summary.talkInPerson).toBe(true)
        expect(JSON.stringify(summaryLines(summary))).not.toContain('health')
      })
    )
  })

  test('a lock always wins, in every way of sharing', () => {
    const fields = {
      direction: ['direction', 'directionText'],
      drive: ['drive'],
      step: ['step'],
      strength: ['strength', 'strengthText'],
      ask: ['ask'],
      good: ['good'],
      change: ['change'],
      week: ['week'],
      support: ['support'],
      load: ['load', 'talkInPerson']
    } as const
    fc.assert(
      fc.property(visits, visit => {
        const summary = summarise(visit, made)
        for (const line of lineIds) {
          for (const field of visit.locks[line] ? fields[line] : []) expect(summary).not.toHaveProperty(field)
        }
      })
    )
  })

  test('"mijn doel en mijn stap" shares the goal, the step and what somebody asks, and nothing else', () => {
    fc.assert(
      fc.property(visits, visit => {
        const shown = Object.keys(summarise({ ...visit, share: 'share.step' }, made))
        const beside = [
          'drive',
          'strength',
          'strengthText',
          'good',
          'change',
          'week',
          'support',
          'load',
          'talkInPerson'
        ]
        expect(shown.filter(field => beside.includes(field))).toEqual([])
      })
    )
  })

  test('an unlocked line that was left empty is an empty list, a locked one is absent, and no line tells them apart', () => {
    const empty = { ...samiraConfirms().visit, answers: {}, arrived: {} }
    const locked = { ...empty, locks: { ...empty.locks, ask: true } }
    expect(summarise(empty, made).ask).toEqual([])
    expect(summarise(locked, made).ask).toBeUndefined()
    expect(summaryLines(summarise(empty, made))).toEqual(summaryLines(summarise(locked, made)))
  })

  test('who shares nothing, or did not say, has no answer in a summary', () => {
    fc.assert(
      fc.property(visits, fc.constantFrom('share.none' as const, undefined), (visit, share) => {
        const { share: _, ...rest } = visit
        const shown = Object.keys(summarise(share ? { ...rest, share } : rest, made))
        expect(
          shown.filter(field => [...lineIds, 'directionText', 'strengthText', 'talkInPerson'].includes(field as never))
        ).toEqual([])
      })
    )
  })

  test('who would rather talk sends the language and nothing of the answers', () => {
    const visit = { ...samiraConfirms().visit, page: 'talk' as const }
    expect(talkSummary(visit, made)).toEqual({
      v: 1,
      flow: 1,
      id: made.id,
      code: made.code,
      createdAt: '2026-09-21T14:13:20.000Z',
      lang: 'nl',
      speaks: 'ary',
      scope: 'talk',
      contact: { mode: 'here' },
      followup: 'now',
      consent: { text: 'talk.1', lang: 'nl', at: '2026-09-21T14:13:20.000Z' }
    })
    expect(parseSummary(summaryBytes(talkSummary(visit, made)))).toEqual(talkSummary(visit, made))
  })

  test('the consent tells in which language its text was shown, the card which one is spoken', () => {
    const visit = { ...samiraConfirms().visit, language: 'ary' }
    for (const summary of [summarise(visit, { ...made, shown: 'ar' }), talkSummary(visit, { ...made, shown: 'ar' })]) {
      expect(summary.lang).toBe('ary')
      expect(summary.consent.lang).toBe('ar')
      expect(parseSummary(summaryBytes(summary))).toEqual(summary)
    }
    expect(summarise(visit, made).consent.lang).toBe('ary')
  })

  test('a telephone number goes along only with "bel mij"', () => {
    fc.assert(
      fc.property(visits, visit => {
        const { contact } = summarise(visit, made)
        expect(contact.phone === undefined || contact.mode === 'phone').toBe(true)
      })
    )
  })
})
