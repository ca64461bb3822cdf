import { describe, expect, test } from 'vitest'

import { keepVisit, resumeVisit } from '#intake/keep.ts'
import { aSetting, samira, samiraConfirms, shared } from './aResident.ts'

const bytes = (json: unknown) => new TextEncoder().encode(JSON.stringify(json))
const resumed = (json: unknown) => {
  const visit = resumeVisit(bytes(json), aSetting({ device: 'phone' }))
  if (visit === 'unreadable') throw new Error('expected a visit')
  return visit
}

describe('an own phone that was closed in the middle', () => {
  test('goes on at the same page, with the place as it is now', () => {
    const before = samiraConfirms({ device: 'phone' }).visit
    const moved = aSetting({ device: 'phone', place: 'Buurthuis De Boog', keepDays: 30 })
    expect(resumeVisit(keepVisit(before), moved)).toEqual({ ...before, setting: moved })
  })

  test('still has the code and the way to take the card back, after sharing', () => {
    const after = samiraConfirms({ device: 'phone' }).does({
      type: 'shared',
      shared: { ...shared, direct: true }
    }).visit
    expect(resumeVisit(keepVisit(after), after.setting)).toMatchObject({
      page: 'code',
      shared: { ...shared, direct: true }
    })
  })

  test('keeps nothing of the place among the answers', () => {
    const text = new TextDecoder().decode(keepVisit(samira().visit))
    expect(text).not.toContain('Werkwinkel')
    expect(text).toContain('step.volunteer_visit')
  })

  test.each<[string, Uint8Array]>([
    ['no bytes', new Uint8Array()],
    ['noise', new Uint8Array([0xff, 1, 2])],
    ['a list', bytes([])],
    ['null', bytes(null)],
    ['another version', bytes({ v: 2, page: 'good', language: 'nl' })],
    ['a page that never was', bytes({ v: 1, page: 'admin', language: 'nl' })],
    ['a page by its inner name', bytes({ v: 1, page: '__proto__', language: 'nl' })],
    ['no language', bytes({ v: 1, page: 'good' })]
  ])('%s cannot be read, and says so without failing', (_, read) => {
    expect(resumeVisit(read, aSetting())).toBe('unreadable')
  })

  test('leaves out answers that this version does not know, and keeps the others', () => {
    const visit = resumed({
      v: 1,
      page: 'ask',
      language: 'nl',
      trail: ['language', 'quiz', 'good'],
      answers: {
        good: ['area.home', 'area.moon'],
        step: 'step.fly',
        ask: 'ask.along',
        scale: { 'area.home': 'scale.ten' },
        score: 9
      },
      locks: { good: true, load: 'open' },
      phone: 'bel maar',
      name: 'Sam 06',
      speaks: 'klingon'
    })
    expect(visit.answers).toEqual({ good: ['area.home'] })
    expect(visit.trail).toEqual(['language', 'good'])
    expect(visit.locks).toMatchObject({ good: true, load: true, ask: false })
    expect([visit.phone, visit.name, visit.speaks]).toEqual([undefined, undefined, undefined])
  })
})
