import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { fromBase64url } from '#wire/bytes.ts'
import type { QueuePage } from '#wire/queue.ts'

import { aPlace, enrolTablet, type Place } from '../builders/place.ts'
import { scan } from '../builders/scan.ts'
import { someSentinels } from '../builders/sentinels.ts'
import { aProfile, sizes } from './browser.ts'
import { aResident, samira, walkToConfirm } from './resident.ts'
import { aServer, type RunningServer } from './server.ts'

/** Typed where a resident may type. What is left of them on a tablet's disk is looked for in `wiped.test.ts`. */
const said = someSentinels()
const codes = samira.flat().filter(code => !/^(area|scale)\./.test(code))

let server: RunningServer
let place: Place
const profile = aProfile()

beforeAll(async () => {
  server = await aServer()
  place = await aPlace(server.url, server.setupToken!)
})
afterAll(async () => {
  profile.remove()
  await server.remove()
})

/** A whole visit on the tablet, with own words, up to the page after the code. */
async function visit(): Promise<void> {
  const browser = await profile.open({ viewport: sizes.tablet })
  const resident = await aResident(await browser.newPage(), await enrolTablet(place))
  const { page } = resident
  for (const answers of samira.slice(0, 5)) await resident.answer(...answers)
  await page.getByRole('button', { name: resident.t('strength.other') }).click()
  await page.getByLabel(resident.t('strength.otherLabel')).fill(`${said.latin} ${said.arabic}`)
  await resident.next()
  for (const answers of samira.slice(6)) await resident.answer(...answers)
  await page.getByRole('heading', { name: resident.t('card.title') }).waitFor()
  await expect.poll(() => page.locator('[data-line=strength]').innerText()).toContain(said.arabic)
  await walkToConfirm(resident, 'share.card', 'contact.here', said.ethiopic)
  await resident.button('confirm.yes').click()
  await page.getByText(resident.t('sync.sent')).waitFor()
  await resident.button('code.got').click()
  await page.getByRole('heading', { name: resident.t('done.title') }).waitFor()
  await resident.button('done.finish').click()
  await browser.close()
}

describe('a thief who takes the server', () => {
  test('finds no answer on it, and after erasure no sealed byte either', async () => {
    await visit()
    const queue = (await (await place.ask('GET', '/v1/desk/queue')).json()) as QueuePage
    const card = queue.items.at(-1)!
    const sealed = fromBase64url(card.envelope).slice(-512)
    // the control: what is stored is found
    expect(scan(server.dataDir, [sealed])).not.toEqual([])

    const answers = [...Object.values(said), ...codes]
    expect(scan(server.dataDir, answers)).toEqual([])
    for (const answer of answers) expect(server.output()).not.toContain(answer)

    const erased = await place.ask('DELETE', `/v1/desk/queue/${card.id}`)
    expect(erased.status).toBe(204)
    expect(scan(server.dataDir, [sealed])).toEqual([])
    await server.stop()
    expect(scan(server.dataDir, [sealed, ...answers])).toEqual([])
  })
})
