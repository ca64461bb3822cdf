// @vitest-environment happy-dom
import 'fake-indexeddb/auto'

import { act, cleanup, fireEvent, screen, waitFor } from '@testing-library/preact'
import { afterEach, describe, expect, test, vi } from 'vitest'

import { languages } from '#i18n/languages.ts'
import texts from '#locales/nl/resident.json'
import { envelopeRow } from '#outbox/row.ts'
import type { Health } from '#resident/kiosk/health.ts'
import { LONG } from '#resident/kiosk/useLongPress.ts'
import { NOW } from './aPlace.ts'
import { aTablet, says, tap, toDoor, toMenu, type } from './aTablet.tsx'

afterEach(() => {
  vi.useRealTimers()
  cleanup()
})

describe('a tablet between two visits', () => {
  test('lets somebody in by one tap on their language', async () => {
    const { events } = await aTablet()
    tap(/English/)
    expect(events).toEqual([{ type: 'choose', code: 'en' }, { type: 'next' }])
  })

  test('has every language that was shipped, in its own words, as the texts say them', async () => {
    const { container } = await aTablet()
    const stones = [...container.querySelectorAll<HTMLElement>('[data-language]')]
    expect(stones.map(i => i.dataset['language'])).toEqual(languages.map(i => i.code))
    const own = import.meta.glob<{ welcome: { start: string } }>('../../locales/*/resident.json', { eager: true })
    for (const { code, begin } of languages)
      expect(begin).toBe(own[`../../locales/${code}/resident.json`]!.welcome.start)
  })

  test('has the address of the poster for who rather uses their own phone', async () => {
    const { container } = await aTablet()
    expect(container.querySelector('.qr')).toBeTruthy()
  })

  test('says to staff what is wrong, and only the worst of it', async () => {
    const { container } = await aTablet({ health: { storageFull: true, captivePortal: true } })
    expect(container.querySelector('[role=status]')?.textContent).toBe(texts.attract.full)
  })

  test('says nothing of a network that is away for a while', async () => {
    const { container } = await aTablet({ health: { offline: true, waiting: 3, oldestWaiting: NOW - 60_000 } })
    expect(container.querySelector('[role=status]')?.textContent).toBe('')
  })

  test('takes a newer version then, and not while staff look something up', async () => {
    const { free } = await aTablet()
    await waitFor(() => expect(free.at(-1)).toBe(true))
    await toDoor()
    await waitFor(() => expect(free.at(-1)).toBe(false))
  })
})

describe('staff', () => {
  test('open their menu with a long press on the name of the place; a visitor who taps it opens nothing', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'], shouldAdvanceTime: true })
    await aTablet()
    const name = screen.getByText('Werkwinkel Overvecht').parentElement!
    fireEvent.pointerDown(name, { clientX: 5, clientY: 5 })
    await act(() => void vi.advanceTimersByTime(LONG - 1))
    fireEvent.pointerUp(name)
    await act(() => void vi.advanceTimersByTime(LONG))
    expect(screen.queryByText('Typ de code van deze tablet.')).toBeNull()
    fireEvent.pointerDown(name, { clientX: 5, clientY: 5 })
    await act(() => void vi.advanceTimersByTime(LONG))
    await says('Typ de code van deze tablet.')
  })

  test('who swipe over the name open nothing either', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'], shouldAdvanceTime: true })
    await aTablet()
    const name = screen.getByText('Werkwinkel Overvecht').parentElement!
    fireEvent.pointerDown(name, { clientX: 5, clientY: 5 })
    fireEvent.pointerMove(name, { clientX: 60, clientY: 5 })
    await act(() => void vi.advanceTimersByTime(LONG * 2))
    expect(screen.queryByText('Typ de code van deze tablet.')).toBeNull()
  })

  test('get in with their code only, and every wrong one after the third makes the wait longer', async () => {
    const { store, later } = await aTablet()
    await toDoor()
    for (let i = 0; i < 3; i++) {
      type('1111')
      tap('Open')
      await waitFor(async () => expect((await store.settings.get()).tries?.wrong).toBe(i + 1))
      await waitFor(() => expect(screen.getByRole('img', { name: '0 cijfers' })).toBeTruthy())
    }
    await says('Wacht nog 5 seconden.')
    type('2468')
    tap('Open')
    expect((await store.settings.get()).tries?.wrong).toBe(3)
    expect(screen.queryByText('Zo gaat het met deze tablet')).toBeNull()
    later(5_000)
    await waitFor(() => expect(screen.queryByText(/Wacht nog/)).toBeNull(), { timeout: 3000 })
    tap('Open')
    await says('Zo gaat het met deze tablet')
    expect((await store.settings.get()).tries).toBeUndefined()
  })

  test('read how the tablet is doing: what waits since when, what does not arrive, and the version', async () => {
    const health = {
      waiting: 3,
      oldestWaiting: NOW - 26 * 60 * 60_000,
      parked: ['unknown-epoch'],
      clockWrong: true,
      checkedAt: NOW - 60_000
    }
    const { container } = await aTablet({ health })
    await toMenu()
    const said = (name: string) => container.querySelector(`[data-status=${name}]`)?.textContent
    expect(said('waiting')).toMatch(/3 kaarten, sinds \d+ \w+ \d{4}, \d\d:\d\d/)
    expect(said('parked')).toContain('1 kaart (unknown-epoch)')
    expect(said('clock')).toContain(texts.staff.clockWrong)
    expect(said('version')).toContain('a1b2c3d4')
    expect([...container.querySelectorAll('.is-bad')].map(i => i.getAttribute('data-status'))).toEqual([
      'waiting',
      'parked',
      'clock'
    ])
  })

  test.each<[string, Partial<Health>, string]>([
    ['nothing was counted yet', {}, texts.staff.notSent],
    ['the store is gone', { storageMissing: true }, texts.staff.storageNone],
    ['a card was refused for good', { waiting: 0, parked: ['gone'] }, texts.staff.sentRest],
    ['a card still waits', { waiting: 1, oldestWaiting: NOW }, texts.staff.notSent]
  ])('are not told that all was sent when %s', async (_, health, expected) => {
    await aTablet({ health })
    await toMenu()
    expect(screen.queryByText(texts.staff.waitingNone)).toBeNull()
    tap('Stuur nu')
    await waitFor(() => expect(screen.getAllByText(expected)).toBeTruthy())
    expect(screen.queryByText(texts.staff.sent)).toBeNull()
  })

  test('say that there is a printer, and only then', async () => {
    const { store } = await aTablet()
    await toMenu()
    for (const printer of [true, undefined]) {
      tap(texts.staff.printer)
      await waitFor(async () => expect((await store.settings.get()).printer).toBe(printer))
    }
  })

  test('find their door locked also when the store broke while the tablet stood there', async () => {
    const { store } = await aTablet()
    await store.place.forget()
    await toDoor()
  })

  test('send what waits with one tap', async () => {
    const { sent } = await aTablet({ health: { waiting: 0 } })
    await toMenu()
    tap('Stuur nu')
    await says(texts.staff.sent)
    expect(sent()).toBe(1)
  })

  test('choose the languages, of which one always stays', async () => {
    const { store, restarts } = await aTablet()
    await toMenu()
    const kept = async () => (await store.settings.get()).languages
    let left = languages.map(({ code }) => code)
    for (const { code, name } of languages.filter(({ code }) => code !== 'en')) {
      tap(name)
      left = left.filter(i => i !== code)
      await waitFor(async () => expect(await kept()).toEqual(left))
    }
    tap('English')
    await waitFor(async () => expect((await store.settings.get()).languages).toEqual(['en']))
    tap('Klaar')
    expect(restarts).toEqual([undefined])
  })

  test('start practising, which begins with a fresh document', async () => {
    const { store, restarts } = await aTablet()
    await toMenu()
    tap('Begin met oefenen')
    await waitFor(() => expect(restarts).toEqual([undefined]))
    expect((await store.settings.get()).practice).toBe(true)
  })

  test('who forget to stop practising have it stopped after an hour, and never a tablet that is not practising', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'], shouldAdvanceTime: true })
    const { store, restarts } = await aTablet({ settings: { practice: true, printer: true } })
    await act(() => void vi.advanceTimersByTime(60 * 60_000))
    await waitFor(() => expect(restarts).toEqual([undefined]))
    expect(await store.settings.get()).toEqual({ printer: true })
    cleanup()
    const real = await aTablet()
    await act(() => void vi.advanceTimersByTime(60 * 60_000))
    expect(real.restarts).toEqual([])
  })

  test('take a tablet away after one question', async () => {
    const { store, restarts } = await aTablet()
    await toMenu()
    tap('Haal deze tablet weg')
    expect(restarts).toEqual([])
    tap('Ja, haal hem weg')
    await waitFor(() => expect(restarts).toEqual(['/']))
    expect(await store.place.get()).toBeUndefined()
  })

  test('are asked twice while cards wait, and the cards stay to be sent', async () => {
    const { store, restarts } = await aTablet({ health: { waiting: 1, oldestWaiting: NOW } })
    const row = envelopeRow({ id: 'A', location: 'place', body: new Uint8Array(4252) }, NOW)
    await store.outbox.change('A', 'envelope', () => row)
    await toMenu()
    tap('Haal deze tablet weg')
    await says('Er wacht nog 1 kaart. Stuur die eerst.')
    tap('Haal hem toch weg')
    await says(texts.staff.leaveAgain)
    expect(restarts).toEqual([])
    tap('Ja, haal hem weg')
    await waitFor(() => expect(restarts).toEqual(['/']))
    expect(await store.outbox.all()).toHaveLength(1)
  })

  test('who walk away from the menu leave it closed', async () => {
    const { container } = await aTablet()
    await toMenu()
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'], shouldAdvanceTime: true })
    fireEvent.pointerDown(container)
    await act(() => void vi.advanceTimersByTime(120_000))
    await waitFor(() => expect(container.querySelector('.scene--attract')).toBeTruthy())
  })
})
