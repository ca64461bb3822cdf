import { existsSync, readdirSync, readFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, type ExpectStatic, test } from 'vitest'

import { aPlace } from '../builders/place.ts'
import { walks } from './pages.ts'
import { aBrowser, aLane, type Lane, patient } from './pages/walk.ts'
import { aServer } from './server.ts'
import { steady } from './tree/steady.ts'

/**
 * Each page as who listens to it hears it, one file a page and device in `tree/`, in Dutch: names, roles and order, and
 * nothing else. Read them as pages. When one is meant to change, `npm run test:full -- tree -u` writes it anew: read
 * the difference.
 */
const tours = {
  phone: [
    'the first pages on the phone',
    'a visit on the phone',
    'a visit without network on the phone',
    'sharing nothing on the phone',
    'wrong places',
    'again',
    'nothing can be kept'
  ],
  tablet: [
    'between visits',
    'the first pages on the tablet',
    'a visit without network on the tablet',
    'a visit on the tablet',
    'a tablet is set up',
    'idle'
  ],
  desk: ['a day', 'dead ends of the desk', 'first run', 'the accessibility statement']
} as const

const FOLDER = 'tests/journeys/tree'

let browser: Browser
beforeAll(async () => {
  browser = await aBrowser()
})
afterAll(() => browser.close())

const heard = new Set<string>()

/** What comes a moment later than its page is waited for: the tree that was written, and for a new one as long. */
async function treeOf(page: Page, file: string): Promise<string> {
  const read = async () => {
    // what the desk says of the last click goes by itself after a while, sooner or later than this look
    await page.evaluate(() => document.querySelector<HTMLElement>('.saying .strip--said button')?.click())
    return `${steady(await page.locator('body').ariaSnapshot())}\n`
  }
  const written = existsSync(file) ? readFileSync(file, 'utf8') : undefined
  let tree = await read()
  for (const end = Date.now() + 5_000; tree !== written && Date.now() < end; tree = await read()) {
    await page.evaluate(() => new Promise(resolve => requestAnimationFrame(resolve)))
  }
  return tree
}

/** Goes one walk; each state that was not heard before is compared with its file. All differences come out together. */
async function listen(lane: Lane, folder: string, name: string, expect: ExpectStatic): Promise<string[]> {
  const walk = walks.find(i => i.name === name)!
  const other: string[] = []
  await lane.walk(walk, 'nl', async (state, page) => {
    const file = `${folder}/${state.replaceAll(/[^a-z]+/g, '-')}.txt`
    if (heard.has(file)) return
    heard.add(file)
    await expect(await treeOf(page, `${FOLDER}/${file}`))
      .toMatchFileSnapshot(`tree/${file}`)
      .catch((error: Error & { diff?: string; actual?: string; expected?: string }) => {
        other.push(`${state}: ${lines(error.expected ?? '', error.actual ?? error.message)}`)
      })
  })
  return other
}

/** The lines that are in one and not in the other. */
function lines(before: string, now: string): string {
  const [old, fresh] = [before.split('\n'), now.split('\n')]
  const gone = old.filter(i => !fresh.includes(i)).map(i => `- ${i.trim()}`)
  const come = fresh.filter(i => !old.includes(i)).map(i => `+ ${i.trim()}`)
  return ['', ...gone, ...come].join('\n')
}

describe.concurrent('each page reads as it is written', () => {
  for (const [lane, names] of Object.entries(tours)) {
    test(`${lane}: ${names.join(', ')}`, async ({ expect }) => {
      const server = await aServer({ env: patient })
      const there = aLane(browser, server, await aPlace(server.url, server.setupToken!))
      const other: string[] = []
      try {
        for (const name of names) other.push(...(await listen(there, lane, name, expect)))
      } finally {
        await there.close()
      }
      expect(other.join('\n')).toBe('')
    })
  }
})

test('and no file tells of a page that is no more', () => {
  const files = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).filter(i => i.endsWith('.txt'))
  expect(files.filter(i => !heard.has(i.replaceAll('\\', '/')))).toEqual([])
})
