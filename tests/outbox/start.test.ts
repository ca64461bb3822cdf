import 'fake-indexeddb/auto'
import { afterEach, expect, test, vi } from 'vitest'

import { LONGEST } from '#outbox/patience.ts'
import { type Outbox, startOutbox, waitAfter } from '#outbox/start.ts'

import { aDevice, type Device } from './device.ts'
import { aPostRoom } from './postRoom.ts'

let outbox: Outbox | undefined

afterEach(() => outbox?.stop())

/** A page that a test can bring online or to the front. */
function aPage(tags: string[] = []) {
  const window = new EventTarget()
  const document = Object.assign(new EventTarget(), { visibilityState: 'visible' as DocumentVisibilityState })
  const registration = { sync: { register: async (tag: string) => void tags.push(tag) } }
  const serviceWorker = { ready: Promise.resolve(registration) } as unknown as ServiceWorkerContainer
  return { window: window as unknown as Window & EventTarget, document: document as unknown as Document, serviceWorker }
}

const arrived = (device: Device, count: number) =>
  vi.waitFor(async () => {
    const rows = await device.store.outbox.all()
    expect(rows.filter(row => row.state === 'retained')).toHaveLength(count)
  })

test('opening the page sends what was left from before', async () => {
  const device = await aDevice(aPostRoom().fetch)
  await device.share()
  outbox = startOutbox(device.around, aPage())
  await arrived(device, 1)
})

test('sharing sends at once and asks the browser to wake the worker should the tab be closed', async () => {
  const tags: string[] = []
  const device = await aDevice(aPostRoom().fetch)
  outbox = startOutbox(device.around, aPage(tags))
  await device.share()
  void outbox.wake()
  await arrived(device, 1)
  expect(tags).toEqual(['outbox'])
})

test('who asks to send now hears when it was tried, also while another round was under way', async () => {
  const room = aPostRoom()
  const device = await aDevice(room.fetch)
  outbox = startOutbox(device.around, aPage())
  await device.share()
  await outbox.wake()
  expect((await device.store.outbox.all()).map(row => row.state)).toEqual(['retained'])
  room.weather = () => 'unreachable'
  await device.share()
  await outbox.wake()
  expect((await device.store.outbox.all()).map(row => row.attempts)).toEqual([1, 1])
})

test('a browser without Background Sync, or one that refuses it, still sends', async () => {
  const device = await aDevice(aPostRoom().fetch)
  const { window, document } = aPage()
  const register = () => Promise.reject(new Error('no'))
  const serviceWorker = { ready: Promise.resolve({ sync: { register } }) } as unknown as ServiceWorkerContainer
  outbox = startOutbox(device.around, { window, document, serviceWorker })
  await device.share()
  void outbox.wake()
  await arrived(device, 1)
})

test.each(['online', 'visibilitychange'])('%s makes it try again before its own pause is over', async trigger => {
  const room = aPostRoom()
  room.weather = () => 'unreachable'
  const device = await aDevice(room.fetch)
  Object.assign(device.around, { random: () => 0.999 })
  await device.share()
  const page = aPage()
  outbox = startOutbox(device.around, page)
  await vi.waitFor(async () => expect((await device.store.outbox.all())[0]).toMatchObject({ attempts: 1 }))
  room.weather = () => 'fine'
  page.window.dispatchEvent(new Event(trigger))
  page.document.dispatchEvent(new Event(trigger))
  await arrived(device, 1)
})

test('a page that was left behind sends nothing more', async () => {
  const room = aPostRoom()
  const device = await aDevice(room.fetch)
  const page = aPage()
  outbox = startOutbox(device.around, page)
  await device.run({ patient: true })
  outbox.stop()
  await device.share()
  page.window.dispatchEvent(new Event('online'))
  void outbox.wake()
  expect(await device.run()).toMatchObject({ delivered: 1 })
})

test('without any trigger a timer tries again', async () => {
  const room = aPostRoom()
  let tries = 0
  room.weather = () => (++tries < 3 ? 'unreachable' : 'fine')
  const device = await aDevice(room.fetch)
  Object.assign(device.around, { now: () => Date.now(), random: () => 0.05 })
  device.now = Date.now()
  await device.share()
  outbox = startOutbox(device.around, aPage())
  await arrived(device, 1)
})

test('when to look again: at once, when a row is due, after a common pause, or only for news', () => {
  const around = { now: () => 1000, random: () => 0.5 }
  const base = { delivered: 0, refused: 0, waiting: 0, retained: 0, more: false, silent: false }
  expect(waitAfter('busy', 0, around)).toBe(1250)
  expect(waitAfter(base, 0, around)).toBeUndefined()
  expect(waitAfter({ ...base, retained: 1 }, 0, around)).toBe(LONGEST)
  expect(waitAfter({ ...base, waiting: 9, more: true, nextAt: 0 }, 0, around)).toBe(250)
  expect(waitAfter({ ...base, waiting: 1, nextAt: 9000 }, 0, around)).toBe(8000)
  // rows that were not even tried are due at once: without this the page would spin
  expect(waitAfter({ ...base, waiting: 9, silent: true, nextAt: 0 }, 6, around)).toBe(32_000)
  expect(waitAfter({ ...base, waiting: 1, nextAt: 1e15 }, 0, around)).toBe(LONGEST)
})
