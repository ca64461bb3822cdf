import { join } from 'node:path'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { aPlace, enrolTablet, type Place } from '../builders/place.ts'
import { scan } from '../builders/scan.ts'
import { type Sentinels, someSentinels } from '../builders/sentinels.ts'
import { aProfile, kill, type Profile, sizes, theBrowser } from './browser.ts'
import { openStaffMenu } from './pages/kiosk.ts'
import { aResident, type Resident, setUpTablet, word } from './resident.ts'
import { aServer, type RunningServer } from './server.ts'
import { tellAll, tellToCard, tellToConfirm, tellToName } from './telling.ts'

let server: RunningServer
let place: Place
/** A whole browser writes down its open pages, with what stands in their fields; the one that npm brings does not. */
let remembers: boolean
const profiles: Profile[] = []
const newProfile = () => {
  const profile = aProfile()
  profiles.push(profile)
  return profile
}

beforeAll(async () => {
  remembers = !(await theBrowser()).brought
  server = await aServer()
  place = await aPlace(server.url, server.setupToken!)
})
afterAll(async () => {
  for (const profile of profiles) profile.remove()
  await server.remove()
})

/** All that a page shows or holds in a field, its title and its address. */
const readable = (page: Page) =>
  page.evaluate(() => {
    const fields = [...document.querySelectorAll('input, textarea')].map(i => (i as HTMLInputElement).value)
    return [document.documentElement.textContent, ...fields, document.title, location.href].join('\n')
  })

/** Restores the tabs of a session as a browser does for somebody who lost them. */
const restored = { viewport: sizes.tablet, args: ['--restore-last-session'] }

describe('a thief who takes the tablet', () => {
  test('finds no word of anybody on its disk, however their visit ended', async () => {
    const profile = newProfile()
    const said: Record<string, Sentinels> = {}
    let browser: BrowserContext = await profile.open({ viewport: sizes.tablet })
    let page = await browser.newPage()
    await setUpTablet(page, await enrolTablet(place))

    await openStaffMenu(page, 'nl')
    await page.getByRole('button', { name: word('nl', 'resident', 'staff.printer') }).click()
    await page.getByRole('button', { name: word('nl', 'resident', 'staff.close'), exact: true }).click()

    /** A visit with words of its own. It begins at the address, as the fresh document of a tablet does. */
    const visit = async (end: string): Promise<{ resident: Resident; words: Sentinels }> => {
      const words = (said[end] = someSentinels())
      return { resident: await aResident(page, place.tabletLink), words }
    }
    const everything = () => Object.values(said).flatMap(words => Object.values(words))
    const expectNothing = async (at: Page = page) => {
      const text = await readable(at)
      for (const word of everything()) expect(text).not.toContain(word)
    }
    const expectStart = async (at: Page = page) => {
      await at.locator(start).filter({ visible: true }).first().waitFor()
      await expectNothing(at)
    }

    /** The browser opened the tablet's page again by itself. */
    const expectBack = async (at: BrowserContext) => {
      if (!remembers) return
      const isOurs = (tab: Page) => tab.url().includes(place.id)
      await expect.poll(() => at.pages().some(isOurs)).toBe(true)
      for (const tab of at.pages().filter(isOurs)) await expectStart(tab)
    }

    const done = await visit('shared, and the code taken')
    await tellAll(done.resident, done.words, done.words.latin)
    await expectStart()

    const withdrawn = await visit('shared, printed and withdrawn')
    await tellToConfirm(withdrawn.resident, withdrawn.words, withdrawn.words.arabic)
    await withdrawn.resident.button('confirm.yes').click()
    await page.getByText(withdrawn.resident.t('sync.sent')).waitFor()
    await withdrawn.resident.button('home.print').click()
    await withdrawn.resident.button('withdraw.title').click()
    await withdrawn.resident.button('withdraw.yes').click()
    await page.getByText(withdrawn.resident.t('withdraw.done')).waitFor()
    await withdrawn.resident.button('done.finish').click()
    await expectStart()

    const nothing = await visit('shared nothing')
    await tellToCard(nothing.resident, nothing.words)
    await nothing.resident.next()
    await nothing.resident.answer('share.none')
    await nothing.resident.button('done.finish').click()
    await expectStart()

    const refused = await visit('said no to the last question')
    await tellToConfirm(refused.resident, refused.words, refused.words.arabic)
    await refused.resident.button('confirm.no').click()
    await refused.resident.button('done.finish').click()
    await expectStart()

    const stopped = await visit('stopped')
    await tellToConfirm(stopped.resident, stopped.words, stopped.words.ethiopic)
    await stopped.resident.button('common.needHelp').click()
    await stopped.resident.button('common.stop').click()
    await stopped.resident.button('stop.wipe').click()
    await expectStart()

    const reloaded = await visit('the page loaded again')
    await tellToConfirm(reloaded.resident, reloaded.words, reloaded.words.arabic)
    await page.reload()
    await expectStart()

    const back = await visit('Back ten times, Forward ten times')
    await tellToConfirm(back.resident, back.words, back.words.latin)
    await moveTenTimes(page, 'back')
    await moveTenTimes(page, 'forward')
    await page.reload()
    await expectStart()

    const closed = await visit('the tab closed')
    await tellToConfirm(closed.resident, closed.words, closed.words.arabic)
    await page.close()

    page = await browser.newPage()
    await page.clock.install()
    const left = await visit('walked away')
    await tellToConfirm(left.resident, left.words, left.words.ethiopic)
    await page.clock.fastForward('10:00')
    await expectStart()
    await page.close()

    page = await browser.newPage()
    const restarted = await visit('the tablet started again')
    await tellToName(restarted.resident, restarted.words, restarted.words.ethiopic)
    await writtenDown(page, profile)
    await browser.close()
    browser = await profile.open(restored)
    await expectBack(browser)

    await Promise.all(
      browser
        .pages()
        .slice(1)
        .map(tab => tab.close())
    )
    page = browser.pages()[0]!
    const killed = await visit('the browser killed')
    await tellToName(killed.resident, killed.words, killed.words.latin)
    await writtenDown(page, profile)
    await kill(profile)
    await browser.close().catch(() => undefined)
    expect(scan(profile.directory, everything())).toEqual([])
    browser = await profile.open(restored)
    page = await browser.newPage()
    await page.goto(place.tabletLink)
    await expectStart()
    await browser.close()

    expect(Object.keys(said)).toHaveLength(11)
    expect(scan(profile.directory, everything())).toEqual([])
  })

  test('finds every word that a page keeps without care, so the search is not blind', async () => {
    const kept = { storage: someSentinels(), database: someSentinels(), cache: someSentinels(), field: someSentinels() }
    const text = (words: Sentinels) => Object.values(words).join(' ')
    const profile = newProfile()
    const browser = await profile.open()
    const page = await browser.newPage()
    await page.route(`${server.url}/naive`, route =>
      route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>naive</title><textarea></textarea>' })
    )
    await page.goto(`${server.url}/naive`)
    await page.evaluate(
      async ([storage, database, cache]) => {
        localStorage.setItem('visit', storage!)
        await (await caches.open('visit')).put('/visit', new Response(cache!))
        const opening = indexedDB.open('visit')
        opening.onupgradeneeded = () => opening.result.createObjectStore('answers')
        await new Promise(resolve => (opening.onsuccess = resolve))
        const tx = opening.result.transaction('answers', 'readwrite', { durability: 'strict' })
        tx.objectStore('answers').put({ database }, 'all')
        await new Promise(resolve => (tx.oncomplete = resolve))
      },
      [text(kept.storage), text(kept.database), text(kept.cache)]
    )
    await page.locator('textarea').click()
    await page.keyboard.insertText(text(kept.field))
    await writtenDown(page, profile)
    await browser.close()
    for (const [where, words] of Object.entries(kept)) {
      if (where === 'field' && !remembers) continue
      for (const word of Object.values(words)) expect([where, scan(profile.directory, [word])]).not.toEqual([where, []])
    }
  })
})

/** What a tablet without a visitor shows. */
const start = '[data-language="nl"], label[for="language-nl"]'

/** One after the other, as fast as somebody can tap. */
async function moveTenTimes(page: Page, way: 'back' | 'forward'): Promise<void> {
  for (let i = 0; i < 10; i++) {
    await page.evaluate(way => (way === 'back' ? history.back() : history.forward()), way).catch(() => undefined)
    await page.waitForLoadState()
  }
}

/**
 * Waits until the browser has written down this page, with what stands in its fields, for the next start. It does so a
 * few seconds after the entry of the page in the history changed.
 */
async function writtenDown(page: Page, { directory }: Profile): Promise<void> {
  if (!remembers) return
  const mark = `?${someSentinels().latin}`
  await page.evaluate(to => history.replaceState(null, '', location.pathname + to), mark)
  const sessions = join(directory, 'Default', 'Sessions')
  await expect.poll(() => scan(sessions, [mark]), { timeout: 30_000, interval: 250 }).not.toEqual([])
}
