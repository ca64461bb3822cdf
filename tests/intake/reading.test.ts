import { describe, expect, test } from 'vitest'

import { areas, codeWords } from '#intake/codes.ts'
import { pickupCode } from '#intake/code.ts'
import { guideOf } from '#intake/guide.ts'
import { summaryLines } from '#intake/lines.ts'
import { maySay } from '#intake/promises.ts'
import { confirmLines, privacyLines, speakable, welcomePromises } from '#intake/speakable.ts'
import { summarise, talkSummary } from '#intake/summarise.ts'
import type { Summary } from '#intake/summary.ts'
import type { Page } from '#intake/visit.ts'
import { wheelOf } from '#intake/wheel.ts'
import { aResident, atTheFirstQuestion, made, samira, samiraConfirms, shared } from './aResident.ts'
import { texts } from './locales.ts'

const samirasCard = summarise(samiraConfirms().visit, made)
const with_ = (change: Partial<Summary>): Summary => ({ ...samirasCard, ...change })
const prompts = (summary: Summary) => guideOf(summary).map(i => i.key.replace('pro.guide.', ''))

describe('a professional reads a card', () => {
  test('in a fixed order, goal first, person last', () => {
    expect(summaryLines(samirasCard).map(i => i.id)).toEqual([
      'direction',
      'drive',
      'step',
      'sure',
      'ask',
      'strength',
      'good',
      'change',
      'contact',
      'name',
      'language',
      'speaks',
      'scope'
    ])
  })

  test('and sees how an area goes now behind its name, and languages by their own name', () => {
    const lines = summaryLines(samirasCard)
    expect(lines.find(i => i.id === 'change')?.values).toEqual([{ key: 'area.learning', note: 'scale.ok' }])
    expect(lines.find(i => i.id === 'speaks')?.values).toEqual([{ text: 'الدارجة', lang: 'ary' }])
    const other = summaryLines(
      with_({ speaks: 'other', contact: { mode: 'phone', phone: '+31612345678' }, followup: 'two' })
    )
    expect(other.find(i => i.id === 'speaks')?.values).toEqual([{ key: 'speaks.other' }])
    expect(other.find(i => i.id === 'contact')?.values).toEqual([{ key: 'contact.phone' }, { text: '+31612345678' }])
    expect(other.find(i => i.id === 'followup')?.values).toEqual([{ key: 'followup.two' }])
  })

  test('within 55 words of Dutch beside the labels, for an ordinary card', () => {
    const nl = texts('nl', 'resident')
    const words = summaryLines(samirasCard)
      .flatMap(line => line.values.map(i => ('key' in i ? i.key : i.text)))
      .flatMap(key => (nl.get(key) ?? key).split(/\s+/))
    expect(words.length).toBeLessThanOrEqual(55)
  })

  test('with a wheel that has the same clock places as on the resident’s card', () => {
    const wheel = wheelOf(samirasCard)
    expect(wheel.map(i => i.area)).toEqual([...areas])
    expect(wheel).toEqual(wheelOf(samira().visit.answers))
    expect(wheel.filter(i => i.part !== 'open')).toEqual([
      { area: 'area.people', part: 'good' },
      { area: 'area.learning', part: 'change', level: 2 },
      { area: 'area.home', part: 'good' }
    ])
  })

  test('and a wish is shown as a wish, also when it goes well already', () => {
    expect(wheelOf({ good: ['area.home'], change: ['area.home'] })[5]).toEqual({ area: 'area.home', part: 'change' })
  })
})

describe('the guide for the conversation', () => {
  test('opens, listens, and ends in the resident’s own words', () => {
    expect(prompts(samirasCard)).toEqual([
      'open',
      'check',
      'strength',
      'wish',
      'maybe',
      'people',
      'advice',
      'wide',
      'no',
      'own',
      'end'
    ])
    expect(guideOf(samirasCard)[2]?.values).toEqual({ strength: { key: 'strength.cook' } })
  })

  test('lets somebody tell first what they want to tell', () => {
    const list = prompts(with_({ talkInPerson: true }))
    expect(list.indexOf('tell')).toBe(2)
  })

  test.each<[string, Partial<Summary>, string, string]>([
    ['who is unsure', { direction: ['direction.unsure'] }, 'unsure', 'wish'],
    ['who is sure', { step: { code: 'step.rest_list', sure: 'sure.yes' } }, 'step', 'maybe'],
    ['for whom the step is too big', { step: { code: 'step.rest_list', sure: 'sure.toobig' } }, 'toobig', 'step'],
    ['who asks about money', { ask: ['ask.money'] }, 'money', 'people'],
    ['who wants paid work', { direction: ['direction.work'], ask: [] }, 'money', 'people'],
    ['who has nobody now', { support: ['support.none'], ask: [] }, 'people', 'money'],
    ['who goes alone', { step: { code: 'step.rest_list', with: 'with.alone' }, ask: [] }, 'people', 'money']
  ])('fits %s', (_, change, there, absent) => {
    expect(prompts(with_(change))).toContain(there)
    expect(prompts(with_(change))).not.toContain(absent)
  })

  test('speaks of own words when somebody named no other strength', () => {
    const own = with_({ strength: ['strength.other'], strengthText: 'Fluiten' })
    expect(guideOf(own).find(i => i.values)?.values).toEqual({ strength: { text: 'Fluiten' } })
    expect(prompts(with_({ strength: ['strength.none'] }))).not.toContain('strength')
  })

  test('does not speak of a card to who only wanted to talk', () => {
    expect(prompts(talkSummary(samira().visit, made))).toEqual(['advice', 'wide', 'no', 'own', 'end'])
  })

  test('has only sentences that exist', () => {
    const desk = texts('nl', 'desk')
    const every = guideOf(with_({ talkInPerson: true, direction: ['direction.unsure', 'direction.work'] }))
    expect(every.filter(i => !desk.has(i.key))).toEqual([])
  })
})

describe('the pickup code', () => {
  test('is a picture word and three digits, the ends of the range included', () => {
    expect(pickupCode(() => 0)).toEqual({ word: codeWords[0], digits: '000' })
    expect(pickupCode(() => 0.999999)).toEqual({ word: codeWords[codeWords.length - 1], digits: '999' })
  })
})

describe('promises', () => {
  test('a place that signed nothing does not promise what only an organisation can keep', () => {
    const unsigned = aResident({ promises: [] }).visit
    expect(welcomePromises(unsigned)).toEqual(['welcome.promiseTest', 'welcome.promiseShare'])
    const said = [...privacyLines(unsigned), ...confirmLines(unsigned)].map(i => ('key' in i ? i.key : ''))
    for (const key of ['privacy.l7', 'privacy.l10', 'privacy.l11', 'confirm.undo', 'confirm.free'])
      expect(said).not.toContain(key)
  })

  test('"verandert niets aan je uitkering" needs both the wall and the use to be signed', () => {
    expect(maySay('welcome.promiseBenefit', ['b1'])).toBe(false)
    expect(maySay('welcome.promiseBenefit', ['b1', 'b2'])).toBe(true)
  })

  test('a place that signed all says all', () => {
    expect(welcomePromises(aResident().visit)).toHaveLength(4)
    expect(confirmLines(aResident().visit)).toHaveLength(4)
  })
})

describe('reading aloud', () => {
  const resident = texts('nl', 'resident')
  const visits = [
    aResident(),
    aResident().goesOn(),
    samira(),
    samira({ device: 'phone' }),
    samiraConfirms(),
    samiraConfirms().does({ type: 'shared', shared }),
    samiraConfirms().does({ type: 'shared', shared }).goesOn(),
    samira().goesOn().says('share.none'),
    samira().does({ type: 'open', page: 'help' }),
    samira().does({ type: 'open', page: 'stop' }),
    atTheFirstQuestion().goesOn().taps('area.home', 'area.work', 'area.money')
  ]
  const pages: readonly Page[] = [
    'talk',
    'privacy',
    'extra',
    'pick',
    'share',
    'contact',
    'name',
    'speaks',
    'preview',
    'together',
    'load',
    'scale:area.work',
    'stepOwn'
  ]

  test('every page has sentences, and each of them exists', () => {
    for (const { visit } of [...visits, ...pages.map(page => ({ visit: { ...samira().visit, page } }))]) {
      const said = speakable(visit)
      expect([visit.page, said.length > 0]).toEqual([visit.page, true])
      const missing = said.flatMap(i =>
        'key' in i && !resident.has(i.key) && !resident.has(`${i.key}_other`) ? [i.key] : []
      )
      expect([visit.page, missing]).toEqual([visit.page, []])
    }
  })

  test('a question is read with its area, help, tiles and hints in the order of the page', () => {
    const said = speakable(atTheFirstQuestion().goesOn().says('area.work').visit)
    expect(said).toEqual(
      ['area.work', 'scale.q', 'scale.help', 'scale.good', 'scale.ok', 'scale.hard'].map(key => ({ key }))
    )
  })

  test('what was just said on the page comes first', () => {
    expect(speakable(visits.at(-1)!.visit)[0]).toEqual({ key: 'common.full', values: { count: 2 } })
  })

  test('the privacy page of a tablet does not speak of "je telefoon"', () => {
    expect(privacyLines(aResident().visit)[0]).toEqual({ key: 'privacy.l1_kiosk' })
    expect(privacyLines(aResident({ device: 'phone' }).visit)[0]).toEqual({ key: 'privacy.l1_phone' })
  })
})
