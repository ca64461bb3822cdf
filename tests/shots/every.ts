/**
 * `node tests/shots/every.ts <folder> [part of a walk's name] [language] [mode]`: every page and state of resident and desk at
 * the widths that count, to look at. Build first.
 */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'

import { aPlace } from '../builders/place.ts'
import { walks } from '../journeys/pages.ts'
import { dresses, modes, plain, putOn } from '../journeys/pages/dress.ts'
import { languagesOf } from '../journeys/pages/plan.ts'
import { aBrowser, aLane, patient } from '../journeys/pages/walk.ts'
import { aServer } from '../journeys/server.ts'

const [folder, part = '', language = 'nl', mode = 'normal'] = process.argv.slice(2)
const chosen = dresses.filter(dress => dress.mode === mode)
if (!folder || !languagesOf('resident').includes(language) || chosen.length === 0) {
  console.error(`node tests/shots/every.ts <folder> [part of a walk’s name] [language] [${modes.join('|')}]`)
  process.exit(64)
}

const server = await aServer({ env: patient })
const browser = await aBrowser()
const lane = aLane(browser, server, await aPlace(server.url, server.setupToken!))
const there = walks.filter(({ name, side }) => name.includes(part) && languagesOf(side).includes(language))
for (const walk of there) {
  const at = join(folder, `${walk.side}, ${walk.name}`)
  mkdirSync(at, { recursive: true })
  let count = 0
  const shoot = async (state: string, page: Page) => {
    const nth = String(++count).padStart(2, '0')
    for (const dress of chosen) {
      await putOn(page, dress)
      await page.screenshot({ path: join(at, `${nth} ${state.replaceAll(/[:/]/g, '')}, ${dress.size}.png`) })
    }
    await putOn(page, plain(walk.size))
  }
  await lane
    .walk(walk, language, shoot)
    .catch((error: Error) => console.error(`${walk.name} stopped: ${error.message}`))
}
await lane.close()
await browser.close()
