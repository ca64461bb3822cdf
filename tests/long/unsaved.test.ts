import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'

import { aProfile, type Profile, sizes } from '../journeys/browser.ts'
import { begin, freshStart, say, share, tapOn, toCard, toConfirm } from '../journeys/hand.ts'
import { kept } from '../journeys/kept.ts'
import { isTablet, setUpTablet, word } from '../journeys/resident.ts'
import { aRoom, type Room } from '../journeys/room.ts'

let room: Room
let profile: Profile
let browser: BrowserContext
let page: Page

beforeAll(async () => {
  room = await aRoom()
})
afterAll(() => room.remove())
beforeEach(async () => {
  profile = aProfile()
  browser = await profile.open({ viewport: sizes.tablet })
  page = await browser.newPage()
})
afterEach(async () => {
  await browser.close()
  profile.remove()
})

const t = (key: string) => word('nl', 'resident', key, { place: 'Werkwinkel Overvecht' })
const said = () => page.locator('main:visible').innerText()
const named = async (name: string) => (await room.cards()).filter(card => card.name === name)

/** Nothing is called shared or sent, and paper is offered, but not on a tablet: there is no printer. */
async function expectUnsaved(): Promise<void> {
  await page.getByText(t('sync.notSaved')).waitFor()
  await page.getByRole('button', { name: t('error.retry'), exact: true }).waitFor()
  const paper = page.getByRole('button', { name: t('home.print'), exact: true })
  expect(await paper.count()).toBe(isTablet(page) ? 0 : 1)
  expect(await page.locator('h1:visible').innerText()).toBe(t('confirm.title'))
  expect(await said()).not.toContain(t('sync.sent'))
}

/** Tries again while the network is there but loses what the server says, and then with a network that is whole. */
async function expectOnceTheNetworkIsThere(name: string): Promise<void> {
  expect(await named(name)).toHaveLength(0)
  room.network.weather = 'mute'
  const stored = room.network.next('PUT')
  await tapOn(page, [say('error.retry')])
  await stored
  await expectUnsaved()
  // that it is there nobody on this side can know; the same envelope goes again, so it stays one card
  expect(await named(name)).toHaveLength(1)

  room.network.weather = 'fine'
  await tapOn(page, [say('error.retry')])
  await page.getByText(t('sync.sent')).waitFor()
  expect(await named(name)).toHaveLength(1)
}

test('a tablet whose storage is full says that the card is not kept, and never that it is sent before it is', async () => {
  await setUpTablet(page, await room.tabletLink())
  await freshStart(page)
  await page.waitForFunction(() => navigator.serviceWorker.controller)
  await browser.close()

  // Chromium remembers for a while how much room there was, so the disk is full before the first write
  browser = await profile.open({ viewport: sizes.tablet })
  const other = await browser.newPage()
  const session = await browser.newCDPSession(other)
  await session.send('Storage.overrideQuotaForOrigin', { origin: room.network.origin, quotaSize: 1 })
  page = await browser.newPage()
  await page.goto(room.tablet)
  await tapOn(page, [begin, toCard, toConfirm('Vol')].flat())
  room.network.weather = 'gone'
  await tapOn(page, [say('confirm.yes')])
  await expectUnsaved()
  await expectOnceTheNetworkIsThere('Vol')
})

/** Browsers that take their database away, and when. */
const absences: readonly [string, string, (page: Page) => Promise<unknown>, (page: Page) => Promise<unknown>][] = [
  [
    'gives no database',
    'Zonder',
    page => page.addInitScript(() => Object.defineProperty(globalThis, 'indexedDB', { value: undefined })),
    async () => undefined
  ],
  [
    'has the database of a newer app',
    'Nieuwer',
    async page => {
      await page.goto(`${room.network.origin}/version.json`)
      await page.evaluate(async () => {
        const opening = indexedDB.open('waarheen', 99)
        await new Promise(resolve => (opening.onsuccess = resolve))
        opening.result.close()
      })
    },
    async () => undefined
  ],
  [
    'closes its database in the middle of a visit and opens it no more',
    'Dicht',
    page => page.addInitScript(rememberConnections),
    page =>
      page.evaluate(() => {
        ;(window as unknown as { closeAll(): void }).closeAll()
        Object.defineProperty(IDBFactory.prototype, 'open', {
          value() {
            throw new DOMException('Internal error', 'UnknownError')
          }
        })
      })
  ]
]

test.each(absences)(
  'a phone that %s says that the card is not kept, and sends it from memory',
  async (_, name, before, late) => {
    await before(page)
    await page.goto(room.phone)
    await tapOn(page, [begin, toCard, toConfirm(name)].flat())
    await late(page)
    room.network.weather = 'gone'
    await tapOn(page, [say('confirm.yes')])
    await expectUnsaved()
    await expectOnceTheNetworkIsThere(name)
  }
)

test('a browser that closes its database again and again loses nothing: it is opened anew', async () => {
  await page.addInitScript(rememberConnections)
  await page.goto(room.phone)
  const close = () => page.evaluate(() => (window as unknown as { closeAll(): number }).closeAll())
  room.network.weather = 'gone'
  let closed = 0
  for (const taps of [begin, toCard, toConfirm('Telkens'), share]) {
    if (taps === begin) room.network.weather = 'fine'
    await tapOn(page, taps)
    room.network.weather = 'gone'
    closed += await close()
  }
  expect(closed).toBeGreaterThanOrEqual(4)
  expect(await kept(page)).toMatchObject({ waiting: 1 })
  room.network.weather = 'fine'
  await page.evaluate(() => void window.dispatchEvent(new Event('online')))
  await page.getByText(t('sync.sent')).waitFor()
  expect(await named('Telkens')).toHaveLength(1)
})

/** "Clear site data" in the settings of the browser, while the page stands open. */
async function clearData(): Promise<void> {
  const session = await browser.newCDPSession(page)
  await session.send('Storage.clearDataForOrigin', { origin: room.network.origin, storageTypes: 'all' })
  await session.detach()
}

test.each([
  ['phone', 'before the card', 'Vroeg'],
  ['phone', 'at the last question before sharing', 'Laat'],
  ['tablet', 'at the last question before sharing', 'Balie']
] as const)('on a %s whose data is cleared %s the card is kept once, and sent once', async (kind, when, name) => {
  if (kind === 'tablet') {
    await setUpTablet(page, await room.tabletLink())
    await freshStart(page)
  } else await page.goto(room.phone)
  const taps = [begin, toCard, toConfirm(name)]
  const until = when === 'before the card' ? 1 : 3
  await tapOn(page, taps.slice(0, until).flat())
  await clearData()
  await tapOn(page, taps.slice(until).flat())
  room.network.weather = 'gone'
  await tapOn(page, share)
  expect(await kept(page)).toMatchObject({ rows: 1, waiting: 1 })
  expect(await said()).not.toContain(t('sync.sent'))

  room.network.weather = 'fine'
  await page.evaluate(() => void window.dispatchEvent(new Event('online')))
  await page.getByText(t('sync.sent')).waitFor()
  expect(await named(name)).toHaveLength(1)
})

/** So that a test can close the connections of a page as iOS does: without an event. */
function rememberConnections(): void {
  const open = Reflect.get(IDBFactory.prototype, 'open') as IDBFactory['open']
  const connections: IDBDatabase[] = []
  IDBFactory.prototype.open = function (...given) {
    const request = open.apply(this, given)
    request.addEventListener('success', () => connections.push(request.result))
    return request
  }
  Object.assign(window, {
    closeAll() {
      const all = connections.splice(0)
      for (const connection of all) connection.close()
      return all.length
    }
  })
}
