import { describe, expect, test } from 'vitest'

import type { Answers } from '#intake/answers.ts'
import { tidy } from '#intake/tidy.ts'
import { aSetting } from './aResident.ts'

const planned: Answers = {
  direction: ['direction.course'],
  drive: ['drive.learn'],
  step: 'step.course_visit',
  when: 'when.next',
  with: 'with.known',
  sure: 'sure.maybe',
  smaller: 'step.small_look'
}
const after = (change: Partial<Answers>, before: Answers = planned) =>
  tidy(before, { ...before, ...change }, aSetting())

describe('an earlier answer that changes takes along only what no longer fits', () => {
  test('nothing changed, nothing goes', () => {
    expect(after({})).toEqual(planned)
  })

  test('an area that is no wish any more loses how it goes, the other keeps it', () => {
    const wishes: Answers = {
      change: ['area.home', 'area.work'],
      scale: { 'area.home': 'scale.hard', 'area.work': 'scale.ok' }
    }
    expect(after({ change: ['area.work'] }, wishes)).toEqual({
      change: ['area.work'],
      scale: { 'area.work': 'scale.ok' }
    })
    expect(after({ change: ['change.none'] }, wishes)).toEqual({ change: ['change.none'] })
  })

  test('own words go with "iets anders"', () => {
    const own: Answers = {
      direction: ['direction.other'],
      directionText: 'Zingen',
      strength: ['strength.other', 'strength.cook'],
      strengthText: 'Fluiten'
    }
    expect(after({ direction: ['direction.rest'], strength: ['strength.cook'] }, own)).toEqual({
      direction: ['direction.rest'],
      strength: ['strength.cook']
    })
  })

  test('reasons stay with another direction, and go when there is none', () => {
    expect(after({ direction: ['direction.course', 'direction.rest'] }).drive).toEqual(['drive.learn'])
    expect(after({ direction: ['direction.unsure'] }).drive).toEqual(['drive.learn'])
    expect(after({ direction: [] }).drive).toBeUndefined()
  })

  test('a step stays when the new directions offer it, and goes with all its parts when they do not', () => {
    expect(after({ direction: ['direction.rest', 'direction.course'] })).toMatchObject({ step: 'step.course_visit' })
    expect(after({ direction: ['direction.rest'] })).toEqual({ direction: ['direction.rest'], drive: ['drive.learn'] })
    // the third step of a direction is not offered beside a second direction
    const third: Answers = { direction: ['direction.course'], step: 'step.course_talk', when: 'when.week' }
    expect(after({ direction: ['direction.course', 'direction.rest'] }, third).step).toBeUndefined()
  })

  test('an own step stays with any direction, its words go with another step', () => {
    const own: Answers = { direction: ['direction.rest'], step: 'step.own', stepText: 'Zwemmen', when: 'when.week' }
    expect(after({ direction: ['direction.work'] }, own).stepText).toBe('Zwemmen')
    expect(after({ step: 'step.rest_list' }, own)).toEqual({
      direction: ['direction.rest'],
      step: 'step.rest_list',
      when: 'when.week'
    })
  })

  test('thinking of it together needs no when, with whom or how sure', () => {
    for (const step of ['step.together', 'step.none'] as const) {
      expect(after({ step })).toEqual({ direction: planned.direction, drive: planned.drive, step })
    }
  })

  test('another step keeps when and with whom, but how sure was about the old one', () => {
    expect(after({ step: 'step.course_ask' })).toEqual({
      direction: planned.direction,
      drive: planned.drive,
      step: 'step.course_ask',
      when: 'when.next',
      with: 'with.known'
    })
  })

  test('a step that brings its own company takes the chosen company away', () => {
    expect(after({ step: 'step.course_talk' }).with).toBeUndefined()
  })

  test('something of every day cannot begin next week', () => {
    const walk: Answers = { direction: ['direction.rest'], step: 'step.rest_list', when: 'when.next' }
    expect(after({ step: 'step.rest_walk' }, walk).when).toBeUndefined()
    expect(after({ step: 'step.rest_walk' }, { ...walk, when: 'when.week' }).when).toBe('when.week')
  })

  test('who becomes sure keeps the step as it is', () => {
    expect(after({ sure: 'sure.yes' }).smaller).toBeUndefined()
    expect(after({ sure: 'sure.toobig' }).smaller).toBe('step.small_look')
  })
})
