// @vitest-environment happy-dom
import 'fake-indexeddb/auto'

import { act, cleanup, fireEvent, screen, waitFor } from '@testing-library/preact'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { summaryLines } from '#intake/lines.ts'
import { summarise } from '#intake/summarise.ts'
import type { Visit } from '#intake/visit.ts'
import { announce } from '#outbox/news.ts'
import { Code, CODE_STAYS } from '#resident/sharing/Code.tsx'
import { Confirm, KEPT_WITHIN } from '#resident/sharing/Confirm.tsx'
import { Preview } from '#resident/sharing/Preview.tsx'
import { submit } from '#resident/sharing/submit.ts'
import { Together } from '#resident/sharing/Together.tsx'
import { Share } from '#resident/sharing/Share.tsx'
import { made, samira, samiraConfirms } from '#tests/intake/aResident.ts'
import { aDevice, aPlace, aServerThatKeeps, type FakeDevice, onAFullDisk, onASlowDisk, withDraft } from './aPlace.ts'
import { aScreen } from './aScreen.tsx'

afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

const confirming = () => samiraConfirms({ device: 'phone' }).visit
const button = (name: string | RegExp) => screen.getByRole('button', { name })
const said = () =>
  screen
    .getAllByRole('status')
    .map(i => i.textContent)
    .join(' ')

/** A visit whose card is in the outbox of this device. */
async function shared(device: FakeDevice, visit: Visit): Promise<Visit> {
  const outcome = await submit(visit, await aPlace(), device)
  if (outcome.kind !== 'shared') throw new Error(outcome.kind)
  return { ...visit, page: 'code', trail: [], shared: outcome.shared }
}

describe('a resident who is asked what the place may see', () => {
  test('finds three equal tiles, and none is chosen beforehand', async () => {
    aScreen(Share, { ...samira().visit, page: 'share' }, await aPlace(), await aDevice())
    const tiles = screen.getAllByRole('button', { pressed: false })
    expect(tiles).toHaveLength(3)
    expect(screen.queryByRole('button', { pressed: true })).toBeNull()
    expect(new Set(tiles.map(tile => tile.className)).size).toBe(1)
  })
})

describe('a resident at the last question before sharing', () => {
  test('finds two answers of the same kind, and "nee" sends nothing', async () => {
    const device = await aDevice()
    const { events } = aScreen(Confirm, confirming(), await aPlace(), device)
    expect(button('Ja, delen').className).toBe(button('Nee, toch niet').className)
    fireEvent.click(button('Nee, toch niet'))
    expect(events).toEqual([{ type: 'refuse' }])
    expect(await device.store.outbox.all()).toEqual([])
  })

  test('taps "ja" twice and shares one card', async () => {
    const device = await withDraft(await aDevice())
    const { events } = aScreen(Confirm, confirming(), await aPlace(), device)
    fireEvent.click(button('Ja, delen'))
    fireEvent.click(button('Ja, delen'))
    await waitFor(() => expect(events.map(i => i.type)).toEqual(['shared']))
    expect(await device.store.outbox.all()).toHaveLength(1)
  })

  test('is told when it could not be kept, can print it, and is not sent on', async () => {
    const device = await aDevice()
    const { visit } = aScreen(Confirm, confirming(), await aPlace(), { ...device, store: onAFullDisk(device.store) })
    fireEvent.click(button('Ja, delen'))
    await screen.findByText('Let op: dit is niet bewaard. Vraag iemand om hulp.')
    expect(said()).toContain('niet bewaard')
    expect(visit().page).toBe('confirm')
    expect(button('Op papier')).toBeDefined()
    expect(button('Probeer het nog eens')).toBeDefined()
  })

  test('is told when the disk does not answer, and goes on to the code when it does after all', async () => {
    const device = await withDraft(await aDevice())
    const { store, answer } = onASlowDisk(device.store)
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'], shouldAdvanceTime: true })
    const { events } = aScreen(Confirm, confirming(), await aPlace(), { ...device, store })
    fireEvent.click(button('Ja, delen'))
    await act(async () => void (await vi.advanceTimersByTimeAsync(KEPT_WITHIN)))
    expect(said()).toContain('niet bewaard')
    fireEvent.click(button('Probeer het nog eens'))
    expect(said()).not.toContain('niet bewaard')
    await act(async () => void (await vi.advanceTimersByTimeAsync(KEPT_WITHIN)))
    expect(said()).toContain('niet bewaard')
    expect(events).toEqual([])
    answer()
    await waitFor(() => expect(events.map(i => i.type)).toEqual(['shared']))
    expect(await device.store.outbox.all()).toHaveLength(1)
  })

  test('says "nee" before the disk answered to "ja", and nothing is shared', async () => {
    const device = await withDraft(await aDevice())
    const { store, answer } = onASlowDisk(device.store)
    aScreen(Confirm, confirming(), await aPlace(), { ...device, store })
    fireEvent.click(button('Ja, delen'))
    await waitFor(async () => expect(await device.store.outbox.all()).toHaveLength(1))
    fireEvent.click(button('Nee, toch niet'))
    cleanup()
    answer()
    await waitFor(async () => expect(await device.store.outbox.all()).toEqual([]))
    expect(device.woken).toBe(0)
    // what this resident answers from here on is kept as a new draft, and may still be shared
    expect(device.taken).toBe(1)
  })

  test('is told that it was not kept, says "nee" then, and what may have arrived is taken back', async () => {
    const server = aServerThatKeeps()
    const deaf: typeof fetch = async (path, request) => {
      await server.fetch(path, request)
      if (request?.method === 'PUT') throw new TypeError('the answer is lost')
      return server.fetch(path, request)
    }
    const device = await aDevice({ fetch: deaf })
    aScreen(Confirm, confirming(), await aPlace(), { ...device, store: onAFullDisk(device.store) })
    fireEvent.click(button('Ja, delen'))
    await screen.findByText('Let op: dit is niet bewaard. Vraag iemand om hulp.')
    expect(server.kept).toHaveLength(1)
    fireEvent.click(button('Nee, toch niet'))
    cleanup()
    await waitFor(() => expect(server.withdrawn.length).toBeGreaterThan(0))
  })

  test('sees in the preview every line of the summary, with the words of the desk, and no more', async () => {
    const visit: Visit = { ...confirming(), page: 'preview' }
    const { container } = aScreen(Preview, visit, await aPlace(), await aDevice())
    const lines = summaryLines(summarise(visit, made))
    const shown = [...container.querySelectorAll('[data-line]')].map(line => line.getAttribute('data-line'))
    expect(shown).toEqual(lines.map(line => line.id))
    expect(container.textContent).toContain('Vrijwilligerswerk')
    expect(container.textContent).toContain('الدارجة')
  })
})

describe('a resident with a code', () => {
  test('sees it large and hears where the card is, until the server has it', async () => {
    const device = await aDevice()
    const visit = await shared(device, confirming())
    const { container } = aScreen(Code, visit, await aPlace(), device)
    expect(container.querySelector('bdi')?.textContent).toMatch(new RegExp(`^\\S+ ${visit.shared!.code.digits}$`))
    await waitFor(() => expect(said()).toContain('Wij sturen je kaart nu.'))
    await device.store.outbox.change(
      visit.shared!.id,
      'envelope',
      row =>
        row && {
          ...row,
          state: 'retained',
          became: 'received',
          receipt: { id: row.id, seq: 1, receivedAt: 1, bodySha256: '' }
        }
    )
    announce({ id: visit.shared!.id, kind: 'envelope', status: 'arrived' })
    await waitFor(() => expect(said()).toContain('Je kaart is aangekomen.'))
  })

  test('takes the card back after one question, without network', async () => {
    const device = await aDevice()
    const visit = await shared(device, confirming())
    const { events } = aScreen(Code, visit, await aPlace(), device)
    fireEvent.click(button('Wis je kaart bij Werkwinkel Overvecht'))
    fireEvent.click(button('Ja, wis mijn kaart'))
    await screen.findByText('Je antwoorden zijn gewist.')
    expect(await device.store.outbox.all()).toEqual([])
    fireEvent.click(button('Klaar'))
    expect(events).toEqual([{ type: 'wipe' }])
  })

  test('changes their mind about taking it back, and the code is there again', async () => {
    const device = await aDevice()
    const visit = await shared(device, confirming())
    aScreen(Code, visit, await aPlace(), device)
    fireEvent.click(button('Wis je kaart bij Werkwinkel Overvecht'))
    fireEvent.click(button('Nee, bewaar mijn kaart'))
    expect(screen.getByRole('heading').textContent).toBe('Dit is jouw code')
    expect(await device.store.outbox.all()).toHaveLength(1)
  })

  test('walks away from the tablet, and the code does not stay longer than three minutes', async () => {
    const device = await aDevice({ kind: 'tablet' })
    const visit = await shared(device, samiraConfirms().visit)
    const place = await aPlace()
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'Date'] })
    const { events } = aScreen(Code, visit, place, { ...device, now: Date.now })
    await act(() => void vi.advanceTimersByTime(CODE_STAYS - 1))
    expect(events).toEqual([])
    await act(() => void vi.advanceTimersByTime(1))
    expect(events).toEqual([{ type: 'next' }])
  })

  test('prints it on the tablet, and three minutes in the print dialog are three minutes', async () => {
    const device = await aDevice({ kind: 'tablet' })
    const visit = await shared(device, samiraConfirms().visit)
    const place = await aPlace()
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'Date'] })
    const { events } = aScreen(Code, visit, place, { ...device, now: Date.now })
    // the dialog stops every timer, but not the clock
    vi.setSystemTime(Date.now() + CODE_STAYS)
    expect(events).toEqual([])
    await act(() => void dispatchEvent(new Event('afterprint')))
    expect(events).toEqual([{ type: 'next' }])
  })

  test('practises with staff: the code page says that nothing was sent', async () => {
    const device = { ...(await aDevice({ kind: 'tablet' })), practice: true }
    const visit = await shared(device, samiraConfirms().visit)
    const { container } = aScreen(Code, visit, await aPlace(), device)
    expect(container.textContent).toContain('Dit was om te oefenen. Er is niets verstuurd.')
    expect(container.querySelector('.journey')).toBeNull()
    for (const lie of ['Wij sturen', 'stuurt hem later', 'aangekomen']) expect(container.textContent).not.toContain(lie)
  })

  test('looks at the card together with somebody, and what is locked stays locked', async () => {
    const device = await aDevice()
    const visit = await shared(device, { ...confirming(), locks: { ...confirming().locks, strength: true } })
    const { container } = aScreen(Together, { ...visit, page: 'together' }, await aPlace(), device)
    expect(container.textContent).toContain('Vrijwilligerswerk')
    expect(container.textContent).not.toContain('Koken')
  })
})
