import { describe, expect, test } from 'vitest'
import { isHereNow } from '#intake/sharing.ts'
import { aResident, atTheFirstQuestion, samira, samiraConfirms } from './aResident.ts'

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
