import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { firstLocks, lineIds } from '#intake/answers.ts'
import { areas, directions } from '#intake/codes.ts'
import { route, stepOf } from '#intake/flow.ts'
import { journey, type JourneyEvent } from '#intake/journey.ts'
import { keepVisit, resumeVisit } from '#intake/keep.ts'
import { questionOf } from '#intake/question.ts'
import { contactOptions, followupOptions, shareOptions, speaksOptions } from '#intake/sharing.ts'
import { tidy } from '#intake/tidy.ts'
import { tongues } from '#intake/tongues.ts'
import { begin, type Setting, type Visit } from '#intake/visit.ts'
import { aResident, aSetting, atTheFirstQuestion, samira, samiraConfirms, shared } from './aResident.ts'

const settings: fc.Arbitrary<Setting> = fc
  .record({
    device: fc.constantFrom('phone' as const, 'tablet' as const),
    offSteps: fc.subarray(['good', 'change', 'drive', 'strength', 'step', 'when', 'with', 'sure', 'week', 'load']),
    offAsks: fc.subarray(['ask.money', 'ask.letters', 'ask.peer', 'ask.find'])
  })
  .map(aSetting)

/** All that can be tapped on the page where a visit is. */
const tappable = (visit: Visit): readonly string[] => {
  switch (visit.page) {
    case 'share':
      return shareOptions.map(i => i.code)
    case 'contact':
      return [...contactOptions(visit), ...followupOptions]
    case 'speaks':
      return [...speaksOptions, ...tongues.map(i => i.code)]
    default:
      return questionOf(visit)?.options.map(i => i.code) ?? []
  }
}

/** What a resident may do: numbers choose among what is on the page. */
type Whim = { readonly kind: string; readonly pick: number; readonly text: string }
const kinds = fc.oneof(
  { arbitrary: fc.constantFrom('tap', 'next'), weight: 12 },
  { arbitrary: fc.constantFrom('skip', 'back', 'open', 'edit', 'lock', 'write', 'shared'), weight: 3 },
  { arbitrary: fc.constantFrom('card', 'refuse', 'called', 'close'), weight: 1 }
)
const whims: fc.Arbitrary<readonly Whim[]> = fc.array(
  fc.record({
    kind: kinds,
    pick: fc.nat(60),
    text: fc.constantFrom('', 'naar buiten', '06 12 34 56 78', 'Samira', 'sam@example.org', '👩‍👧 wandelen')
  }),
  { maxLength: 60, size: 'max' }
)

const openable = ['help', 'stop', 'language', 'talk', 'privacy', 'preview', 'together', 'extra', 'pick'] as const

function act(visit: Visit, { kind, pick, text }: Whim): Visit {
  const codes = tappable(visit)
  const events: Readonly<Record<string, JourneyEvent>> = {
    tap: { type: 'choose', code: codes[pick % Math.max(1, codes.length)] ?? 'nl' },
    open: { type: 'open', page: openable[pick % openable.length]! },
    edit: { type: 'edit', line: lineIds[pick % lineIds.length]! },
    lock: { type: 'lock', line: lineIds[pick % lineIds.length]! },
    write: { type: 'write', text },
    shared: { type: 'shared', shared }
  }
  return journey(visit, events[kind] ?? ({ type: kind } as JourneyEvent))
}

/** Walks begin at the first page, before the questions, at the card, or just before sharing. */
const starts = (setting: Setting): readonly Visit[] => {
  const [opening, card, confirm] = [begin(setting), samira(setting).visit, samiraConfirms(setting).visit]
  return [opening, atTheFirstQuestion(setting).visit, atTheFirstQuestion(setting).visit, card, card, confirm]
}
const walks = fc
  .tuple(settings, fc.nat(5), whims)
  .map(([setting, start, list]) => list.reduce(act, starts(setting)[start]!))

describe('any walk that any resident could make', () => {
  test('has a way on from every page without an answer, and comes to an end', () => {
    fc.assert(
      fc.property(walks, start => {
        let visit = start
        for (let pages = 0; visit.page !== 'done'; pages++) {
          const on = journey(visit, { type: 'skip' })
          expect(on.page !== visit.page || on.overlay !== visit.overlay).toBe(true)
          visit = on
          expect(pages).toBeLessThan(40)
        }
      })
    )
  })

  test('has a way back from every page to the first, until the card is shared or the visit is over', () => {
    fc.assert(
      fc.property(walks, start => {
        let visit = start
        for (let pages = 0; visit.page !== 'language' || visit.trail.length > 0; pages++) {
          if (visit.page === 'code' || visit.page === 'done') break
          const back = journey(visit, { type: 'back' })
          expect(back).not.toEqual(visit)
          visit = back
          expect(pages).toBeLessThan(60)
        }
      })
    )
  })

  test('never lets a page hold an answer that it does not offer, nor more than it allows', () => {
    fc.assert(
      fc.property(walks, visit => {
        const kept = { ...visit, answers: tidy(visit.arrived, visit.answers, visit.setting) }
        for (const page of route(kept)) {
          const question = questionOf({ ...kept, page })!
          const offered = question.options.map(i => i.code)
          expect(offered).toEqual(expect.arrayContaining([...question.chosen]))
          expect(question.chosen.length).toBeLessThanOrEqual(question.step.kind === 'text' ? 0 : question.step.max)
          const alone = question.options.filter(i => i.exclusive && question.chosen.includes(i.code))
          expect(alone.length === 0 || question.chosen.length === 1).toBe(true)
        }
        for (const area of areas) {
          expect(kept.answers.scale?.[area] === undefined || kept.answers.change?.includes(area)).toBe(true)
        }
      })
    )
  })

  test('keeps no telephone number and no e-mail address in what somebody wrote', () => {
    fc.assert(
      fc.property(walks, ({ answers, name }) => {
        const texts = [answers.directionText, answers.strengthText, answers.stepText, name]
        expect(texts.filter(text => /\d|@/.test(text ?? ''))).toEqual([])
      })
    )
  })

  test('tidies once: tidying again changes nothing', () => {
    fc.assert(
      fc.property(walks, ({ arrived, answers, setting }) => {
        const once = tidy(arrived, answers, setting)
        expect(tidy(once, once, setting)).toEqual(once)
      })
    )
  })

  test('survives a reload of an own phone', () => {
    fc.assert(
      fc.property(walks, visit => {
        const { notice: _, overlay: __, phoneTyped: ___, ...kept } = visit
        expect(resumeVisit(keepVisit(visit), visit.setting)).toEqual(kept)
      })
    )
  })

  test('ends with "Wis alles" in a visit that is as new', () => {
    fc.assert(
      fc.property(walks, visit => {
        expect(journey(visit, { type: 'wipe' })).toEqual(begin(visit.setting))
      })
    )
  })
})

describe('the length of the way', () => {
  /** Walks to a page, counting each tap on a tile and each tap on the button. */
  function taps(start: Visit, until: string, choices: Readonly<Record<string, readonly string[]>>): number {
    let visit = start
    let count = 0
    while (visit.page !== until) {
      for (const code of choices[visit.page.replace(/:.*/, '')] ?? []) {
        visit = journey(visit, { type: 'choose', code })
        count++
      }
      visit = journey(visit, visit.page === 'confirm' ? { type: 'shared', shared } : { type: 'next' })
      count++
    }
    return count
  }

  test('a resident who answers every core question, one tile each, has a code after 31 taps', () => {
    const each = {
      good: ['area.home'],
      change: ['area.learning'],
      scale: ['scale.ok'],
      direction: ['direction.volunteer'],
      drive: ['drive.people'],
      strength: ['strength.cook'],
      ask: ['ask.along'],
      step: ['step.volunteer_visit'],
      when: ['when.week'],
      with: ['with.team'],
      sure: ['sure.yes'],
      share: ['share.card'],
      contact: ['contact.here'],
      speaks: ['speaks.same']
    }
    // 14 tiles, and 17 pages to go on from: 11 questions, the card and the five pages of sharing
    expect(taps(atTheFirstQuestion().visit, 'code', each)).toBe(31)
  })

  test('a resident who says as little as can be has a code after 13 taps', () => {
    expect(taps(atTheFirstQuestion().visit, 'code', { share: ['share.card'] })).toBe(13)
  })

  test('even with two wishes and two directions there are at most 14 questions', () => {
    fc.assert(
      fc.property(
        fc.subarray([...areas], { maxLength: 2 }),
        fc.subarray([...directions], { maxLength: 2 }),
        (change, direction) => {
          const told = {
            setting: aSetting(),
            answers: { change, direction, step: 'step.own', sure: 'sure.maybe' }
          } as const
          expect(route(told).length).toBeLessThanOrEqual(14)
        }
      )
    )
  })
})

test('every line of the card leads to a page, and every lock starts as the specification says', () => {
  const card = aResident().does({ type: 'card' })
  for (const line of lineIds) {
    const page = card.does({ type: 'edit', line }).page
    expect([line, stepOf(page)?.lock ?? page]).toEqual([line, line === 'drive' ? 'card' : line])
  }
  expect(card.visit.locks).toEqual(firstLocks)
})
