import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { aProfile, type Profile, sizes } from '../journeys/browser.ts'
import { finish, lay, next, say, see, START, type Tap, tapOn } from '../journeys/hand.ts'
import { setUpTablet, word } from '../journeys/resident.ts'
import { aRoom, type Room } from '../journeys/room.ts'
import { nameOf } from '../builders/names.ts'

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
  await browser.close()
  profile.remove()
  await room.remove()
})

const t = (key: string) => word('nl', 'resident', key)

/** A whole visit, page by page: what is laid on it, and the way on. */
const pages: readonly (readonly Tap[])[] = [
  [{ tap: START }, see('welcome.title')],
  [say('welcome.start'), see('good.q')],
  [lay('area.home'), next],
  [see('change.q'), lay('area.learning'), next],
  [see('scale.q'), lay('scale.ok'), next],
  [see('direction.q'), lay('direction.volunteer'), next],
  [see('drive.q'), lay('drive.people'), next],
  [see('strength.q'), lay('strength.cook'), next],
  [see('ask.q'), lay('ask.along'), next],
  [see('step.q'), lay('step.volunteer_visit'), next],
  [see('when.q'), lay('when.week'), next],
  [see('with.q'), lay('with.team'), next],
  [see('sure.q'), lay('sure.maybe'), next],
  [see('smaller.q'), lay('smaller.keep'), next],
  [see('card.title'), next],
  [lay('share.card'), next],
  [see('contact.q'), lay('contact.back'), next],
  [see('name.q'), { write: '' }, next],
  [see('speaks.q'), lay('speaks.same'), next],
  [see('confirm.title'), say('confirm.preview'), see('confirm.preview'), next],
  [see('confirm.title'), say('confirm.yes')],
  [see('code.title')]
]

/** The same pages, filled in by somebody of this name. */
const visitOf = (name: string) => pages.map(taps => taps.map(tap => ('write' in tap ? { write: name } : tap)))

const said = () => page.locator('main:visible').innerText()
const expectArrived = async (name: string) => {
  await expect.poll(said, { timeout: 30_000 }).toContain(t('sync.sent'))
  const cards = await room.cards()
  expect(cards.filter(card => card.name === name)).toHaveLength(1)
}

test('whoever loses the network on any page reaches the code, and is told that the card has arrived when it has', async () => {
  for (const [at] of pages.entries()) {
    const name = nameOf(at)
    const visit = visitOf(name)
    await tapOn(page, visit.slice(0, at).flat())
    await browser.setOffline(true)
    if (at === 0) await page.reload()
    await tapOn(page, visit.slice(at).flat())
    if (at < pages.length - 1) {
      await expect.poll(said).toContain(t('sync.waiting_kiosk'))
      expect(await said()).not.toContain(t('sync.sent'))
    }
    await browser.setOffline(false)
    await expectArrived(name)
    await tapOn(page, [say('code.got'), see('done.title')])
    await finish(page)
  }
  expect(await room.cards()).toHaveLength(pages.length)
})

test.each([
  ['breaks every connection', 'gone', 100],
  ['swallows what is sent', 'deaf', 101],
  ['loses the answer to what was stored', 'mute', 102],
  ['is a hotel that calls every page a success', 'portal', 103],
  ['leads to a server that has no time', 'busy', 104]
] as const)(
  'while the network %s nothing is called arrived, and afterwards the card is there once',
  async (_, weather, number) => {
    const name = nameOf(number)
    const visit = visitOf(name).flat()
    await tapOn(page, visit.slice(0, -2))
    room.network.weather = weather
    const sent = room.network.next('PUT')
    await tapOn(page, visit.slice(-2))
    await sent
    expect(await said()).not.toContain(t('sync.sent'))
    expect((await room.cards()).filter(card => card.name === name)).toHaveLength(weather === 'mute' ? 1 : 0)

    room.network.weather = 'fine'
    const again = () => page.evaluate(() => void window.dispatchEvent(new Event('online')))
    await expect
      .poll(
        async () => {
          await again()
          return said()
        },
        { timeout: 60_000, interval: 500 }
      )
      .toContain(t('sync.sent'))
    await expectArrived(name)
    await tapOn(page, [say('code.got'), see('done.title')])
    await finish(page)
  }
)
