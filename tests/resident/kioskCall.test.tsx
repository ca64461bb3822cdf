// @vitest-environment happy-dom
import 'fake-indexeddb/auto'

import { act, cleanup, fireEvent, screen, waitFor } from '@testing-library/preact'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'

import { announce } from '#outbox/news.ts'
import { Talk } from '#resident/conversation/Talk.tsx'
import type { Device } from '#resident/page.ts'
import { aResident } from '#tests/intake/aResident.ts'
import { aDevice, aPlace, type FakeDevice, onASlowDisk } from './aPlace.ts'
import { aScreen } from './aScreen.tsx'

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'], shouldAdvanceTime: true }))
afterEach(() => {
  vi.useRealTimers()
  online(true)
  cleanup()
})

const online = (is: boolean) => {
  Object.defineProperty(navigator, 'onLine', { value: is, configurable: true })
  fireEvent(window, new Event(is ? 'online' : 'offline'))
}
const tap = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }))
const says = (text: RegExp) => waitFor(() => expect(screen.getByText(text)).toBeTruthy())
const visit = aResident().goesOn().does({ type: 'open', page: 'talk' }).visit

async function atTalk(some: Partial<Device> = {}) {
  const device = Object.assign(await aDevice({ kind: 'tablet' }), some)
  return { device, ...aScreen(Talk, visit, await aPlace(), device) }
}

/** What the outbox does once the server has it. */
async function arrives(device: Pick<FakeDevice, 'store'>): Promise<void> {
  const [row] = await device.store.outbox.all()
  const receipt = { id: row!.id, seq: 1, receivedAt: 1, bodySha256: 'A'.repeat(43) }
  await device.store.outbox.change(row!.id, 'envelope', found => ({
    ...found!,
    state: 'retained',
    receipt,
    became: 'received'
  }))
  announce({ id: row!.id, kind: 'envelope', status: 'arrived' })
}

describe('a resident at a tablet who would rather talk', () => {
  test('calls with one tap, and hears that somebody comes once the call has arrived, not before', async () => {
    const { device, events } = await atTalk()
    tap('Roep iemand')
    await says(/Wij roepen iemand/)
    expect(screen.queryByText(/Er komt iemand/)).toBeNull()
    expect(events).toEqual([])
    expect(device.woken).toBe(1)
    await arrives(device)
    await says(/Er komt iemand naar je toe/)
    // not before: who leaves this page and comes back must not read that somebody comes when nobody heard
    await waitFor(() => expect(events).toEqual([{ type: 'called' }]))
  })

  test('gets a page to hold up as soon as there is no network', async () => {
    const { device } = await atTalk()
    online(false)
    tap('Roep iemand')
    await says(/Laat dit scherm zien/)
    expect(screen.getByRole('heading').textContent).toBe('Ik wil liever praten')
    // the call waits, and rings when the network is back while they still sit there
    expect(await device.store.outbox.all()).toHaveLength(1)
    await arrives(device)
    online(true)
    await says(/Er komt iemand naar je toe/)
  })

  test('gets that page too when the network only seems to be there', async () => {
    await atTalk()
    tap('Roep iemand')
    await says(/Wij roepen iemand/)
    await act(() => void vi.advanceTimersByTime(4_000))
    await says(/Laat dit scherm zien/)
  })

  test('gets that page too when the disk does not answer, and calls once however often they tap', async () => {
    const device = await aDevice({ kind: 'tablet' })
    const { store, answer } = onASlowDisk(device.store)
    await atTalk({ store })
    tap('Roep iemand')
    await act(() => void vi.advanceTimersByTime(4_000))
    await says(/Laat dit scherm zien/)
    tap('Sluit')
    tap('Roep iemand')
    answer()
    await says(/Wij roepen iemand/)
    expect(await device.store.outbox.all()).toHaveLength(1)
  })

  test('closes that page and has it back with another tap, and calls once', async () => {
    const { device } = await atTalk()
    online(false)
    tap('Roep iemand')
    await says(/Laat dit scherm zien/)
    tap('Sluit')
    tap('Roep iemand')
    await says(/Laat dit scherm zien/)
    expect(await device.store.outbox.all()).toHaveLength(1)
  })

  test('calls nobody while staff practise, and reads so', async () => {
    await atTalk({ practice: true })
    tap('Roep iemand')
    await says(/Er komt nu niemand/)
    expect(screen.queryByText(/Wij roepen iemand|Er komt iemand/)).toBeNull()
  })
})
