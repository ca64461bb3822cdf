import type { BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { makeTeam } from '#sealing/keys.ts'
import { fromBase64url, toBase64url } from '#wire/bytes.ts'
import type { QueuePage } from '#wire/queue.ts'
import type { Tablets } from '#wire/tablets.ts'

import { aPlace, enrolTablet, type Place } from '../builders/place.ts'
import { aProfile, type Profile, sizes } from './browser.ts'
import { act, makeTablet, openWithSheet, t as said } from './professional.ts'
import { aResident, openLink, type Resident, setUpTablet, walkToCard, walkToConfirm, word } from './resident.ts'
import { aServer, type RunningServer } from './server.ts'

const MINUTE = 60_000
const t = (key: string, values = {}) => word('nl', 'resident', key, values)

let server: RunningServer
let place: Place
let desk: Page
const profiles: Profile[] = []
const contexts: BrowserContext[] = []

async function aDevice(options: BrowserContextOptions): Promise<Page> {
  const profile = aProfile()
  profiles.push(profile)
  const context = await profile.open(options)
  context.setDefaultTimeout(60_000)
  contexts.push(context)
  return context.pages()[0] ?? context.newPage()
}
// a worker would also send by itself, past what a test says of the network
const aTablet = () => aDevice({ viewport: sizes.tablet, serviceWorkers: 'block' })

beforeAll(async () => {
  server = await aServer()
  place = await aPlace(server.url, server.setupToken!)
  desk = await aDevice({ viewport: sizes.laptop })
  await openWithSheet(desk, server.url, place)
  await act(desk, 'queue.team').click()
})
afterAll(async () => {
  for (const context of contexts) await context.close()
  for (const profile of profiles) profile.remove()
  await server.remove()
})

const entry = (name: string) => desk.locator(`[data-tablet="${name}"]`)
const heading = (page: Page, key: string) => page.getByRole('heading', { name: t(key), exact: true })
const cards = async () => ((await (await place.ask('GET', '/v1/desk/queue')).json()) as QueuePage).items.length

/** As what the browser of this page belongs to a place, if it does. */
const keptPlace = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<string | undefined>(resolve => {
        const opening = indexedDB.open('waarheen')
        opening.addEventListener('success', () => {
          const read = opening.result.transaction('place').objectStore('place').get('place')
          read.addEventListener('success', () => resolve((read.result as { kind: string } | undefined)?.kind))
        })
      })
  )

/** Shares a whole card; stands at the code when it returns. */
async function share(resident: Resident): Promise<void> {
  await walkToCard(resident)
  await walkToConfirm(resident, 'share.card', 'contact.here', 'Samira')
  await resident.button('confirm.yes').click()
  await resident.page.getByRole('heading', { name: resident.t('code.title') }).waitFor()
}

test('from the link on the desk to a first card that arrived takes a tablet less than two minutes', async () => {
  const link = await makeTablet(desk, 'Tablet bij het raam')
  await desk.getByText(said('tablets.linkOpen', { time: '' }).trim()).waitFor()
  const tablet = await aDevice({ viewport: sizes.tablet })
  const start = Date.now()
  const resident = await aResident(tablet, link)
  await share(resident)
  await tablet.getByText(resident.t('sync.sent')).waitFor()
  expect(Date.now() - start).toBeLessThan(2 * MINUTE)
  expect(await cards()).toBe(1)

  // the desk that was open all the time knows it, by itself
  await entry('Tablet bij het raam').getByText(said('tablets.waitingNone')).waitFor()
  await entry('Tablet bij het raam')
    .getByText(/versie [0-9a-f]{8}/)
    .waitFor()
})

test('a card that cannot leave is seen on the desk with its time, and still arrives after the tablet was revoked', async () => {
  const name = 'Tablet bij de deur'
  const tablet = await aTablet()
  await setUpTablet(tablet, await enrolTablet(place, name))
  const blocked = (url: URL) => /^\/v1\/envelopes\/[\w-]{22}$/.test(url.pathname)
  await tablet.context().route(blocked, route => route.abort())
  const resident = await aResident(tablet, place.tabletLink)
  await share(resident)
  const before = await cards()
  await entry(name)
    .getByText(/^1 wacht sinds \d\d:\d\d$/)
    .waitFor()

  await entry(name)
    .getByRole('button', { name: new RegExp(`^${said('tablets.revoke')}.*${name}$`) })
    .click()
  await entry(name)
    .getByRole('button', { name: said('tablets.revoke'), exact: true })
    .click()
  await desk.getByText(said('tablets.revokedDone')).waitFor()

  const heard = tablet.waitForResponse(i => i.url().endsWith('/v1/tablets/heartbeat') && i.status() === 410)
  await tablet.context().unroute(blocked)
  await tablet.evaluate(() => void dispatchEvent(new Event('online')))
  await expect.poll(cards).toBe(before + 1)
  // and it hears that it was revoked
  await heard
})

test('a server that shows another team key than the link gets no tablet, and the page says so', async () => {
  const tablet = await aTablet()
  const link = await enrolTablet(place, 'Tablet in de gang')
  const thief = await makeTeam(fromBase64url(place.id), Date.now())
  const profile = { ...place.profile, cards: [toBase64url(thief.card)] }
  await tablet.context().route(`**/v1/locations/${place.id}`, route => route.fulfill({ json: profile }))
  const asked: string[] = []
  tablet.on('request', request => asked.push(new URL(request.url()).pathname))
  await tablet.goto(link)
  await heading(tablet, 'place.swapped_title').waitFor()
  await tablet.getByText(t('place.swapped').split('. ')[0]!).waitFor()
  expect(asked).not.toContain('/v1/tablets')
  const { tablets, links } = (await (await place.ask('GET', '/v1/desk/tablets')).json()) as Tablets
  expect(tablets.map(i => i.name)).not.toContain('Tablet in de gang')
  expect(links.map(i => i.name)).toContain('Tablet in de gang')

  // the same link works where the server tells the truth
  await tablet.context().unroute(`**/v1/locations/${place.id}`)
  await openLink(tablet, link)
})

test('a link makes one tablet only; a second browser is told, and later asks for a link of its own', async () => {
  const link = await enrolTablet(place, 'Tablet boven')
  const first = await aTablet()
  await setUpTablet(first, link)
  const second = await aTablet()
  await second.goto(link)
  for (const label of ['enrol.code', 'enrol.again']) await second.getByLabel(t(label), { exact: true }).fill('13579')
  await second.getByRole('button', { name: t('enrol.do') }).click()
  await heading(second, 'place.used_title').waitFor()
  await second.goto(`${server.url}/k/${place.id}`)
  await second.locator('label[for="tap-go"]').click()
  await heading(second, 'place.link_title').waitFor()

  // the first one is a tablet by its plain address, after all of its tabs were closed too
  const again = await first.context().newPage()
  await first.close()
  await again.goto(`${server.url}/k/`)
  await again.getByText(t('app.title').split('? ')[0]!, { exact: false }).first().waitFor()
  await expect.poll(() => keptPlace(again)).toBe('tablet')
})

test('a tablet that starts at its everyday address is itself; without its store it is nobody, and never a phone', async () => {
  const tablet = await aTablet()
  await setUpTablet(tablet, await enrolTablet(place, 'Tablet op zolder'))
  await tablet.goto(`${server.url}/k/`)
  await tablet.locator('[data-language="nl"]').waitFor()
  expect(new URL(tablet.url()).pathname).toBe(`/k/${place.id}`)

  const session = await tablet.context().newCDPSession(tablet)
  await session.send('Storage.clearDataForOrigin', { origin: server.url, storageTypes: 'all' })
  await tablet.goto(`${server.url}/k/`)
  await tablet.locator('label[for="tap-go"]').click()
  await heading(tablet, 'place.link_title').waitFor()
  // a phone would have kept the only place of this server by now
  expect(await keptPlace(tablet)).toBeUndefined()
  expect(await tablet.getByRole('button').count()).toBe(1)
})
