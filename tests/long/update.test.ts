import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { aNextVersion, NEXT } from '../builders/nextVersion.ts'
import { aProfile, type Profile, sizes } from '../journeys/browser.ts'
import { begin, finish, freshStart, share, tapOn, toCard, toConfirm, toEnd } from '../journeys/hand.ts'
import { kept } from '../journeys/kept.ts'
import { setUpTablet } from '../journeys/resident.ts'
import { aRoom, type Room } from '../journeys/room.ts'

let room: Room
let next: Awaited<ReturnType<typeof aNextVersion>>
/** Today's version, where nobody builds it again meanwhile. */
const today = mkdtempSync(join(tmpdir(), 'waarheen-today-'))
let profile: Profile
let browser: BrowserContext
let page: Page

beforeAll(async () => {
  cpSync('dist', today, { recursive: true })
  next = await aNextVersion()
  room = await aRoom({ DIST_DIR: today })
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
  next.remove()
  rmSync(today, { recursive: true })
})

/** Which version this document runs. */
const version = () =>
  page.evaluate(next => (document.querySelector('script[src]')?.outerHTML.includes(next) ? 'next' : 'today'), NEXT)

/** The browser looks for a newer version, as it does by itself about once a day. */
const look = () => page.evaluate(async () => void (await (await navigator.serviceWorker.ready).update()))
const stands = () => page.evaluate(async () => Boolean((await navigator.serviceWorker.ready).waiting))

test('a version that comes in the middle of a visit waits for its end, and sends what the one before it sealed', async () => {
  room.network.weather = 'gone'
  await freshStart(page)
  await tapOn(page, [begin, toCard, toConfirm('Voor'), share, toEnd].flat())
  await finish(page)

  await tapOn(page, begin)
  await page.evaluate(() => Object.assign(window, { same: true }))
  await room.restart({ DIST_DIR: next.dist })
  await look()
  await expect.poll(stands, { timeout: 30_000 }).toBe(true)

  // every part of the old version is still there for the visit that runs it, though the server has none of them
  const parts = readdirSync(join(today, 'assets')).filter(name => name.endsWith('.js'))
  const statuses = await page.evaluate(
    names => Promise.all(names.map(async name => (await fetch(`/assets/${name}`)).status)),
    parts
  )
  expect(new Set(statuses)).toEqual(new Set([200]))
  await tapOn(page, [toCard, toConfirm('Tijdens'), share, toEnd].flat())
  expect(await page.evaluate(() => 'same' in window)).toBe(true)
  expect(await version()).toBe('today')

  await finish(page)
  await expect.poll(version, { timeout: 30_000 }).toBe('next')
  await freshStart(page)
  expect(await kept(page)).toMatchObject({ waiting: 2 })

  room.network.weather = 'fine'
  await page.evaluate(() => void window.dispatchEvent(new Event('online')))
  await expect.poll(async () => (await kept(page)).waiting, { timeout: 30_000 }).toBe(0)
  expect(new Set((await room.cards()).map(card => card.name))).toEqual(new Set(['Voor', 'Tijdens']))
  expect(await room.cards()).toHaveLength(2)
  await tapOn(page, [begin, toCard, toConfirm('Daarna'), share, toEnd].flat())
  await finish(page)
  await expect.poll(async () => (await room.cards()).length, { timeout: 30_000 }).toBe(3)
  expect(room.network.missing).toEqual([])
})

test('a tablet at which nobody stands takes the newer version by itself', async () => {
  await room.restart({ DIST_DIR: today })
  await look()
  await expect.poll(() => version().catch(() => undefined), { timeout: 30_000 }).toBe('today')
  await freshStart(page)
  expect(room.network.missing).toEqual([])
})
