import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { aProfile, kill } from '../journeys/browser.ts'
import { ask } from '../journeys/sender/sender.ts'
import { aTeam, idsOf, type Team } from '../journeys/sender/team.ts'

let team: Team

beforeAll(async () => {
  team = await aTeam()
})
afterAll(() => team.remove())

/** Where the server is and how long the browser lives after sharing, in milliseconds. */
const deaths = [
  ...Array.from({ length: 6 }, () => ({ server: 'down', lives: 0 })),
  ...Array.from({ length: 14 }, (_, i) => ({ server: 'up', lives: i * 10 }))
]

test('a browser that is killed 20 times right after sharing or while it sends loses nothing and doubles nothing', async () => {
  const profile = aProfile()
  const ids: string[] = []
  let up = true
  for (const death of deaths) {
    if (death.server === 'down' && up) await team.server.kill()
    if (death.server === 'up' && !up) await team.restart()
    up = death.server === 'up'
    const browser = await profile.open()
    const page = await browser.newPage()
    // the page is there without a server too, as it is in a browser that has the worker
    await page.route(`${team.server.url}/sender.*`, route =>
      route.fulfill({ path: join(team.dist, new URL(route.request().url()).pathname.slice(1)) })
    )
    await page.goto(`${team.server.url}/sender.html`)
    await page.waitForFunction(() => 'sender' in window)
    await ask(page, 'start', 2000)
    ids.push(...idsOf(await ask(page, 'share', 2, team.here)))
    await ask(page, 'wake')
    await new Promise(resolve => setTimeout(resolve, death.lives))
    await kill(profile)
    await browser.close().catch(() => undefined)
  }
  expect(ids).toHaveLength(40)

  // the resident's own page, opened again, sends what was left
  const browser = await profile.open()
  await (await browser.newPage()).goto(team.place.phoneLink)
  await team.expectOneRowEach(ids)
  await browser.close()
  profile.remove()
})
