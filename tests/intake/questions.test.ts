import { describe, expect, test } from 'vitest'
import { canGoOn } from '#intake/journey.ts'
import { questionOf } from '#intake/question.ts'
import { atTheFirstQuestion } from './aResident.ts'

describe('answering', () => {
  test('the button reads "Sla over" until something is chosen, and again when it is taken away', () => {
    const first = atTheFirstQuestion()
    expect(canGoOn(first.visit)).toBe(false)
    expect(canGoOn(first.taps('area.home').visit)).toBe(true)
    expect(canGoOn(first.taps('area.home', 'area.home').visit)).toBe(false)
  })

  test('an answer on the scale that is taken away leaves nothing behind', () => {
    const scale = atTheFirstQuestion().goesOn().says('area.people')
    expect(scale.taps('scale.ok').visit.answers.scale).toEqual({ 'area.people': 'scale.ok' })
    expect(scale.taps('scale.ok', 'scale.ok').visit.answers).toEqual(scale.visit.answers)
  })

  test('a third wish changes nothing and says that there are two', () => {
    const full = atTheFirstQuestion().goesOn().taps('area.home', 'area.work', 'area.money')
    expect(full.visit.answers.change).toEqual(['area.home', 'area.work'])
    expect(full.visit.notice).toEqual({ key: 'common.full', count: 2 })
    expect(full.taps('area.work').visit.notice).toBeUndefined()
  })

  test('"weet ik nu niet" stands alone, and goes when something else is chosen', () => {
    const unsure = atTheFirstQuestion().taps('area.home', 'good.none')
    expect(unsure.visit.answers.good).toEqual(['good.none'])
    expect(unsure.taps('area.work').visit.answers.good).toEqual(['area.work'])
  })

  test('"niets" can be chosen on a full page, because it takes the others away', () => {
    const none = atTheFirstQuestion().goesOn().taps('area.home', 'area.work', 'change.none')
    expect(none.visit.answers.change).toEqual(['change.none'])
    expect(none.goesOn().page).toBe('direction')
  })

  test('how it goes is asked once for each area that somebody wants to change, in the order of the wheel', () => {
    const two = atTheFirstQuestion().goesOn().says('area.work', 'area.people')
    expect(two.page).toBe('scale:area.people')
    expect(questionOf(two.visit)).toMatchObject({ about: 'area.people', title: 'scale.q' })
    expect(two.says('scale.hard').page).toBe('scale:area.work')
    expect(two.goesOn(2).page).toBe('direction')
  })

  test('what goes well already comes last among the wishes, and nothing falls out', () => {
    const wishes = questionOf(atTheFirstQuestion().says('area.people', 'area.money').visit)!.options.map(i => i.code)
    expect(wishes).toEqual([
      'area.outside',
      'area.giving',
      'area.learning',
      'area.work',
      'area.home',
      'area.people',
      'area.money',
      'change.none'
    ])
  })

  test('who has no direction is not asked for reasons, and who is unsure is asked what matters', () => {
    const direction = atTheFirstQuestion().goesOn(2)
    expect(direction.page).toBe('direction')
    expect(direction.goesOn().page).toBe('strength')
    const unsure = direction.says('direction.unsure')
    expect(questionOf(unsure.visit)?.title).toBe('drive.q_unsure')
    expect(questionOf(direction.says('direction.work').visit)?.title).toBe('drive.q')
  })

  test('a code that is not on the page changes nothing', () => {
    const first = atTheFirstQuestion()
    expect(first.taps('direction.work', 'good', '__proto__', 'scale.ok').visit.answers).toEqual({})
  })

  test('questions and asks that the place switched off are not asked', () => {
    const place = { offSteps: ['change', 'with'], offAsks: ['ask.money', 'ask.none'] }
    const direction = atTheFirstQuestion(place).goesOn()
    expect(direction.page).toBe('direction')
    const ask = direction.goesOn(2)
    const asks = questionOf(ask.visit)!.options.map(i => i.code)
    expect(asks).not.toContain('ask.money')
    // "nu nog niets" is a full answer that a place cannot take away
    expect(asks).toContain('ask.none')
    const planned = ask.goesOn().says('step.own').goesOn().says('when.today')
    expect(planned.page).toBe('sure')
  })
})

describe('the first small step', () => {
  const toStep = (...directions: string[]) =>
    directions.length
      ? atTheFirstQuestion()
          .goesOn(2)
          .says(...directions)
          .goesOn(3)
      : atTheFirstQuestion().goesOn(5)

  test('who thinks of it together, or wants none yet, goes straight to the card', () => {
    expect(toStep('direction.rest').says('step.together').page).toBe('card')
    expect(toStep('direction.rest').says('step.none').page).toBe('card')
    expect(toStep('direction.rest').goesOn().page).toBe('card')
  })

  test('who has an own idea writes it down first', () => {
    const own = toStep().says('step.own')
    expect(own.page).toBe('stepOwn')
    const written = own.types('  Naar de   bibliotheek ')
    expect(written.visit.answers.stepText).toBe('Naar de bibliotheek')
    expect(written.goesOn().page).toBe('when')
  })

  test('a number in an own idea is not kept, is pointed out, and does not stop anyone', () => {
    const number = toStep().says('step.own').types('bel 06 12 34 56 78')
    expect(number.visit.answers.stepText).toBeUndefined()
    expect(number.visit.notice).toEqual({ key: 'stepOwn.noNumber' })
    expect(number.goesOn().page).toBe('when')
  })

  test('something of every day begins today or this week', () => {
    const walk = toStep('direction.rest').says('step.rest_walk')
    expect(questionOf(walk.visit)!.options.map(i => i.code)).toEqual(['when.today', 'when.week'])
  })

  test('a step with somebody of the place does not ask with whom', () => {
    expect(toStep('direction.work').says('step.work_cv').says('when.week').page).toBe('sure')
    expect(toStep('direction.work', 'direction.course').says('step.course_visit').says('when.week').page).toBe('with')
  })

  test('a doubtful step can be made smaller, once; the smallest ones cannot', () => {
    const doubt = toStep('direction.course').says('step.course_visit').goesOn(2).says('sure.toobig')
    expect(doubt.page).toBe('smaller')
    expect(doubt.says('step.small_look').page).toBe('card')
    expect(toStep('direction.course').says('step.course_ask').goesOn(2).says('sure.toobig').page).toBe('card')
    expect(toStep('direction.course').says('step.course_visit').goesOn(2).says('sure.yes').page).toBe('card')
  })
})
