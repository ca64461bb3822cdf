import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'

import { patienceFor, REACT, watchIdle } from '#resident/visit/idle.ts'

const NOW = 1_800_000_000_000

describe('a tablet that somebody walked away from', () => {
  beforeEach(() => void vi.useFakeTimers({ now: NOW }))
  afterEach(() => void vi.useRealTimers())

  const aWatch = ({ words = 20, seconds }: { words?: number; seconds?: number } = {}) => {
    const said: (number | undefined)[] = []
    let gone = 0
    const idle = watchIdle({
      now: () => Date.now(),
      words: () => words,
      seconds,
      onSink: left => said.push(left),
      onGone: () => gone++
    })
    return { idle, said, gone: () => gone }
  }

  test('asks after 90 seconds and wipes 30 seconds later', () => {
    const { said, gone } = aWatch()
    vi.advanceTimersByTime(89_000)
    expect(said).toEqual([])
    vi.advanceTimersByTime(1_000)
    expect(said).toEqual([30])
    vi.advanceTimersByTime(29_000)
    expect(said.at(-1)).toBe(1)
    expect(gone()).toBe(0)
    vi.advanceTimersByTime(1_000)
    expect(gone()).toBe(1)
  })

  test('stays when somebody says that they are still there', () => {
    const { idle, said, gone } = aWatch()
    vi.advanceTimersByTime(100_000)
    idle.stir()
    expect(said.at(-1)).toBeUndefined()
    vi.advanceTimersByTime(89_000)
    expect(gone()).toBe(0)
    vi.advanceTimersByTime(1_000)
    expect(said.at(-1)).toBe(30)
  })

  test('waits longer on a page with many words, never more than three minutes', () => {
    expect([20, 100, 1000].map(words => patienceFor(words))).toEqual([90_000, 150_000, 180_000])
  })

  test('waits as long as the place chose, and still longer for many words', () => {
    expect([20, 100, 1000].map(words => patienceFor(words, 60))).toEqual([60_000, 150_000, 180_000])
    expect([20, 100, 1000].map(words => patienceFor(words, 300))).toEqual([300_000, 300_000, 300_000])
    const { said, gone } = aWatch({ seconds: 60 })
    vi.advanceTimersByTime(60_000)
    expect(said).toEqual([30])
    vi.advanceTimersByTime(30_000)
    expect(gone()).toBe(1)
  })

  test('does not count the words of the question itself', () => {
    let words = 20
    let gone = 0
    watchIdle({ now: () => Date.now(), words: () => words, onSink: () => (words = 500), onGone: () => gone++ })
    vi.advanceTimersByTime(120_000)
    expect(gone).toBe(1)
  })

  test('wipes at once when its timers stood still for the whole time, as during a print dialog', () => {
    const { idle, said, gone } = aWatch()
    vi.setSystemTime(NOW + 300_000)
    idle.look()
    expect(gone()).toBe(1)
    expect(said).toEqual([])
  })

  test('is not kept by the touch that wakes it when it slept for the whole time', () => {
    const { idle, gone } = aWatch()
    vi.setSystemTime(NOW + 300_000)
    idle.stir()
    expect(gone()).toBe(1)
  })

  test('asks whoever wakes it in the middle, and takes the waking touch for no answer', () => {
    const { idle, said, gone } = aWatch()
    vi.setSystemTime(NOW + 119_000)
    idle.stir()
    expect(said).toEqual([REACT / 1000])
    vi.advanceTimersByTime(REACT)
    expect(gone()).toBe(1)
  })

  test('gives who closes a print dialog late still time to answer', () => {
    const { idle, said, gone } = aWatch()
    vi.setSystemTime(NOW + 119_000)
    idle.look()
    expect(said).toEqual([REACT / 1000])
    vi.advanceTimersByTime(REACT - 1000)
    expect(gone()).toBe(0)
    vi.advanceTimersByTime(1000)
    expect(gone()).toBe(1)
  })

  test('gives nobody another hour because the clock was set back', () => {
    const { gone } = aWatch()
    vi.advanceTimersByTime(10_000)
    vi.setSystemTime(NOW - 3_600_000)
    vi.advanceTimersByTime(121_000)
    expect(gone()).toBe(1)
  })
})
