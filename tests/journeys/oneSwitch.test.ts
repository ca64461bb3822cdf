import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { aPlace, type Place } from '../builders/place.ts'
import { sizes } from './browser.ts'
import { aBrowser } from './pages/walk.ts'
import { samira, word } from './resident.ts'
import { aServer, type RunningServer } from './server.ts'

let server: RunningServer
let place: Place
let browser: Browser

beforeAll(async () => {
  server = await aServer()
  place = await aPlace(server.url, server.setupToken!)
  browser = await aBrowser()
})
afterAll(async () => {
  await browser.close()
  await server.remove()
})

const t = (key: string) => word('nl', 'resident', key, { place: 'Werkwinkel Overvecht' })

/** Somebody with one key: they wait for the border, and press the space bar. Nothing else is ever pressed or tapped. */
function oneKey(page: Page) {
  const inBorder = (what: Locator) => what.evaluate(it => 'scanned' in (it as HTMLElement).dataset)
  /** The border stands still for a second and a half; this clock need not. */
  const wait = () => page.clock.runFor(1_500)
  const choose = async (what: Locator) => {
    await what.waitFor()
    for (const level of ['group', 'item']) {
      for (let steps = 0; !(await inBorder(what)); steps++) {
        if (steps > 80) throw new Error(`the border does not come by ${String(what)}`)
        await wait()
      }
      const alone = (await page.locator('[data-scanned]').count()) === 1
      await page.keyboard.press(' ')
      await page.clock.runFor(300)
      if (level === 'item' || alone) return
    }
  }
  return {
    choose,
    button: (key: string) => choose(page.getByRole('button', { name: t(key), exact: true })),
    tile: (code: string) => choose(page.locator(`button[data-code="${code}"]`)),
    /** Verder or Sla over; resolves on the next page. */
    async next() {
      const before = await page.locator('h1:visible').elementHandle()
      await choose(page.locator('nav.controls .button--primary, nav.controls .button--skip').filter({ visible: true }))
      await page.waitForFunction(old => {
        const now = [...document.querySelectorAll('h1')].find(i => i.checkVisibility())
        return now !== undefined && now !== old
      }, before)
    },
    at: (key: string) => page.getByRole('heading', { name: t(key), exact: true }).waitFor()
  }
}

test('a resident with one key goes from the language to the code', async () => {
  const context = await browser.newContext({ viewport: sizes.phone, serviceWorkers: 'block' })
  const page = await context.newPage()
  await page.clock.install()
  await page.goto(place.phoneLink)
  await page.waitForLoadState('networkidle')
  const hand = oneKey(page)

  // the key held calls the border, on the very first page
  await page.keyboard.down(' ')
  await page.clock.runFor(1_600)
  await page.keyboard.down(' ')
  await page.keyboard.up(' ')
  await page.locator('.oneswitch').waitFor()

  await hand.choose(page.locator('label[for="language-nl"]'))
  await hand.choose(page.locator('label[for="tap-go"]'))
  await hand.at('welcome.title')
  await hand.button('welcome.start')
  await hand.at('good.q')
  for (const [first] of samira) {
    await hand.tile(first)
    await hand.next()
  }
  await hand.at('card.title')
  await hand.choose(page.locator('.lock').first())
  await page.locator('.lock[aria-pressed="true"]').waitFor()
  await hand.next()
  await hand.tile('share.card')
  await hand.next()
  await hand.tile('contact.back')
  await hand.next()
  // one key writes no name: the field is passed by
  await hand.at('name.q')
  expect(await page.locator('input[data-scanned], textarea[data-scanned]').count()).toBe(0)
  await hand.next()
  await hand.tile('speaks.same')
  await hand.next()
  await hand.at('confirm.title')
  await hand.button('confirm.yes')
  await hand.at('code.title')

  // and it ends where it began to be of use: the way out is in every round
  await hand.button('oneSwitch.stop')
  await page.locator('.oneswitch').waitFor({ state: 'detached' })
  await context.close()
})
