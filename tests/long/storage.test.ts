import type { BrowserContext } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'

import { aProfile, type Profile } from '../journeys/browser.ts'
import { ask, aSender } from '../journeys/sender/sender.ts'
import { aTeam, idsOf, type Team } from '../journeys/sender/team.ts'

let team: Team
let profile: Profile
let browser: BrowserContext

beforeAll(async () => {
  team = await aTeam()
})
afterAll(() => team.remove())
beforeEach(async () => {
  profile = aProfile()
  browser = await profile.open()
})
afterEach(async () => {
  await browser.close()
  profile.remove()
})

/**
 * Shares two cards without sending them, and opens the browser again with a disk that is full. Chromium remembers for
 * a while how much room there was, so the disk must be full before the first write.
 */
async function aFullDevice() {
  const before = await aSender(browser, team.server.url)
  const kept = idsOf(await ask(before, 'share', 2, team.here))
  await browser.close()
  browser = await profile.open()
  const session = await browser.newCDPSession(await browser.newPage())
  await session.send('Storage.overrideQuotaForOrigin', { origin: team.server.url, quotaSize: 1 })
  return { kept, tab: await aSender(browser, team.server.url) }
}

test('a device whose storage is full says so and keeps what it had', async () => {
  const { kept, tab } = await aFullDevice()
  await expect(ask(tab, 'share', 1, team.here)).rejects.toThrow('full')
  expect(await ask(tab, 'statuses', kept)).toEqual(['waiting', 'waiting'])
})

test('a full device still sends what it has, though it cannot even write down that it did', async () => {
  const { kept, tab } = await aFullDevice()
  await ask(tab, 'start')
  await team.expectOneRowEach(kept)
  await expect.poll(() => ask(tab, 'statuses', kept), { timeout: 30_000 }).not.toContain('waiting')
})

test('a browser without IndexedDB sends from memory', async () => {
  await browser.addInitScript(() => Object.defineProperty(globalThis, 'indexedDB', { value: undefined }))
  const tab = await aSender(browser, team.server.url)
  await ask(tab, 'start')
  const ids = idsOf(await ask(tab, 'share', 1, team.here))
  await ask(tab, 'wake')
  await team.expectOneRowEach(ids)
  await expect.poll(() => ask(tab, 'statuses', ids), { timeout: 30_000 }).toEqual(['arrived'])
})
