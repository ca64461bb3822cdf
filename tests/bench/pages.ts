import type { CDPSession, Page } from 'playwright-core'

import { aPlace } from '../builders/place.ts'
import { aProfile, sizes } from '../journeys/browser.ts'
import { aResident, samira } from '../journeys/resident.ts'
import { aServer } from '../journeys/server.ts'

const RUNS = 7
/** A cheap phone: a processor four times slower, and 1.6 Mbit/s with 150 ms. */
const SLOWER = 4
const slow4G = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 94_000 }

const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!
const spread = (values: readonly number[]) =>
  `median ${Math.round(median(values))} ms, least ${Math.round(Math.min(...values))}, most ${Math.round(Math.max(...values))} (${values.length} runs)`

async function slowDown(page: Page, network: boolean): Promise<CDPSession> {
  const control = await page.context().newCDPSession(page)
  await control.send('Emulation.setCPUThrottlingRate', { rate: SLOWER })
  if (network) {
    await control.send('Network.enable')
    await control.send('Network.emulateNetworkConditions', slow4G)
  }
  return control
}

/** When the first choice was painted, milliseconds since the address was opened. */
const firstPaint = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<number>(resolve => {
        const look = () => {
          const [paint] = performance.getEntriesByName('first-contentful-paint')
          if (paint) resolve(paint.startTime)
          else requestAnimationFrame(look)
        }
        look()
      })
  )

/** From a tap on the way on until the next question has been painted, measured in the page itself. */
const nextPainted = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<number>(resolve => {
        const heading = () => [...document.querySelectorAll('h1')].find(i => i.checkVisibility())
        const before = heading()
        const said = before?.textContent
        document.addEventListener(
          'click',
          event => {
            const painted = () => {
              const now = heading()
              if (now && (now !== before || now.textContent !== said))
                requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now() - event.timeStamp)))
              else requestAnimationFrame(painted)
            }
            requestAnimationFrame(painted)
          },
          { capture: true, once: true }
        )
        document.querySelector<HTMLElement>('nav.controls .button--primary, nav.controls .button--skip')!.click()
      })
  )

/** The resident's waiting on a cheap phone, against the times of architecture.md 5. */
export async function pages(): Promise<string[]> {
  const server = await aServer()
  const place = await aPlace(server.url, server.setupToken!)
  const [first, between, offline]: [number[], number[], number[]] = [[], [], []]
  try {
    for (let run = 0; run < RUNS; run++) {
      const profile = aProfile()
      const browser = await profile.open({ viewport: sizes.phone })
      const page = await browser.newPage()
      await slowDown(page, true)
      await page.goto(place.phoneLink, { waitUntil: 'commit' })
      first.push(await firstPaint(page))
      await page.close()

      const calm = await browser.newPage()
      const resident = await aResident(calm, place.phoneLink)
      await calm.waitForFunction(() => navigator.serviceWorker.ready.then(i => i.active?.state === 'activated'))
      await slowDown(calm, false)
      for (const codes of samira) {
        for (const code of codes) await calm.locator(`[data-code="${code}"]`).click()
        between.push(await nextPainted(calm))
      }
      await calm.getByRole('heading', { name: resident.t('card.title') }).waitFor()
      await calm.close()

      const again = await browser.newPage()
      await browser.setOffline(true)
      await slowDown(again, false)
      await again.goto(place.phoneLink, { waitUntil: 'commit' })
      offline.push(await firstPaint(again))
      await browser.close()
      profile.remove()
    }
  } finally {
    await server.remove()
  }
  return [
    `first choice can be tapped, slow 4G, ${SLOWER}× slower processor: ${spread(first)}; limit 1,300`,
    `tap to next question painted, ${SLOWER}× slower processor: ${spread(between)}; limit 40 median, 80 worst`,
    `offline start, ${SLOWER}× slower processor: ${spread(offline)}; limit 700`
  ]
}
