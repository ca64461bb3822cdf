import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { aPlace } from '../builders/place.ts'
import { sizes } from './browser.ts'
import { walks } from './pages.ts'
import { axe } from './pages/axe.ts'
import { type Dress, plain, putOn } from './pages/dress.ts'
import { layout } from './pages/layout.ts'
import { plan, type Seen, type Tour, unmet } from './pages/plan.ts'
import { aBrowser, aLane, type Lane, type Look, patient, type Walk } from './pages/walk.ts'
import { aServer } from './server.ts'

/** `LONG=ci`: what a change must show. Otherwise every page in every language, width and dress. */
const how = process.env['LONG'] === 'ci' ? 'short' : 'full'

let browser: Browser
beforeAll(async () => {
  browser = await aBrowser()
})

/** The widths at which a page in Dutch must lie well besides; 320 pixels is a page at 400 % on a laptop. */
const narrow = { width: 320, height: 640 }
const laid = { phone: [narrow, sizes.tablet], tablet: [sizes.tablet, sizes.laptop], laptop: [sizes.phone] } as const

const seen: Seen[] = []

/** Everything that is wrong on a walk, and how many states it saw. */
async function faultsOn(lane: Lane, { walk, language, next }: Tour): Promise<{ states: number; faults: string[] }> {
  const faults: string[] = []
  let states = 0
  const look: Look = async (state, page) => {
    states++
    for (const dress of next()) {
      await putOn(page, dress)
      const found = [...(await axe(page, colourless(language, dress))), ...(await layout(page, walk.side))]
      faults.push(...found.map(fault => `${state}, ${dress.size}, ${dress.mode}: ${fault}`))
      seen.push({ side: walk.side, language, ...dress })
    }
    for (const size of language === 'nl' ? laid[walk.size] : []) {
      await putOn(page, plain(walk.size))
      await page.setViewportSize(size)
      for (const fault of await layout(page, walk.side)) faults.push(`${state}, ${size.width} wide: ${fault}`)
    }
    await putOn(page, plain(walk.size))
  }
  await lane.walk(walk, language, look)
  return { states, faults }
}

/** A colour is the same in every language, so Dutch is enough for those that are not put on top. */
const colourless = (language: string, { mode }: Dress): string[] =>
  language === 'nl' || /contrast|dusk|night/.test(mode) ? [] : ['color-contrast']

/** Walks that go one after another in a place of their own; lanes go beside each other. */
const laneOf = ({ side, size }: Walk) => (side === 'desk' ? 'desk' : size)
const lanes = new Map<string, { lane: Promise<Lane>; before: Promise<unknown> }>()

/** Waits for the walks before it in its lane. */
async function inTurn<T>(walk: Walk, go: (lane: Lane) => Promise<T>): Promise<T> {
  const name = laneOf(walk)
  if (!lanes.has(name)) lanes.set(name, { lane: open(), before: Promise.resolve() })
  const mine = lanes.get(name)!
  const gone = mine.before.then(async () => go(await mine.lane))
  mine.before = gone.catch(() => undefined)
  return gone
}

async function open(): Promise<Lane> {
  const server = await aServer({ env: patient })
  return aLane(browser, server, await aPlace(server.url, server.setupToken!))
}
afterAll(async () => {
  for (const { lane } of lanes.values()) await (await lane).close()
  await browser.close()
})

/** A few tests go at a time: the lanes take turns in the list, so that none of them waits for another. */
function turns(tours: readonly Tour[]): Tour[] {
  const rows = [...new Set(tours.map(({ walk }) => laneOf(walk)))].map(name =>
    tours.filter(({ walk }) => laneOf(walk) === name)
  )
  const longest = Math.max(...rows.map(row => row.length))
  return Array.from({ length: longest }, (_, i) => rows.flatMap(row => row.slice(i, i + 1))).flat()
}

describe.concurrent('whoever sees, hears, taps or types differently finds nothing in their way', () => {
  for (const tour of turns(plan(walks, how))) {
    test(`${tour.walk.side}, ${tour.walk.name}, in ${tour.language}`, async ({ expect }) => {
      const { states, faults } = await inTurn(tour.walk, lane => faultsOn(lane, tour))
      expect(faults).toEqual([])
      expect(states).toBeGreaterThan(0)
    })
  }
})

test('every two of language, width and dress met', () => {
  expect(unmet(seen)).toEqual([])
})

test('and the ruler can find: text that is cut off, covered, too small or beside the screen', async () => {
  const page = await browser.newPage({ viewport: sizes.phone })
  await page.setContent(`<body style="margin:0"><style>p{margin:0;font-size:18px}button{width:40px;height:40px}</style>
    <p style="width:60px;overflow:hidden;white-space:nowrap">cut off here</p>
    <p style="height:30px">under this</p><p style="margin-top:-26px">over that</p>
    <p style="font-size:12px">tiny</p><button>x</button><p style="width:600px">far too wide</p>
    <div style="width:90px;border:1px solid"><p style="white-space:nowrap">out of its stone</p></div>
    <p style="width:90px;display:-webkit-box;-webkit-box-orient:vertical;-webkit-line-clamp:1;overflow:hidden">one two
      three four</p>
    <input aria-label="covered"><p style="position:absolute;top:100px;left:0;width:390px;height:400px;background:#fff"></p>
    <div class="page__foot" style="position:fixed;bottom:0;height:900px">foot</div></body>`)
  const found = (await layout(page, 'resident')).join('\n')
  for (const fault of [
    'cut off: p "cut off here"',
    'cut off: p "one two',
    'spills: p "out of its stone"',
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
