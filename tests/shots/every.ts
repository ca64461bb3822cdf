/**
 * `node tests/shots/every.ts <folder> [part of a walk's name] [nl|en]`: every page and state of resident and desk at
 * the widths that count, to look at. Build first.
 */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'

import { aPlace } from '../builders/place.ts'
import { sizes } from '../journeys/browser.ts'
import { walks } from '../journeys/pages.ts'
import { aBrowser, patient, walked } from '../journeys/pages/walk.ts'
import { aServer } from '../journeys/server.ts'

const [folder, part = '', language = 'nl'] = process.argv.slice(2)
if (!folder || (language !== 'nl' && language !== 'en')) {
  console.error('node tests/shots/every.ts <folder> [part of a walk’s name] [nl|en]')
  process.exit(64)
}

const server = await aServer({ env: patient })
const place = await aPlace(server.url, server.setupToken!)
const browser = await aBrowser()
for (const walk of walks.filter(({ name }) => name.includes(part))) {
  const at = join(folder, `${walk.side}, ${walk.name}`)
  mkdirSync(at, { recursive: true })
  let count = 0
  await walked(browser, walk, { place, language }, async (state, page) => {
    const place = String(++count).padStart(2, '0')
    for (const [name, size] of Object.entries(sizes)) {
      await page.setViewportSize(size)
      await page.screenshot({ path: join(at, `${place} ${state.replaceAll(/[:/]/g, '')}, ${name}.png`) })
    }
    await page.setViewportSize(sizes[walk.size])
  }).catch((error: Error) => console.error(`${walk.name} stopped: ${error.message}`))
}
await browser.close()
await server.remove()
