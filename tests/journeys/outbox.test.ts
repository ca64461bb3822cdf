import { copyFileSync, existsSync, rmSync } from 'node:fs'
import { createServer, request as send, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'

import { aProfile, type Profile, theBrowser } from './browser.ts'
import { ask, aSender, sync } from './sender/sender.ts'
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

test('three tabs and a sync event that all wake at once send each card once', async () => {
  const browser = await profile.open()
  const tabs = await Promise.all([1, 2, 3].map(() => aSender(browser, team.server.url)))
  await ask(tabs[0]!, 'install')
  await team.server.kill()
  const ids = idsOf((await Promise.all(tabs.map(tab => ask(tab, 'share', 8, team.here)))).flat())
  for (const tab of tabs) await ask(tab, 'start', 2000)
  await expect.poll(() => ask(tabs[0]!, 'heard', ids[0]!), patiently).toContain('sending')
  expect(await ask(tabs[0]!, 'statuses', ids)).not.toContain('arrived')

  await team.restart()
  const wakes = tabs.map(tab => tab.evaluate(() => window.dispatchEvent(new Event('online'))))
  // the browser that npm brings has no Background Sync
  const synced = (await theBrowser()).brought ? undefined : sync(tabs[0]!, team.server.url)
  await Promise.all([...wakes, synced])
  await team.expectOneRowEach(ids)
  await expect.poll(async () => new Set(await ask(tabs[2]!, 'statuses', ids)), patiently).toEqual(new Set(['arrived']))
  await browser.close()
})

test('a card leaves after its tab was closed, when the browser wakes the worker', async context => {
  if ((await theBrowser()).brought) return context.skip()
  const browser = await profile.open()
  const blank = await browser.newPage()
  const tab = await aSender(browser, team.server.url)
  await ask(tab, 'install')
  await team.server.kill()
  const ids = idsOf(await ask(tab, 'share', 3, team.here))
  await tab.close()
  await team.restart()
  expect(await team.arrived(ids)).toEqual([])
  await sync(blank, team.server.url)
  await team.expectOneRowEach(ids)
  await browser.close()
})

test('a reply that never arrives is one row, and nothing says sent before a reply did', async () => {
  let lost = 0
  const proxy = await aProxy(
    team.server.port,
    (method, path) => method === 'PUT' && path.startsWith('/v1/') && lost++ < 6
  )
  const browser = await profile.open()
  const tab = await aSender(browser, `http://localhost:${(proxy.address() as AddressInfo).port}`)
  await ask(tab, 'start', 1500)
  const ids = idsOf(await ask(tab, 'share', 3, team.here))
  await ask(tab, 'wake')
  await expect.poll(async () => (await team.arrived(ids)).length, patiently).toBe(3)
  expect(await ask(tab, 'statuses', ids)).not.toContain('arrived')
  expect(lost).toBeLessThanOrEqual(6)

  const tryAgain = async () => {
    await tab.evaluate(() => window.dispatchEvent(new Event('online')))
    return new Set(await ask(tab, 'statuses', ids))
  }
  await expect.poll(tryAgain, { timeout: 60_000, interval: 500 }).toEqual(new Set(['arrived']))
  expect(lost).toBeGreaterThan(6)
  await team.expectOneRowEach(ids)
  for (const id of ids) expect((await ask(tab, 'heard', id)).filter(status => status === 'arrived')).toHaveLength(1)
  await browser.close()
  proxy.closeAllConnections()
  proxy.close()
})

test('an older copy of the database that is put back is healed at the next sync; withdrawn cards stay withdrawn', async () => {
  const browser = await profile.open()
  const tab = await aSender(browser, team.server.url)
  await ask(tab, 'start')
  const all = (ids: string[], status: string) =>
    expect.poll(async () => new Set(await ask(tab, 'statuses', ids)), patiently).toEqual(new Set([status]))
  const shareSome = async () => {
    const cards = await ask(tab, 'share', 3, team.here)
    await ask(tab, 'wake')
    await all(idsOf(cards), 'arrived')
    return cards
  }

  const before = await shareSome()
  await team.server.stop()
  const { dataDir } = team.server
  const backup = copyDatabase(dataDir)
  await team.restart()
  const after = await shareSome()
  const withdrawn = [before[0]!, after[0]!]
  for (const card of withdrawn) await ask(tab, 'withdraw', card)
  await ask(tab, 'wake')
  await all(idsOf(withdrawn), 'withdrawn')

  await team.server.stop()
  backup.putBack()
  // the worst case: the list of what was erased is lost as well, so only the device knows
  rmSync(join(dataDir, 'erased.log'), { force: true })
  await team.restart()
  expect(await team.arrived(idsOf([...before, ...after]))).toHaveLength(3)

  await ask(tab, 'wake')
  await team.expectOneRowEach(idsOf([...before.slice(1), ...after.slice(1)]))
  await expect.poll(() => team.arrived(idsOf(withdrawn)), patiently).toEqual([])
  await all(idsOf(withdrawn), 'withdrawn')
  await browser.close()
})

/** Copies the database of a stopped server aside. */
function copyDatabase(dataDir: string): { putBack(): void } {
  const file = join(dataDir, 'waarheen.db')
  const ends = ['', '-wal', '-shm']
  const there = ends.filter(end => existsSync(file + end))
  for (const end of there) copyFileSync(file + end, `${file}.copy${end}`)
  return {
    putBack() {
      for (const end of ends) rmSync(file + end, { force: true })
      for (const end of there) copyFileSync(`${file}.copy${end}`, file + end)
    }
  }
}

/** A network between browser and server that swallows the replies it is told to. The server has acted by then. */
async function aProxy(port: number, swallow: (method: string, path: string) => boolean): Promise<Server> {
  const proxy = createServer((request, response) => {
    const { method, url: path, headers } = request
    const onward = send({ port, host: '127.0.0.1', method, path, headers }, answer => {
      if (swallow(method!, path!)) return answer.resume()
      response.writeHead(answer.statusCode!, answer.headers)
      return answer.pipe(response)
    })
    onward.on('error', () => response.destroy())
    request.pipe(onward)
  })
  await new Promise<void>(resolve => proxy.listen(0, '127.0.0.1', resolve))
  return proxy
}
