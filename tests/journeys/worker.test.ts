import { hash } from 'node:crypto'
import { readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'

import { aProfile, type Profile } from './browser.ts'
import { ask, aSender } from './sender/sender.ts'
import { aTeam, idsOf, type Team } from './sender/team.ts'

let team: Team
let profile: Profile

beforeAll(async () => {
  team = await aTeam()
})
afterAll(() => team.remove())
beforeEach(() => {
  profile = aProfile()
})
afterEach(() => profile.remove())

const patiently = { timeout: 30_000 }

/** What a page gets for an address, whether from the worker or from the network. */
const get = (page: Page, address: string) =>
  page.evaluate(
    from =>
      fetch(from).then(
        answer => answer.status,
        () => 0
      ),
    address
  )

test('after one visit everything opens without a server: the door, the poster, the desk, every file of the app', async () => {
  const browser = await profile.open()
  const page = await browser.newPage()
  await page.goto(team.place.phoneLink)
  await page.evaluate(() => navigator.serviceWorker.ready)
  await page.waitForFunction(() => navigator.serviceWorker.controller)

  await team.server.kill()
  for (const [path, landmark] of [
    [team.place.phoneLink, 'label[for="language-nl"]'],
    [`${team.server.url}/`, 'label[for="language-nl"]'],
    [`${team.server.url}/desk/`, 'h1']
  ] as const) {
    await page.goto(path)
    await page.locator(landmark).first().waitFor()
  }
  const files = readdirSync(team.dist, { recursive: true, encoding: 'utf8' }).filter(file =>
    // not the letters of a script that nobody reads here
    /^(assets|pictures|fonts)\/.+(?<!-[A-Z][a-z]{3})\.(js|css|svg|woff2)$/.test(file)
  )
  expect(files.length).toBeGreaterThan(30)
  for (const file of files) expect([file, await get(page, `/${file}`)]).toEqual([file, 200])

  // what must be fresh is asked of the server, and there is none
  for (const path of ['/v1/health', `/v1/locations/${team.place.id}`, '/version.json'])
    expect([path, await get(page, path)]).toEqual([path, 0])
  await team.restart()
  expect(await get(page, '/v1/health')).toBe(200)
  await browser.close()
})

test('the letters of a language are kept on a phone where it is read, and those of another are not fetched', async () => {
  const browser = await profile.open()
  const page = await browser.newPage()
  const asked: string[] = []
  browser.on('request', request => asked.push(new URL(request.url()).pathname))
  await page.goto(team.place.phoneLink)
  await page.evaluate(() => navigator.serviceWorker.ready)
  expect(asked.filter(path => /-(Arab|Ethi)/.test(path))).toEqual([])
  await page.locator('label[for="language-ti"]').click()
  await page.locator('label[for="tap-go"]').click()
  await page.locator('.promises').waitFor()
  const kept = () =>
    page.evaluate(async () => Boolean(await caches.match('/fonts/waarheen-Ethi.woff2', { ignoreSearch: true })))
  await expect.poll(kept, patiently).toBe(true)

  await page.waitForFunction(() => navigator.serviceWorker.controller)
  await team.server.kill()
  expect(await get(page, '/fonts/waarheen-Ethi.woff2')).toBe(200)
  expect(await get(page, '/fonts/waarheen-Arab.woff2')).toBe(0)
  await team.restart()
  await browser.close()
})

test('a new version waits until a page lets it, leaves an open tab its parts, and sends what the old one shared', async () => {
  const browser = await profile.open()
  const tab = await aSender(browser, team.server.url)
  await ask(tab, 'install')
  await team.server.kill()
  const ids = idsOf(await ask(tab, 'share', 3, team.here))

  const { part, successor } = release(team.dist)
  await team.restart()
  await tab.evaluate(async () => {
    await (await navigator.serviceWorker.ready).update()
  })
  const waits = () => tab.evaluate(async () => Boolean((await navigator.serviceWorker.ready).waiting))
  await expect.poll(waits, patiently).toBe(true)
  expect(await get(tab, successor)).toBe(200)
  expect(await get(tab, part)).toBe(200)
  expect((await fetch(`${team.server.url}${part}`)).status).toBe(404)

  await tab.evaluate(async () => {
    const taken = new Promise(resolve => navigator.serviceWorker.addEventListener('controllerchange', resolve))
    ;(await navigator.serviceWorker.ready).waiting!.postMessage('skip-waiting')
    await taken
  })
  expect(await get(tab, part)).toBe(200)
  await tab.evaluate(() => navigator.serviceWorker.controller!.postMessage('outbox'))
  await team.expectOneRowEach(ids)
  await expect.poll(async () => new Set(await ask(tab, 'statuses', ids)), patiently).toEqual(new Set(['arrived']))
  await browser.close()
})

/** Makes the next version of the built app: one part of it has another name, and so the worker is another. */
function release(dist: string): { part: string; successor: string } {
  const name = readdirSync(join(dist, 'assets')).find(file => /^[\w-]+-[\w-]{8}\.js$/.test(file))!
  const next = name.replace(/-[\w-]{8}\.js$/, '-newerone.js')
  renameSync(join(dist, 'assets', name), join(dist, 'assets', next))
  const list = join(dist, 'files.txt')
  const before = readFileSync(list, 'utf8')
  const after = before.replaceAll(name, next)
  writeFileSync(list, after)
  const worker = join(dist, 'sw.js')
  writeFileSync(worker, readFileSync(worker, 'utf8').replaceAll(hash('sha256', before), hash('sha256', after)))
  return { part: `/assets/${name}`, successor: `/assets/${next}` }
}
