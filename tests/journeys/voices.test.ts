import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { textMark } from '#wire/textMark.ts'

import { aPlace, enrolTablet, type Place } from '../builders/place.ts'
import { aWav } from '../builders/wav.ts'
import { aProfile, type Profile, sizes } from './browser.ts'
import { heardBy, hurry, listenIn, luister, shippedVoice, shownOn } from './hearing.ts'
import { act, openWithSheet, t } from './professional.ts'
import { aResident, setUpTablet, walkToCard, walkToConfirm, word } from './resident.ts'
import { aServer, type RunningServer } from './server.ts'

let server: RunningServer
let place: Place
const profiles: Profile[] = []
const contexts: BrowserContext[] = []

async function aDevice(
  args: string[] = [],
  viewport: (typeof sizes)[keyof typeof sizes] = sizes.tablet
): Promise<Page> {
  const profile = aProfile()
  profiles.push(profile)
  const context = await profile.open({ viewport, args })
  context.setDefaultTimeout(30_000)
  contexts.push(context)
  return context.pages()[0] ?? context.newPage()
}

beforeAll(async () => {
  server = await aServer()
  place = await aPlace(server.url, server.setupToken!)
})
afterAll(async () => {
  for (const context of contexts) await context.close()
  for (const profile of profiles) profile.remove()
  await server.remove()
})

/** What the page of a tablet fetches for a language, and keeps. */
const keptBy = (page: Page, language: string) =>
  page.evaluate(async code => {
    const names = (await caches.keys()).filter(name => name.startsWith('voices ') && name.endsWith(` ${code}`))
    const kept = await Promise.all(names.map(async name => (await caches.open(name)).keys()))
    return kept.flat().map(({ url }) => new URL(url).pathname)
  }, language)

/** A resident at the first page of a tablet who chooses a language and goes on; stands at the welcome page. */
async function begin(page: Page, language: string): Promise<void> {
  await page.locator(`[data-language="${language}"]`).click()
  await page.locator('[data-say="welcome.start"]').first().waitFor()
}

test('a coordinator records two sentences, a tablet takes them, and without a network they are heard', async () => {
  const tablet = await aDevice()
  await listenIn(tablet)
  await setUpTablet(tablet, await enrolTablet(place))
  await tablet.locator('[data-language="so"]').waitFor()

  const desk = await aDevice(['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'], sizes.laptop)
  await openWithSheet(desk, server.url, place)
  await act(desk, 'shell.place').click()
  await act(desk, 'voices.open').click()
  await desk.locator('.voices select').selectOption('so')
  await desk.locator('[data-sentence]').waitFor()
  const keys = ['spoken.welcome.title', 'welcome.lead']
  const level = () => desk.locator('.stage__level').evaluate(i => Number(i.style.getPropertyValue('--level')))
  for (const key of keys) {
    await desk.locator(`[data-key="${key}"]`).click()
    await desk.locator(`[data-sentence="${key}"]`).waitFor()
    await desk.getByRole('button', { name: t('voices.record') }).click()
    await desk.locator('[data-phase="recording"]').waitFor()
    // the microphone of the test beeps once a second
    await expect.poll(level).toBeGreaterThan(0.1)
    await desk.getByRole('button', { name: t('voices.stop') }).click()
    await desk.locator('[data-phase="take"]').waitFor()
    await desk.getByRole('button', { name: t('voices.save') }).click()
    await expect.poll(() => desk.locator(`[data-key="${key}"]`).innerText()).toContain(t('voices.state.done'))
  }
  await desk.locator('[data-done="2"]').waitFor()

  await begin(tablet, 'so')
  await expect.poll(async () => (await keptBy(tablet, 'so')).length).toBe(3)
  await tablet.context().setOffline(true)
  await tablet.reload()
  await begin(tablet, 'so')
  await luister(tablet).click()
  await expect.poll(async () => (await heardBy(tablet)).length).toBeGreaterThanOrEqual(2)
  expect((await heardBy(tablet)).every(({ lasts }) => lasts < 20)).toBe(true)
})

test('without a network and without a voice on the device, every sentence is heard in Tigrinya, to its end and in order', async () => {
  const tablet = await aDevice()
  await listenIn(tablet)
  // this browser may have voices: the device of this story has none
  await tablet.addInitScript(() => void (speechSynthesis.getVoices = () => []))
  await setUpTablet(tablet, await enrolTablet(place, 'Tablet bij de deur'))
  await tablet.locator('[data-language="ti"]').waitFor()
  const shipped = () =>
    tablet.evaluate(async () => {
      const found = await Promise.all(
        ['index.json', 'voice.mp3'].map(i => caches.match(`/audio/ti/${i}`, { ignoreSearch: true }))
      )
      return found.filter(Boolean).length
    })
  await begin(tablet, 'ti')
  await expect.poll(shipped).toBe(2)
  await tablet.context().setOffline(true)
  await tablet.reload()

  const voice = shippedVoice('ti')
  /** Which clips were heard, by their bytes. Two texts may say the same: it is the one that is expected. */
  const clips = async (from: number, expected: readonly (string | undefined)[]) =>
    (await heardBy(tablet)).slice(from).map(({ bytes }, at) => {
      const those = voice.clipsWith(bytes)
      return those.find(i => i === expected[at]) ?? those[0]
    })
  /** Reads the page to its end; the first three sentences, or all, as slowly as they were spoken. */
  const read = async (whole: boolean) => {
    const before = (await heardBy(tablet)).length
    const expected = (await shownOn(tablet)).map(voice.clipOf)
    expect(expected).not.toContain(undefined)
    await hurry(tablet, false)
    await luister(tablet).click()
    const slowly = whole ? expected.length : 3
    await expect.poll(() => clips(before, expected), { timeout: 60_000 }).toHaveLength(slowly)
    await hurry(tablet, true)
    await expect.poll(() => luister(tablet).getAttribute('aria-pressed'), { timeout: 60_000 }).toBe('false')
    expect(await clips(before, expected)).toEqual(expected)
    const heard = (await heardBy(tablet)).slice(before)
    expect(heard.every(({ lasts }) => lasts > 0.2 && lasts < 20)).toBe(true)
    expect(heard.slice(0, slowly).every(({ lasts, sounded }) => sounded > lasts - 0.2)).toBe(true)
    return expected
  }

  await begin(tablet, 'ti')
  await expect.poll(() => clips(0, ['lang.hello'])).toEqual(['lang.hello'])
  expect(await read(false)).toContain('spoken.welcome.title')
  await tablet.locator('button:has([data-say="welcome.start"])').click()
  await tablet.locator('.page:visible [data-say="good.q"]').waitFor()
  expect((await read(false)).length).toBeGreaterThan(15)

  const resident = await aResident(tablet, tablet.url(), 'ti')
  await walkToCard(resident)
  await walkToConfirm(resident, 'share.card', 'contact.here')
  const confirmed = await read(true)
  expect(confirmed).toEqual(
    expect.arrayContaining(['spoken.confirm.title', 'spoken.confirm.see', 'spoken.confirm.keep', 'confirm.yes'])
  )
  // a page that is heard in full takes as long as it takes
})

test('Tarifit is offered on a tablet once somebody recorded it, is heard over the Dutch text, and stays without a network', async () => {
  const tablet = await aDevice()
  await listenIn(tablet)
  await setUpTablet(tablet, await enrolTablet(place, 'Tablet bij de koffie'))
  await tablet.locator('[data-language="ti"]').waitFor()
  expect(await tablet.locator('[data-language="rif"]').count()).toBe(0)
  const key = 'spoken.welcome.title'
  const mark = await textMark(word('nl', 'resident', key))
  const recorded = await fetch(`${server.url}/v1/desk/voices/rif/${key}?mark=${mark}`, {
    method: 'PUT',
    body: aWav({ seconds: 2 }),
    headers: {
      origin: server.url,
      cookie: place.cookie,
      'sec-fetch-site': 'same-origin',
      'content-type': 'audio/wav'
    }
  })
  expect(recorded.status).toBe(200)
  await tablet.reload()
  await tablet.locator('[data-language="rif"]').waitFor()
  await expect.poll(async () => (await keptBy(tablet, 'rif')).length).toBe(2)
  await tablet.waitForFunction(() => navigator.serviceWorker.controller)
  await tablet.context().setOffline(true)
  await tablet.reload()
  await begin(tablet, 'rif')
  expect(await tablet.locator('.page:visible [data-say="welcome.start"]').innerText()).toBe(
    word('nl', 'resident', 'welcome.start')
  )
  await luister(tablet).click()
  await expect.poll(async () => (await heardBy(tablet)).length).toBeGreaterThan(0)
})
