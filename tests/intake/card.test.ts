import { describe, expect, test } from 'vitest'
import { questionOf } from '#intake/question.ts'
import { atTheFirstQuestion, samira } from './aResident.ts'

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
