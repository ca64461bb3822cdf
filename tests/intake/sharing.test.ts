import { describe, expect, test } from 'vitest'
import { isHereNow } from '#intake/sharing.ts'
import { aResident, samira, samiraConfirms, shared } from './aResident.ts'

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
