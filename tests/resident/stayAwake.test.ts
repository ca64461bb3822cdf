// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest'

import { stayAwake } from '#resident/kiosk/stayAwake.ts'

/** A browser that gives a lock only after a touch, as Safari does, and takes it away when nobody sees the page. */
function aTablet() {
  const locks: { released: boolean }[] = []
  let touched = false
  const document = Object.assign(new EventTarget(), { visibilityState: 'visible' })
  const request = vi.fn<() => Promise<{ released: boolean }>>(async () => {
    if (!touched) throw new DOMException('not now', 'NotAllowedError')
    locks.push({ released: false })
    return locks.at(-1)!
  })
  return {
    request,
    begin: () => stayAwake({ wakeLock: { request } } as unknown as Navigator, document as unknown as Document),
    async touch() {
      touched = true
      document.dispatchEvent(new Event('click'))
      await Promise.resolve()
    },
    async away(on: boolean) {
      document.visibilityState = on ? 'hidden' : 'visible'
      for (const lock of locks) lock.released = true
      document.dispatchEvent(new Event('visibilitychange'))
      await Promise.resolve()
    },
    awake: () => locks.filter(lock => !lock.released).length
  }
}

test('a tablet stays awake from the first touch on, with one lock however often it is touched', async () => {
  const tablet = aTablet()
  tablet.begin()
  await vi.waitFor(() => expect(tablet.request).toHaveBeenCalledTimes(1))
  expect(tablet.awake()).toBe(0)
  for (let i = 0; i < 3; i++) await tablet.touch()
  expect(tablet.awake()).toBe(1)
  expect(tablet.request).toHaveBeenCalledTimes(2)
})

test('and again after nobody saw it, but asks for nothing while nobody does', async () => {
  const tablet = aTablet()
  tablet.begin()
  await tablet.touch()
  await tablet.away(true)
  expect([tablet.awake(), tablet.request.mock.calls.length]).toEqual([0, 2])
  await tablet.away(false)
  expect(tablet.awake()).toBe(1)
})
