import type { Page } from 'playwright-core'

import { aPlace, enrolTablet } from '../builders/place.ts'
import { aProfile, sizes } from '../journeys/browser.ts'
import { freshStart, lay, say, see, START, type Tap, tapOn, toCard, toConfirm } from '../journeys/hand.ts'
import { openWithSheet, t } from '../journeys/professional.ts'
import { setUpTablet } from '../journeys/resident.ts'
import { aServer } from '../journeys/server.ts'
import { median, noLimits } from './processes.ts'

const RINGS = 24

/** What leads to a call, and the words of the tap that calls. */
const calls: Readonly<Record<string, { readonly until: readonly Tap[]; readonly tap: string; readonly after: Tap }>> = {
  'Roep iemand': {
    until: [{ tap: START }, see('welcome.title'), say('welcome.talk'), see('talk.title')],
    tap: 'talk.call',
    after: see('talk.title')
  },
  'Ik wacht hier': {
    until: [
      { tap: START },
      see('welcome.title'),
      say('welcome.start'),
      ...toCard,
      ...toConfirm('Samira').map(tap => ('tap' in tap && tap.tap.includes('contact.back') ? lay('contact.here') : tap))
    ],
    tap: 'confirm.yes',
    after: see('code.title')
  }
}

/** From the tap on a tablet until the bell stands on an open desk, painted; two browsers and the server on one machine. */
export async function rings(): Promise<string[]> {
  const server = await aServer({ env: { ...noLimits, LIMIT_ENVELOPES_PER_TABLET: '1000000' } })
  const place = await aPlace(server.url, server.setupToken!)
  const [deskProfile, tabletProfile] = [aProfile(), aProfile()]
  const deskBrowser = await deskProfile.open({ viewport: sizes.laptop })
  const tabletBrowser = await tabletProfile.open({ viewport: sizes.tablet })
  try {
    const [desk, tablet] = [await deskBrowser.newPage(), await tabletBrowser.newPage()]
    await openWithSheet(desk, server.url, place)
    await setUpTablet(tablet, await enrolTablet(place))
    await freshStart(tablet)

    const lines: string[] = []
    for (const [name, { until, tap, after }] of Object.entries(calls)) {
      const times: number[] = []
      for (let ring = 0; ring < RINGS; ring++) {
        await tapOn(tablet, until)
        await listen(desk)
        const called = await tapAt(tablet, say(tap))
        times.push((await heard(desk)) - called)
        await desk.getByRole('button', { name: t('shell.bellQuiet'), exact: true }).click()
        await desk.locator('.bell').waitFor({ state: 'hidden' })
        await tapOn(tablet, [after])
        await tablet.goto(place.tabletLink.split('#')[0]!)
        await freshStart(tablet)
      }
      lines.push(
        `"${name}" on a tablet to the bell on an open desk: median ${Math.round(median(times))} ms, ` +
          `most ${Math.round(Math.max(...times))} (${RINGS} rings); limit 1,000`
      )
    }
    return lines
  } finally {
    await deskBrowser.close()
    await tabletBrowser.close()
    deskProfile.remove()
    tabletProfile.remove()
    await server.remove()
  }
}

/** The moment of the tap, milliseconds since 1970 by the clock that both browsers share. */
async function tapAt(page: Page, tap: Tap): Promise<number> {
  await page.evaluate(() => {
    const at = () => Object.assign(window, { tappedAt: performance.timeOrigin + performance.now() })
    document.addEventListener('click', at, { capture: true, once: true })
  })
  await tapOn(page, [tap])
  return page.evaluate(() => (window as unknown as { tappedAt: number }).tappedAt)
}

/** From now on this desk notes when its bell comes. */
const listen = (desk: Page) =>
  desk.evaluate(() => {
    const rang = new Promise<number>(resolve => {
      const look = () => {
        if (!document.querySelector('.bell:not([hidden])')) return
        watch.disconnect()
        requestAnimationFrame(() => resolve(performance.timeOrigin + performance.now()))
      }
      const watch = new MutationObserver(look)
      watch.observe(document.body, { subtree: true, childList: true, attributes: true, attributeFilter: ['hidden'] })
    })
    Object.assign(window, { rang })
  })

const heard = (desk: Page) => desk.evaluate(() => (window as unknown as { rang: Promise<number> }).rang)
