import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { fromBase64url } from '#wire/bytes.ts'
import type { QueuePage } from '#wire/queue.ts'

import { aPlace, enrolTablet, type Place } from '../builders/place.ts'
import { scan } from '../builders/scan.ts'
import { aProfile, type Profile, sizes } from './browser.ts'
import { aResident, samira, walkToConfirm } from './resident.ts'
import { aServer, type RunningServer } from './server.ts'

/** Words that stand nowhere else, typed where a resident may type. */
const said = { own: 'kwartelei dakgoot', name: 'Zwaluwtje' }
const codes = samira.flat().filter(code => !/^(area|scale)\./.test(code))

let server: RunningServer
let place: Place
const profiles: Profile[] = []
const newProfile = () => {
  const profile = aProfile()
  profiles.push(profile)
  return profile
}

beforeAll(async () => {
  server = await aServer()
  place = await aPlace(server.url, server.setupToken!)
})
afterAll(async () => {
  for (const profile of profiles) profile.remove()
  await server.remove()
})

/** A whole visit on the tablet, with own words, up to the page after the code. */
async function visit(profile: Profile): Promise<void> {
  const browser = await profile.open({ viewport: sizes.tablet })
  const resident = await aResident(await browser.newPage(), await enrolTablet(place))
  const { page } = resident
  for (const answers of samira.slice(0, 5)) await resident.answer(...answers)
  await page.getByRole('button', { name: resident.t('strength.other') }).click()
  await page.getByLabel(resident.t('strength.otherLabel')).fill(said.own)
  await resident.next()
  for (const answers of samira.slice(6)) await resident.answer(...answers)
  await page.getByRole('heading', { name: resident.t('card.title') }).waitFor()
  await expect.poll(() => page.locator('[data-line=strength]').innerText()).toContain(said.own)
  await walkToConfirm(resident, 'share.card', 'contact.here', said.name)
  await resident.button('confirm.yes').click()
  await page.getByText(resident.t('sync.sent')).waitFor()
  await resident.button('code.got').click()
  await page.getByRole('heading', { name: resident.t('done.title') }).waitFor()
  await resident.button('done.finish').click()
  await page.locator('label[for="language-nl"]').waitFor()
  await browser.close()
}

describe('a thief who takes the machine', () => {
  test('finds no word of a resident on the disk of a tablet after the visit, and the search can find', async () => {
    const profile = newProfile()
    await visit(profile)
    expect(scan(profile.directory, Object.values(said))).toEqual([])

    // the control: the same search finds what a page keeps without care
    const naive = newProfile()
    const browser = await naive.open()
    const page = await browser.newPage()
    await page.goto(server.url)
    await page.evaluate(text => localStorage.setItem('visit', text), said.own)
    await browser.close()
    expect(scan(naive.directory, [said.own])).not.toEqual([])
  })

  test('finds no answer on the server, and after erasure no sealed byte either', async () => {
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
