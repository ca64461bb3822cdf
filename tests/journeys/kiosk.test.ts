import type { BrowserContext, Page, Route } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'

import type { QueuePage } from '#wire/queue.ts'

import { aPlace, enrolTablet, type Place } from '../builders/place.ts'
import { aProfile, type Profile, sizes } from './browser.ts'
import { openStaffMenu } from './pages/kiosk.ts'
import { boardIsOpen, openWithSheet } from './professional.ts'
import { aResident, type Resident, setUpTablet, walkToCard, walkToConfirm, word } from './resident.ts'
import { aServer, type RunningServer } from './server.ts'

const t = (key: string) => word('nl', 'resident', key, { place: 'Werkwinkel Overvecht' })

let server: RunningServer
let place: Place
let tablet: Page
let desk: Page
const profiles: Profile[] = []
const contexts: BrowserContext[] = []
const asked: string[] = []
const addresses = new Set<string>()

async function aDevice(viewport: { width: number; height: number }): Promise<Page> {
  const profile = aProfile()
  profiles.push(profile)
  const context = await profile.open({ viewport, permissions: ['clipboard-read'] })
  context.setDefaultTimeout(60_000)
  contexts.push(context)
  return context.pages()[0] ?? context.newPage()
}

beforeAll(async () => {
  server = await aServer()
  place = await aPlace(server.url, server.setupToken!)
  desk = await aDevice(sizes.laptop)
  await openWithSheet(desk, server.url, place)
  tablet = await aDevice(sizes.tablet)
  tablet.context().on('request', request => asked.push(new URL(request.url()).origin))
  tablet.on('framenavigated', frame => addresses.add(new URL(frame.url()).pathname))
  await setUpTablet(tablet, await enrolTablet(place))
  await tablet.locator('[data-language="nl"]').waitFor()
})
afterAll(async () => {
  for (const context of contexts) await context.close()
  for (const profile of profiles) profile.remove()
  await server.remove()
})

/** Without the root: on an open page that would be no new document, only another fragment. */
const everyday = () => place.tabletLink.split('#')[0]!

beforeEach(async () => {
  await tablet.context().setOffline(false)
  await tablet.goto(everyday())
})

const cards = async () => ((await (await place.ask('GET', '/v1/desk/queue')).json()) as QueuePage).items.length
const atWelcome = async () => {
  await tablet.locator('[data-language="nl"]').click()
  await tablet.getByRole('button', { name: t('welcome.start'), exact: true }).waitFor()
}
const button = (key: string) => tablet.getByRole('button', { name: t(key), exact: true })

async function shares(): Promise<Resident> {
  const resident = await aResident(tablet, everyday())
  await walkToCard(resident)
  await walkToConfirm(resident, 'share.card', 'contact.here', 'Zwaluwtje')
  await resident.button('confirm.yes').click()
  await tablet.getByRole('heading', { name: t('code.title') }).waitFor()
  return resident
}

test('whoever comes after a visit finds nothing of it by Back, Forward or reload, however often', async () => {
  const resident = await shares()
  const code = (await tablet.locator('.code__word').innerText()).trim()
  await tablet.getByText(t('sync.sent')).waitFor()
  await resident.button('code.got').click()
  await resident.button('done.finish').click()
  await tablet.locator('[data-language="nl"]').waitFor()
  const moves = ['goBack', 'reload', 'goForward', 'goBack', 'goBack'] as const
  for (let i = 0; i < 20; i++) {
    await tablet[moves[i % moves.length]!]().catch(() => null)
    if (!tablet.url().startsWith(server.url)) await tablet.goto(everyday())
    await tablet.locator('[data-language="nl"]').waitFor()
    const seen = await tablet.evaluate(() => ({
      text: document.body.innerText,
      typed: [...document.querySelectorAll('input, textarea')].map(i => (i as HTMLInputElement).value).join(' '),
      title: document.title,
      state: JSON.stringify(history.state)
    }))
    expect(`${seen.text} ${seen.typed}`).not.toMatch(new RegExp(`Zwaluwtje|${code}|area\\.`))
    expect(seen.title).toBe('Waarheen')
    expect(seen.state).toBe('null')
  }
  expect(await tablet.evaluate(() => navigator.clipboard.readText())).toBe('')
  expect([...new Set(asked)]).toEqual([server.url])
  expect([...addresses].filter(path => !['/', 'blank', `/k/${place.id}`].includes(path))).toEqual([])
})

test('who goes back to the first page has left: the next one starts from nothing', async () => {
  const resident = await aResident(tablet, everyday())
  await resident.answer('area.home')
  for (const key of ['good.q', 'welcome.title']) {
    await resident.button('common.back').click()
    await tablet.getByRole('heading', { name: t(key), exact: true }).waitFor()
  }
  await resident.button('common.back').click()
  await tablet.locator('[data-language="nl"]').waitFor()
  await atWelcome()
  await button('welcome.start').click()
  await tablet.getByRole('heading', { name: t('good.q') }).waitFor()
  expect(await tablet.locator('[aria-pressed="true"]').count()).toBe(0)
  await tablet.goto(everyday())
})

test('"Roep iemand" rings on a desk that stands open, by itself', async () => {
  await boardIsOpen(desk)
  const before = await desk.locator('[data-card]').count()
  await atWelcome()
  await button('welcome.talk').click()
  await button('talk.call').waitFor()
  const rang = desk.waitForFunction(count => document.querySelectorAll('[data-card]').length > count, before)
  await button('talk.call').click()
  // how fast is measured by `npm run bench`
  await rang
  await tablet.getByText(t('talk.called')).waitFor()
  await tablet.goto(everyday())
})

test('without network both calls end on a page that is held up, and arrive when it is back', async () => {
  const before = await cards()
  await atWelcome()
  await button('welcome.talk').click()
  await tablet.context().setOffline(true)
  await button('talk.call').click()
  await tablet.getByText(t('talk.show')).waitFor()
  await tablet.context().setOffline(false)
  await tablet.getByText(t('talk.called')).waitFor()
  const resident = await aResident(tablet, everyday())
  await tablet.context().setOffline(true)
  await walkToCard(resident)
  await walkToConfirm(resident, 'share.step', 'contact.here')
  await resident.button('confirm.yes').click()
  await tablet.getByText(t('sync.waiting_here')).waitFor()
  await tablet.context().setOffline(false)
  await tablet.getByText(t('sync.sent')).waitFor()
  expect(await cards()).toBe(before + 2)
  await tablet.goto(everyday())
})

test('"Ik wacht hier" on a network whose line is dead ends on a page that is held up too', async () => {
  const hanging: Route[] = []
  let dead = true
  const envelopes = (url: URL) => /^\/v1\/envelopes\/[\w-]{22}$/.test(url.pathname)
  await tablet.context().route(envelopes, async route => (dead ? void hanging.push(route) : route.continue()))
  const resident = await aResident(tablet, everyday())
  await walkToCard(resident)
  await walkToConfirm(resident, 'share.step', 'contact.here')
  await resident.button('confirm.yes').click()
  await tablet.getByText(t('sync.waiting_show')).waitFor()
  dead = false
  for (const route of hanging) await route.abort()
  await tablet.getByText(t('sync.sent')).waitFor()
  await tablet.context().unroute(envelopes)
  await tablet.goto(everyday())
})

test('a card goes to paper only once staff said that there is a printer', async () => {
  const reachCard = async () => {
    await walkToCard(await aResident(tablet, everyday()))
    await tablet.getByRole('heading', { name: t('card.title') }).waitFor()
  }
  await reachCard()
  expect(await button('home.print').count()).toBe(0)
  await tablet.goto(everyday())
  await openStaffMenu(tablet, 'nl')
  await button('staff.printer').click()
  await button('staff.close').click()
  await tablet.locator('[data-language="nl"]').waitFor()
  await reachCard()
  await button('home.print').waitFor()
})

test('practice never reaches the queue, says so, and leaves nothing behind', async () => {
  const before = await cards()
  await openStaffMenu(tablet, 'nl')
  await button('staff.practiceOn').click()
  await tablet.getByText(t('practice.banner')).waitFor()
  const sent: string[] = []
  // what earlier visits sent is still asked after
  tablet.on('request', request => request.method() === 'PUT' && sent.push(request.url()))
  await shares()
  await tablet.getByText(t('practice.sent')).waitFor()
  expect(sent).toEqual([])
  expect(await cards()).toBe(before)
  await tablet.goto(everyday())
  await openStaffMenu(tablet, 'nl')
  await button('staff.practiceOff').click()
  await tablet.getByText(t('practice.banner')).waitFor({ state: 'detached' })
  await tablet.locator('[data-language="nl"]').waitFor()
  expect(await tablet.evaluate(async () => (await indexedDB.databases()).map(i => i.name))).toEqual(['waarheen'])
  expect(await cards()).toBe(before)
})
