import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { aPlace } from '../builders/place.ts'
import { broken } from './pages/broken.ts'
import { layout } from './pages/layout.ts'
import { residentWalks } from './pages/residents.ts'
import { aBrowser, aLane, type Lane, type Look, patient } from './pages/walk.ts'
import { aServer } from './server.ts'

/** One with long words, and one of each script that is written otherwise. */
const languages = process.env['LONG'] === 'ci' ? ['nl', 'ar', 'ti'] : ['nl', 'ar', 'ti', 'uk', 'pl']

let browser: Browser
let lane: Lane
beforeAll(async () => {
  browser = await aBrowser()
  const server = await aServer({ env: patient })
  lane = aLane(browser, server, await aPlace(server.url, server.setupToken!))
})
afterAll(async () => {
  await lane.close()
  await browser.close()
})

const walks = residentWalks.filter(({ name }) => /^(the first pages|a visit) on the phone$/.test(name))

describe('letters of twice the size on a phone break no word', () => {
  for (const language of languages) {
    test(language, async () => {
      const faults: string[] = []
      let states = 0
      // as the button under Hulp does it
      const look: Look = async (state, page) => {
        states++
        await page.evaluate(() => (document.documentElement.dataset['letters'] = '2'))
        for (const fault of [...(await broken(page)), ...(await layout(page, 'resident'))])
          faults.push(`${state}: ${fault}`)
        await page.evaluate(() => delete document.documentElement.dataset['letters'])
      }
      for (const walk of walks) await lane.walk(walk, language, look)
      expect(faults).toEqual([])
      expect(states).toBeGreaterThan(walks.length)
    })
  }
})
