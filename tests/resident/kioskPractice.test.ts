import 'fake-indexeddb/auto'

import { expect, test } from 'vitest'

import { runOutbox } from '#outbox/run.ts'
import { leavePractice, openPractice } from '#resident/kiosk/practice.ts'
import { submit, submitTalk } from '#resident/sharing/submit.ts'
import { open } from '#sealing/open.ts'
import { openStore } from '#store/database.ts'
import { openOutbox } from '#store/waiting.ts'
import { samiraConfirms } from '#tests/intake/aResident.ts'
import { aDevice, aPlace, aServerThatKeeps, NOW } from './aPlace.ts'

/** Staff who share a card and call somebody while they practise. */
async function practising() {
  const real = await openStore()
  const place = await aPlace()
  const practice = await openPractice(place)
  const device = await aDevice({ kind: 'tablet', store: practice.store, fetch: practice.fetch })
  const { visit } = samiraConfirms()
  const shared = await submit(visit, practice.place, device)
  const called = await submitTalk(visit, practice.place, device)
  return { real, place, practice, shared, called }
}

test('staff who practise see the same pages as a resident: the card counts as shared', async () => {
  const { shared, called } = await practising()
  expect([shared.kind, called.kind]).toEqual(['shared', 'shared'])
})

test('nothing of it is in the outbox that the page and the worker send', async () => {
  const { real } = await practising()
  expect(await real.outbox.all()).toEqual([])
  const worker = await openOutbox()
  expect(typeof worker === 'object' && (await worker.outbox.all())).toEqual([])
  const { fetch, kept } = aServerThatKeeps()
  const locks = { request: (_: string, __: unknown, task: (lock: unknown) => unknown) => task({}) }
  await runOutbox({ store: real, fetch, now: () => NOW, random: Math.random, locks: locks as never }, { eager: true })
  expect(kept).toEqual([])
})

test('should it reach the server all the same, nobody could open it', async () => {
  const { practice, place } = await practising()
  const rows = await practice.store.outbox.all()
  expect(rows).toHaveLength(2)
  for (const { body } of rows) expect(await open(body, place.keys)).toBe('unreadable')
})

test('it asks no server anything', async () => {
  const { practice } = await practising()
  await expect(practice.fetch('/v1/health')).rejects.toThrow()
})

test('the next practice begins empty, and leaving takes the whole store away', async () => {
  const { place } = await practising()
  const next = await openPractice(place)
  expect(await next.store.outbox.all()).toEqual([])
  expect((await indexedDB.databases()).map(i => i.name)).toContain('waarheen-practice')
  await leavePractice()
  await expect.poll(async () => (await indexedDB.databases()).map(i => i.name)).not.toContain('waarheen-practice')
})
