import { expect, test } from 'vitest'

import type { Report } from '#outbox/run.ts'
import { wake } from '#worker/wake.ts'

const report = (waiting: number, more = false): Report => ({
  delivered: 0,
  refused: 0,
  waiting,
  retained: 0,
  more,
  silent: false
})

/** An outbox that answers one report after the other. */
function rounds(...reports: Report[]) {
  let asked = 0
  const send = async () => reports[Math.min(asked++, reports.length - 1)]!
  return { send, asked: () => asked }
}

test('a sync event sends until the outbox is empty', async () => {
  const outbox = rounds(report(25, true), report(5, true), report(0))
  await wake(outbox.send)
  expect(outbox.asked()).toBe(3)
})

test('what could not be sent makes the browser wake the worker again', async () => {
  const outbox = rounds(report(3))
  await expect(wake(outbox.send)).rejects.toThrow('not empty')
  expect(outbox.asked()).toBe(1)
})

test('a device whose outbox never ends does not keep the worker alive for ever', async () => {
  const outbox = rounds(report(500, true))
  await expect(wake(outbox.send)).rejects.toThrow('not empty')
  expect(outbox.asked()).toBe(10)
})
