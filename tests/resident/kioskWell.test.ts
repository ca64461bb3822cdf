import 'fake-indexeddb/auto'

import { describe, expect, test } from 'vitest'

import { makeHealth } from '#resident/kiosk/health.ts'
import { afterWrong, stillWaits, type Tries } from '#resident/kiosk/tries.ts'
import { LATE, troublesOf } from '#resident/kiosk/troubles.ts'
import { openStore } from '#store/database.ts'

const NOW = 1_800_000_000_000
const HOUR = 60 * 60_000

describe('a tablet that is not well', () => {
  const trouble = (some: Parameters<typeof makeHealth>[0] | object) =>
    troublesOf(makeHealth({ name: 'x', version: 'y', ...some }).get(), NOW)

  test('says each thing that staff can do something about', () => {
    expect(trouble({})).toEqual([])
    expect(trouble({ offline: true, waiting: 2, oldestWaiting: NOW - HOUR })).toEqual([])
    expect(trouble({ storageMissing: true })).toEqual(['storage'])
    expect(trouble({ storageFull: true })).toEqual(['full'])
    expect(trouble({ forged: true })).toEqual(['forged'])
    expect(trouble({ revoked: true })).toEqual(['revoked'])
    expect(trouble({ clockWrong: true })).toEqual(['clock'])
    expect(trouble({ captivePortal: true })).toEqual(['portal'])
    expect(trouble({ parked: ['gone'] })).toEqual(['parked'])
  })

  test('is well while nothing answers for a moment, and not when a network answers nothing for longer', () => {
    expect(trouble({ offline: true, silentSince: NOW - 60_000 })).toEqual([])
    expect(trouble({ offline: true, silentSince: NOW - 5 * 60_000 })).toEqual(['silent'])
  })

  test('calls a card late after a day', () => {
    expect(trouble({ waiting: 1, oldestWaiting: NOW - LATE })).toEqual([])
    expect(trouble({ waiting: 1, oldestWaiting: NOW - LATE - 1 })).toEqual(['late'])
  })
})

describe('somebody who guesses the staff code', () => {
  const after = (times: number) => {
    let tries: Tries | undefined
    for (let i = 0; i < times; i++) tries = afterWrong(tries, NOW)
    return stillWaits(tries, NOW)
  }

  test('has two slips of the finger, then waits twice as long each time, a quarter of an hour at the most', () => {
    expect([1, 2, 3, 4, 5, 6].map(after)).toEqual([0, 0, 5_000, 10_000, 20_000, 40_000])
    expect(after(30)).toBe(15 * 60_000)
  })

  test('gains nothing by setting the clock back, and staff lose nothing by it', () => {
    const tries = afterWrong({ wrong: 3, until: NOW }, NOW)
    expect(stillWaits(tries, NOW - 365 * 24 * HOUR)).toBe(15 * 60_000)
  })

  test('finds the wait again after a reload', async () => {
    const before = await openStore({ name: 'guessing' })
    await before.settings.put({ tries: afterWrong({ wrong: 5, until: NOW }, NOW) })
    before.close()
    const after = await openStore({ name: 'guessing' })
    expect(stillWaits((await after.settings.get()).tries, NOW)).toBe(40_000)
  })
})

describe('what staff chose on a tablet', () => {
  test('is found again, and what another version wrote in a way we do not know is left out', async () => {
    const store = await openStore({ name: 'settings' })
    expect(await store.settings.get()).toEqual({})
    await store.settings.put({ languages: ['en'], practice: true })
    expect(await store.settings.get()).toEqual({ languages: ['en'], practice: true })
    const odd = { languages: [7], practice: 'yes', fullScreen: 1, printer: 'A4', tries: { wrong: 'x' } }
    await store.work(['place'], 'readwrite', hands => hands.put('place', 'settings', odd))
    expect(await store.settings.get()).toEqual({})
    // and the place beside it is no less there
    expect(await store.place.get()).toBeUndefined()
  })
})
