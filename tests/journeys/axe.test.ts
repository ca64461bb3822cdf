import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { aPlace, type Place } from '../builders/place.ts'
import { sizes } from './browser.ts'
import { walks } from './pages.ts'
import { axe } from './pages/axe.ts'
import { layout } from './pages/layout.ts'
import { aBrowser, type Look, patient, type Walk, walked } from './pages/walk.ts'
import { aServer, type RunningServer } from './server.ts'

/** The widths at which each page must lie well; 320 pixels is a page at 400 % on a laptop. */
const widths = {
  phone: [sizes.phone, { width: 320, height: 640 }, sizes.tablet],
  tablet: [sizes.tablet, sizes.laptop],
  laptop: [sizes.laptop, sizes.phone]
} as const

let server: RunningServer
let place: Place
let browser: Browser

beforeAll(async () => {
  server = await aServer({ env: patient })
  place = await aPlace(server.url, server.setupToken!)
  browser = await aBrowser()
})
afterAll(async () => {
  await browser.close()
  await server.remove()
})

/** Everything that is wrong on a walk, and how many states it saw. */
async function faultsOn(walk: Walk, language: 'nl' | 'en'): Promise<{ seen: number; faults: string[] }> {
  const faults: string[] = []
  let seen = 0
  // a colour is the same in every language
  const without = language === 'nl' ? [] : ['color-contrast']
  const look: Look = async (state, page) => {
    seen++
    for (const fault of await axe(page, without)) faults.push(`${state}: ${fault}`)
    for (const size of language === 'nl' ? widths[walk.size] : widths[walk.size].slice(-2)) {
      await page.setViewportSize(size)
      for (const fault of await layout(page, walk.side)) faults.push(`${state}, ${size.width} wide: ${fault}`)
    }
    await page.setViewportSize(sizes[walk.size])
  }
  await walked(browser, walk, { place, language }, look)
  return { seen, faults }
}

describe('whoever sees, hears, taps or types differently finds nothing in their way', () => {
  for (const language of ['nl', 'en'] as const) {
    for (const walk of walks.filter(({ once }) => !once || language === 'nl')) {
      test(`${walk.side}, ${walk.name}, in ${language}`, async () => {
        const { seen, faults } = await faultsOn(walk, language)
        expect(faults).toEqual([])
        expect(seen).toBeGreaterThan(0)
      })
    }
  }

  test('and the ruler can find: text that is cut off, covered, too small or beside the screen', async () => {
    const page = await browser.newPage({ viewport: sizes.phone })
    await page.setContent(`<body style="margin:0"><style>p{margin:0;font-size:18px}button{width:40px;height:40px}</style>
      <p style="width:60px;overflow:hidden;white-space:nowrap">cut off here</p>
      <p style="height:30px">under this</p><p style="margin-top:-26px">over that</p>
      <p style="font-size:12px">tiny</p><button>x</button><p style="width:600px">far too wide</p>
      <input aria-label="covered"><p style="position:absolute;top:100px;left:0;width:390px;height:400px;background:#fff"></p>
      <div class="page__foot" style="position:fixed;bottom:0;height:900px">foot</div></body>`)
    const found = (await layout(page, 'resident')).join('\n')
    for (const fault of [
      'cut off',
      'overlap',
      'small text',
      'small target',
      'scrolls sideways',
      'under the controls'
    ]) {
      expect(found).toContain(fault)
    }
    expect(found).toContain('hidden when it has the focus')
    expect(await axe(page)).not.toEqual([])
    await page.close()
  })
})
