import { describe, expect, test } from 'vitest'

import { canGoOn } from '#intake/journey.ts'
import { questionOf } from '#intake/question.ts'
import { isHereNow } from '#intake/sharing.ts'
import { aResident, atTheFirstQuestion, samira, samiraConfirms, shared } from './aResident.ts'

describe('the opening', () => {
  test('a resident chooses a language, reads the welcome and begins', () => {
    const start = aResident()
    expect(start.page).toBe('language')
    const english = start.taps('en')
    expect(english.visit.language).toBe('en')
    expect(english.goesOn().page).toBe('welcome')
    expect(english.goesOn(2).page).toBe('good')
  })

  test('there is nothing before the first page', () => {
    expect(aResident().goesBack(3).visit).toEqual(aResident().visit)
  })

  test('a resident who changes the language halfway comes back to the same question with the same answers', () => {
    const halfway = atTheFirstQuestion().says('area.home').taps('area.work')
    const english = halfway.does({ type: 'open', page: 'language' }).says('en')
    expect(english.page).toBe('change')
    expect(english.visit.language).toBe('en')
    expect(english.visit.answers).toEqual(halfway.visit.answers)
    expect(english.goesBack().page).toBe('good')
  })

  test('who would rather talk can read about it and come back, from any page', () => {
    const talking = atTheFirstQuestion().taps('area.home').does({ type: 'open', page: 'talk' }, { type: 'called' })
    expect(talking.page).toBe('talk')
    expect(talking.visit.called).toBe(true)
    expect(isHereNow(talking.visit)).toBe(true)
    expect(talking.goesBack().page).toBe('good')
    expect(talking.goesOn().visit.answers.good).toEqual(['area.home'])
  })
})

describe('answering', () => {
  test('the button reads "Sla over" until something is chosen, and again when it is taken away', () => {
    const first = atTheFirstQuestion()
    expect(canGoOn(first.visit)).toBe(false)
    expect(canGoOn(first.taps('area.home').visit)).toBe(true)
    expect(canGoOn(first.taps('area.home', 'area.home').visit)).toBe(false)
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

describe('the card', () => {
  test('an empty card is a card', () => {
    const empty = atTheFirstQuestion().goesOn(6)
    expect(empty.page).toBe('card')
    expect(empty.visit.answers).toEqual({})
    expect(empty.goesOn().page).toBe('share')
  })

  test('a changed line leads straight back to the card', () => {
    const changed = samira().does({ type: 'edit', line: 'ask' })
    expect(changed.page).toBe('ask')
    const card = changed.says('ask.letters')
    expect(card.page).toBe('card')
    expect(card.visit.answers.ask).toEqual(['ask.along', 'ask.meet', 'ask.letters'])
    expect(card.visit.editing).toBeUndefined()
  })

  test('a new wish asks how that goes, and only that', () => {
    const wish = samira().does({ type: 'edit', line: 'change' }).says('area.money')
    expect(wish.page).toBe('scale:area.money')
    expect(wish.says('scale.hard').page).toBe('card')
  })

  test('another direction that still offers the step asks nothing more', () => {
    const card = samira().does({ type: 'edit', line: 'direction' }).says('direction.language')
    expect(card.page).toBe('card')
    expect(card.visit.answers.step).toBe('step.volunteer_visit')
  })

  test('another direction that does not offer the step asks for a new one with all that belongs to it', () => {
    const changed = samira()
      .does({ type: 'edit', line: 'direction' })
      .taps('direction.volunteer')
      .says('direction.rest')
    expect(changed.visit.answers.drive).toEqual(['drive.people'])
    expect(changed.page).toBe('step')
    const planned = changed.says('step.rest_letter')
    expect(planned.page).toBe('when')
    expect(planned.says('when.today').says('sure.yes').page).toBe('card')
  })

  test('a direction on a card that had none asks for the reasons too', () => {
    const card = atTheFirstQuestion().goesOn(6)
    const changed = card.does({ type: 'edit', line: 'direction' }).says('direction.work')
    expect(changed.page).toBe('drive')
    expect(changed.goesOn().page).toBe('card')
  })

  test('a question that was skipped before is not asked again by changing something else', () => {
    const card = samira().does({ type: 'edit', line: 'step' })
    expect(card.says('step.language_ask').page).toBe('sure')
    const skipped = atTheFirstQuestion()
      .goesOn(2)
      .says('direction.course')
      .goesOn(3)
      .says('step.course_visit')
      .goesOn(3)
    expect(skipped.page).toBe('card')
    expect(skipped.does({ type: 'edit', line: 'direction' }).says('direction.rest').page).toBe('card')
  })

  test('Back from a line that is being changed returns to the card', () => {
    const back = samira().does({ type: 'edit', line: 'good' }).goesBack()
    expect(back.page).toBe('card')
    expect(back.visit.editing).toBeUndefined()
    expect(back.goesBack().page).toBe('smaller')
  })

  test('extra questions are a link on the card and lead back to it', () => {
    const offer = samira().does({ type: 'open', page: 'extra' })
    expect(offer.page).toBe('extra')
    expect(offer.goesOn().page).toBe('card')
    const load = offer.does({ type: 'edit', line: 'load' })
    expect(load.page).toBe('load')
    expect(load.goesBack().page).toBe('extra')
    const told = load.says('load.health', 'load.tell')
    expect(told.page).toBe('card')
    expect(told.goesBack().page).toBe('smaller')
  })

  test('a choice of health says at once that it stays here', () => {
    const load = samira().does({ type: 'edit', line: 'load' }).taps('load.health')
    expect(questionOf(load.visit)?.notes).toEqual(['load.health_note'])
  })

  test('sensitive lines start locked, the others open, and a lock is one tap', () => {
    const card = samira()
    expect(
      Object.entries(card.visit.locks)
        .filter(([, locked]) => locked)
        .map(([line]) => line)
    ).toEqual(['week', 'support', 'load'])
    expect(card.does({ type: 'lock', line: 'good' }).visit.locks.good).toBe(true)
  })
})

describe('sharing', () => {
  test('nothing is chosen beforehand', () => {
    const share = samira().goesOn()
    expect(share.page).toBe('share')
    expect(share.visit.share).toBeUndefined()
  })

  test('from the card to the code lie five pages, six for who chooses line by line', () => {
    const pages = (first: string[]) => [...first, 'contact', 'name', 'speaks', 'confirm']
    expect(samiraConfirms().visit.trail.slice(-4).concat('confirm')).toEqual(pages(['share']))
    const picked = samira().goesOn().does({ type: 'open', page: 'pick' }).goesOn().goesOn(3)
    expect(picked.visit.share).toBe('share.pick')
    expect(picked.visit.trail.slice(-5).concat(picked.page)).toEqual(pages(['share', 'pick']))
  })

  test('a tablet at the place offers to wait here, an own phone does not', () => {
    const phone = samira({ device: 'phone' }).goesOn().says('share.card')
    expect(phone.page).toBe('contact')
    expect(phone.taps('contact.here').visit.contact).toBeUndefined()
    expect(isHereNow(samira().goesOn().says('share.card').taps('contact.here').visit)).toBe(true)
  })

  test('a wrong number is pointed out once, and then lets go', () => {
    const wrong = samira().goesOn().says('share.card').taps('contact.phone').types('06 1234').goesOn()
    expect(wrong.page).toBe('contact')
    expect(wrong.visit.notice).toEqual({ key: 'contact.phoneError' })
    expect(wrong.types('06 12345678').goesOn().visit).toMatchObject({ page: 'name', phone: '+31612345678' })
    const without = wrong.goesOn()
    expect(without.page).toBe('name')
    expect(without.visit.phone).toBeUndefined()
    expect(without.visit.phoneTyped).toBeUndefined()
  })

  test('a number goes again when somebody comes back by themselves after all', () => {
    const phone = samira().goesOn().says('share.card').taps('contact.phone', 'followup.two').types('0612345678')
    expect(phone.visit).toMatchObject({ phone: '+31612345678', followup: 'followup.two' })
    const back = phone.says('contact.back')
    expect(back.visit.phone).toBeUndefined()
    expect(back.visit.followup).toBeUndefined()
  })

  test('after "Ja, delen" there is a code, a look together, and no way back to the questions', () => {
    const code = samiraConfirms().does({ type: 'shared', shared })
    expect(code.page).toBe('code')
    expect(code.goesBack().page).toBe('code')
    expect(code.does({ type: 'card' }).page).toBe('code')
    const together = code.does({ type: 'open', page: 'together' })
    expect(together.page).toBe('together')
    expect(together.goesBack().page).toBe('code')
  })

  test('behind the last page no answer is left on any device', () => {
    for (const device of ['tablet', 'phone'] as const) {
      const done = samiraConfirms({ device }).does({ type: 'shared', shared }).goesOn()
      expect(done.page).toBe('done')
      expect(done.visit.answers).toEqual({})
      expect(done.visit.name).toBeUndefined()
      expect(done.goesBack().page).toBe('done')
    }
  })

  test('who shares nothing is done at once; the tablet forgets, the own phone keeps the card until "Klaar"', () => {
    const tablet = samira().goesOn().says('share.none')
    expect(tablet.page).toBe('done')
    expect(JSON.stringify(tablet.visit)).not.toContain('volunteer')
    const phone = samira({ device: 'phone' }).goesOn().says('share.none')
    expect(phone.page).toBe('done')
    expect(phone.visit.answers.step).toBe('step.volunteer_visit')
    expect(phone.goesBack().page).toBe('share')
    expect(phone.goesOn().visit).toEqual(aResident({ device: 'phone' }).visit)
  })

  test('who says no on the last page shares nothing', () => {
    expect(samiraConfirms().does({ type: 'refuse' }).visit).toMatchObject({ page: 'done', answers: {} })
  })

  test('a card cannot be shared from anywhere but the confirm page', () => {
    expect(samira().does({ type: 'shared', shared }).page).toBe('card')
    expect(samiraConfirms().goesOn().page).toBe('confirm')
  })
})

describe('stopping and help', () => {
  test('help lies over the page, and what was chosen stays', () => {
    const helped = samira().goesBack().does({ type: 'open', page: 'help' })
    expect(helped.page).toBe('smaller')
    expect(helped.visit.overlay).toBe('help')
    expect(helped.goesBack().visit.overlay).toBeUndefined()
    expect(helped.goesBack().page).toBe('smaller')
  })

  test('who stops can make a card of what there is', () => {
    const card = atTheFirstQuestion().taps('area.home').does({ type: 'open', page: 'stop' }, { type: 'card' })
    expect(card.page).toBe('card')
    expect(card.visit.answers.good).toEqual(['area.home'])
    expect(card.goesBack().page).toBe('good')
  })

  test('who stops can wipe everything', () => {
    expect(samiraConfirms().does({ type: 'open', page: 'stop' }, { type: 'wipe' }).visit).toEqual(aResident().visit)
  })
})
