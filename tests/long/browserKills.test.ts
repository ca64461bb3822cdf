import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { nameOf } from '../builders/names.ts'
import { aProfile, kill, type Profile, sizes } from '../journeys/browser.ts'
import { begin, freshStart, lay, next, say, see, share, type Tap, tapOn, toCard, toConfirm } from '../journeys/hand.ts'
import { kept } from '../journeys/kept.ts'
import { setUpTablet, word } from '../journeys/resident.ts'
import { aRoom, type Room } from '../journeys/room.ts'

const RUNS = process.env['LONG'] === 'ci' ? 3 : 20
const t = (key: string) => word('nl', 'resident', key)

let room: Room
let profile: Profile
let browser: BrowserContext
let page: Page

beforeAll(async () => {
  room = await aRoom()
  profile = aProfile()
  browser = await profile.open({ viewport: sizes.tablet })
  page = await browser.newPage()
  await setUpTablet(page, await room.tabletLink())
  await page.waitForFunction(() => navigator.serviceWorker.controller)
})
afterAll(async () => {
  await browser.close().catch(() => undefined)
  profile.remove()
  await room.remove()
})

interface Death {
  /** From the first question to just before the browser dies. */
  readonly until: (name: string, run: number) => Promise<void>
  /** How many cards of this name there are once the tablet is back. */
  readonly cards: readonly number[]
}

const walk = (...taps: readonly (readonly Tap[])[]) => tapOn(page, taps.flat())
const shown = (key: string) => page.getByText(t(key)).waitFor()

/** Shares, and holds the transaction of sharing open until the end. */
async function shareForEver(): Promise<void> {
  const inside = page.evaluate(
    () =>
      new Promise<void>(resolve => {
        const put = Reflect.get(IDBObjectStore.prototype, 'put') as IDBObjectStore['put']
        IDBObjectStore.prototype.put = function (...given) {
          const request = put.apply(this, given)
          if (this.name !== 'outbox') return request
          // a transaction lives as long as it is asked something
          const hold = () => void (this.get('nothing').onsuccess = hold)
          hold()
          resolve()
          return request
        }
      })
  )
  await walk([say('confirm.yes')])
  await inside
}

const toYes = (name: string) => walk(toCard, toConfirm(name))

const deaths: Readonly<Record<string, Death>> = {
  'while answering': {
    async until(name) {
      await walk([lay('area.home'), next, see('change.q'), next, see('direction.q'), say('direction.other')])
      await walk([{ write: name }, next, see('drive.q'), next, see('strength.q'), say('strength.other')])
      await walk([{ write: name }])
    },
    cards: [0]
  },
  'on the card': { until: () => walk(toCard), cards: [0] },
  'on the last question before sharing': { until: toYes, cards: [0] },
  // whether the transaction was through by then is a matter of luck; half a card or two cards are not
  'right after the tap on "Ja, delen"': {
    async until(name, run) {
      await toYes(name)
      await walk([say('confirm.yes')])
      // a little later each time: sealing, writing and sending take a few hundredths of a second
      await new Promise(resolve => setTimeout(resolve, run * 5))
    },
    cards: [0, 1]
  },
  'while the card and the draft change places': {
    async until(name) {
      await toYes(name)
      await shareForEver()
    },
    cards: [0]
  },
  'while the card waits for a network': {
    async until(name) {
      await browser.setOffline(true)
      await toYes(name)
      await walk(share)
    },
    cards: [1]
  },
  'while the card is being sent': {
    async until(name) {
      await toYes(name)
      room.network.weather = 'deaf'
      const sent = room.network.next('PUT')
      await walk(share)
      await sent
    },
    cards: [1]
  },
  'when the card has arrived and the receipt was lost': {
    async until(name) {
      await toYes(name)
      room.network.weather = 'mute'
      const stored = room.network.next('PUT')
      await walk(share)
      await stored
    },
    cards: [1]
  },
  'when the card is a copy of what the team has': {
    async until(name) {
      await toYes(name)
      await walk(share)
      await shown('sync.sent')
    },
    cards: [1]
  },
  'when the card has arrived and is to be taken back': {
    async until(name) {
      await toYes(name)
      await walk(share)
      await shown('sync.sent')
      await browser.setOffline(true)
      await walk([say('withdraw.title'), say('withdraw.yes')])
      await shown('withdraw.waiting_kiosk')
    },
    cards: [0]
  }
}

/** What a page shows and holds. */
const readable = () =>
  page.evaluate(() => {
    const fields = [...document.querySelectorAll('input, textarea')].map(i => (i as HTMLInputElement).value)
    return [document.documentElement.textContent, ...fields, location.href].join(' ')
  })

let number = 0

test.each(Object.entries(deaths))(
  `a browser that dies ${RUNS} times %s loses nothing that was shared, doubles nothing and shows nothing`,
  async (_, { until, cards }) => {
    for (let run = 0; run < RUNS; run++) {
      const name = nameOf(number++)
      await walk(begin)
      await until(name, run)
      await kill(profile)
      await browser.close().catch(() => undefined)
      room.network.weather = 'fine'

      browser = await profile.open({ viewport: sizes.tablet })
      page = await browser.newPage()
      await page.goto(room.tablet)
      await freshStart(page)
      expect(await readable()).not.toContain(name)
      await expect.poll(() => kept(page), { timeout: 30_000 }).toMatchObject({ drafts: 0, waiting: 0 })
      const found = (await room.cards()).filter(card => card.name === name)
      expect(cards).toContain(found.length)
    }
  }
)
