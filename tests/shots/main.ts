/** `npm run shots`: the pictures of the README, taken from the running product into `docs/shots`. */
import { mkdirSync, writeFileSync } from 'node:fs'
import type { Page } from 'playwright-core'

import type { QueuePage } from '#wire/queue.ts'

import { aPlace, enrolTablet } from '../builders/place.ts'
import { sendCards } from '../demo/cards.ts'
import { sizes } from '../journeys/browser.ts'
import { deskHand } from '../journeys/pages/deskHand.ts'
import { aBrowser } from '../journeys/pages/walk.ts'
import { aResident, samira, walkToCard } from '../journeys/resident.ts'
import { aServer } from '../journeys/server.ts'
import { overview } from './overview.ts'
import { smaller } from './smaller.ts'

const folder = 'docs/shots'
mkdirSync(folder, { recursive: true })
const server = await aServer()
const place = await aPlace(server.url, server.setupToken!)
const browser = await aBrowser()

async function open(size: keyof typeof sizes): Promise<Page> {
  const context = await browser.newContext({ viewport: sizes[size], deviceScaleFactor: 1.5, reducedMotion: 'reduce' })
  const page = await context.newPage()
  // our font is optional and may miss its moment on a busy machine; this one may come later
  await page.addInitScript(() => {
    const face = new FontFace('Waarheen', 'url(/fonts/waarheen-latin.woff2)', { weight: '400 700' })
    document.fonts.add(face)
    void face.load()
  })
  return page
}

async function shoot(page: Page, name: string): Promise<void> {
  // no ring around what was just tapped, and the page from its beginning
  await page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur())
  await page.evaluate(() => scrollTo(0, 0))
  await page.waitForFunction(() => [...document.images].every(image => image.complete))
  await page.evaluate(() => document.fonts.ready)
  writeFileSync(`${folder}/${name}.png`, smaller(await page.screenshot()))
}

async function onTablet(): Promise<void> {
  const page = await open('tablet')
  const resident = await aResident(page, await enrolTablet(place))
  for (const answers of samira.slice(0, 3)) await resident.answer(...answers)
  for (const code of samira[3]) await resident.tap(page.locator(`[data-code="${code}"]`))
  await shoot(page, 'question')
  await resident.next()
  await walkToCard(resident, samira.slice(4))
  await page.setViewportSize(sizes.laptop)
  await page.locator('.lock').nth(3).click()
  await shoot(page, 'card')
  await resident.next()
  await page.locator('[data-code="share.card"]').click()
  await shoot(page, 'share')
  await resident.next()
  await resident.answer('contact.here')
  await page.getByLabel(resident.t('name.label')).fill('Yusuf')
  await resident.next()
  await resident.answer('speaks.same')
  await resident.button('confirm.yes').click()
  await page.getByText(resident.t('sync.sent')).waitFor()
  await shoot(page, 'code')
}

async function onPhone(): Promise<void> {
  const page = await open('phone')
  const resident = await aResident(page, place.phoneLink, 'en')
  for (const code of ['area.home', 'area.outside']) await resident.tap(page.locator(`[data-code="${code}"]`))
  await shoot(page, 'phone')
}

async function atDesk(): Promise<void> {
  const page = await open('laptop')
  const hand = deskHand(page, 'nl')
  const { fill, send, at, tap } = hand
  await hand.goto(`${server.url}/desk/`)
  await fill('pro.access.signIn.email', place.email)
  await fill('pro.access.signIn.password', place.password)
  await send()
  await at('pro.access.device.title')
  await tap('pro.access.device.sheet')
  await fill('pro.access.drill.code', place.sheet)
  await fill('pro.access.recover.password', place.password)
  await send()
  await page.locator('[data-card]').nth(2).waitFor()
  await shoot(page, 'desk-board')
  await page.locator('[data-open]', { hasText: 'Samira' }).first().click()
  await page.locator('.dcard').waitFor()
  await shoot(page, 'desk-card')
}

await onTablet()
await onPhone()
await sendCards(
  place,
  ((path: string, init?: RequestInit) => fetch(new URL(path, server.url), init)) as typeof fetch,
  Date.now
)
const queue = (await (await place.ask('GET', '/v1/desk/queue')).json()) as QueuePage
await place.ask('POST', `/v1/desk/queue/${queue.items[1]!.id}/claim`, {})
await atDesk()
await overview(browser, folder)
await browser.close()
await server.remove()
