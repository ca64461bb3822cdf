import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { silence } from '#speech/playClip.ts'

import { aPlace, type Place } from '../builders/place.ts'
import { sizes } from './browser.ts'
import { aBrowser } from './pages/walk.ts'
import { aResident, type Resident, word } from './resident.ts'
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
  await browser?.close()
  await server?.remove()
})

/** What a page told while it played: the clip, what was marked as it began, and how fast it ran. */
interface Played {
  readonly key: string
  readonly marked: string
  readonly rate: number
  readonly pitchKept: boolean
}
declare global {
  interface Window {
    asked: string
    played: Played[]
    over: number
  }
}

/** Before any script of ours: the device has these voices, and what plays is written down. */
const listensIn = (voices: readonly { lang: string; localService: boolean }[]) => {
  speechSynthesis.getVoices = () => voices as SpeechSynthesisVoice[]
  window.asked = ''
  window.played = []
  window.over = 0
  // eslint-disable-next-line typescript/unbound-method -- called on its own element below
  const { play } = HTMLMediaElement.prototype
  HTMLMediaElement.prototype.play = function (this: HTMLMediaElement) {
    const key = window.asked
    window.asked = ''
    if (key) {
      const marked = document.querySelector('[data-heard]')?.textContent ?? ''
      window.played.push({ key, marked, rate: this.playbackRate, pitchKept: this.preservesPitch })
      this.addEventListener('ended', () => window.over++, { once: true })
    }
    return play.call(this)
  }
}

/** A set of sound files in place of the clips of the place: all keys but these, each a moment of real sound. */
async function plant(context: BrowserContext, without: readonly string[] = []): Promise<void> {
  const sound = [...new Uint8Array(await silence().arrayBuffer())]
  const script = `
    const without = new Set(${JSON.stringify(without)})
    export const noClips = { has: () => undefined, clip: async () => undefined }
    export const openClips = async () => ({
      has: key => (without.has(key) ? undefined : 'recorded'),
      clip: async key => {
        window.asked = key
        return new Blob([new Uint8Array(${JSON.stringify(sound)})], { type: 'audio/wav' })
      }
    })`
  await context.route(/\/assets\/clips-[\w-]+\.js$/, route =>
    route.fulfill({ contentType: 'text/javascript', body: script })
  )
}

async function aListener(
  wish: { clips?: readonly string[]; voices?: readonly { lang: string; localService: boolean }[] } = {}
): Promise<{ page: Page; resident: Resident; close: () => Promise<void> }> {
  // the worker would answer with the files of the build
  const context = await browser.newContext({ viewport: sizes.phone, serviceWorkers: 'block', reducedMotion: 'reduce' })
  await context.addInitScript(listensIn, wish.voices ?? [])
  if (wish.clips) await plant(context, wish.clips)
  const page = await context.newPage()
  const resident = await aResident(page, place.phoneLink)
  return { page, resident, close: () => context.close() }
}

const luister = (page: Page) => page.locator('nav.controls [data-aloud]:visible')
const keys = (page: Page) => page.evaluate(() => window.played.map(i => i.key))

test('a resident hears every sentence of a question in order, sees each marked, and each plays to its end', async () => {
  const { page, resident, close } = await aListener({ clips: [] })
  const before = (await keys(page)).length
  await luister(page).click()
  await expect.poll(() => luister(page).getAttribute('aria-pressed')).toBe('false')
  const played = (await page.evaluate(() => window.played)).slice(before)
  const shown = await page
    .locator('.page:visible [data-say]')
    .evaluateAll(all => all.map(i => (i as HTMLElement).dataset['say']!))
  expect(played.map(i => i.key)).toEqual(shown)
  expect(played.length).toBeGreaterThan(10)
  for (const { key, marked } of played) expect(marked).toContain(resident.t(key))
  expect(await page.evaluate(() => window.over)).toBeGreaterThanOrEqual(played.length)
  expect(await page.locator('[data-heard]').count()).toBe(0)
  await close()
})

test('a chosen language says hello, and Luister is one tap away on the first page', async () => {
  const context = await browser.newContext({ viewport: sizes.phone, serviceWorkers: 'block' })
  await context.addInitScript(listensIn, [])
  await plant(context)
  const page = await context.newPage()
  await page.goto(place.phoneLink)
  // made before any script may be there: it is not lost
  await page.locator('label[for="language-en"]').click()
  await expect.poll(() => keys(page)).toEqual(['lang.hello'])
  await page.locator('label[for="tap-listen"]').click()
  await expect.poll(() => keys(page)).toEqual(['lang.hello', 'lang.title'])
  expect((await page.evaluate(() => window.played))[1]!.marked).toBe(word('en', 'resident', 'lang.title'))
  await context.close()
})

test('a small speaker reads one answer and chooses nothing; slower keeps the pitch; the next page is silent', async () => {
  const { page, resident, close } = await aListener({ clips: [] })
  await page.getByRole('button', { name: resident.t('common.needHelp') }).click()
  await page.locator('.tile__face', { hasText: resident.t('common.slower') }).click()
  await page.getByRole('button', { name: resident.t('common.close') }).click()
  const before = (await keys(page)).length
  const home = page.locator('.tile', { has: page.locator('[data-code="area.home"]') })
  await home.locator('.hear').click()
  await expect.poll(async () => (await keys(page)).slice(before)).toEqual(['area.home', 'area.home_hint'])
  const played = (await page.evaluate(() => window.played)).slice(before)
  expect(played.every(({ rate, pitchKept }) => rate === 0.7 && pitchKept)).toBe(true)
  expect(await page.locator('[aria-pressed="true"][data-code]').count()).toBe(0)
  await luister(page).click()
  await resident.next()
  const after = (await keys(page)).length
  expect(await page.locator('[data-heard]').count()).toBe(0)
  expect(await luister(page).getAttribute('aria-pressed')).toBe('false')
  expect((await keys(page)).length).toBe(after)
  await close()
})

test('without a voice that stays on the device and speaks the language there is no button, and Hulp says so', async () => {
  const { page, resident, close } = await aListener({
    voices: [
      { lang: 'nl-NL', localService: false },
      { lang: 'de-DE', localService: true }
    ]
  })
  await page.getByRole('button', { name: resident.t('common.needHelp') }).click()
  await page.getByText(resident.t('listen.none')).waitFor()
  expect(await page.locator('[data-aloud]:visible').count()).toBe(0)
  await close()
})
