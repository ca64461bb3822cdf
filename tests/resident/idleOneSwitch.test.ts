// @vitest-environment happy-dom
import { act, cleanup, renderHook } from '@testing-library/preact'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'

import { useIdle } from '#resident/visit/useIdle.ts'

const NOW = 1_800_000_000_000
const root = document.documentElement

beforeEach(() => void vi.useFakeTimers({ now: NOW }))
afterEach(() => {
  delete root.dataset['scan']
  cleanup()
  vi.useRealTimers()
})

const now = () => Date.now()

function aTablet() {
  let gone = 0
  const { result } = renderHook(() => useIdle(true, 90, now, () => gone++))
  return { left: () => result.current.left, gone: () => gone }
}

/** Every ten seconds this happens on the page, for so many seconds. */
function goesOn(seconds: number, type: string, at: EventTarget = document) {
  for (let passed = 0; passed < seconds; passed += 10) {
    void act(() => {
      at.dispatchEvent(new Event(type, { bubbles: type !== 'scroll' }))
      vi.advanceTimersByTime(10_000)
    })
  }
}

test('a border that moves the page by itself is no sign of life: the tablet asks, and wipes', () => {
  const { left, gone } = aTablet()
  root.dataset['scan'] = ''
  goesOn(90, 'scroll')
  expect(left()).toBe(30)
  goesOn(30, 'scroll')
  expect(gone()).toBe(1)
})

test('a press of the one switch is', () => {
  const { left, gone } = aTablet()
  root.dataset['scan'] = ''
  goesOn(300, 'keydown')
  goesOn(300, 'pointerdown')
  expect([left(), gone()]).toEqual([undefined, 0])
})

test('and so is a hand that moves the page, where no border goes round', () => {
  const { left, gone } = aTablet()
  goesOn(300, 'scroll')
  expect([left(), gone()]).toEqual([undefined, 0])
})

test.each(['pointerdown', 'keydown', 'wheel', 'input', 'focusin', 'speaking'])('%s is a sign of life', sign => {
  const { left, gone } = aTablet()
  goesOn(300, sign, sign === 'speaking' ? window : document)
  expect([left(), gone()]).toEqual([undefined, 0])
})
