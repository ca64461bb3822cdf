import { aResident } from '../resident.ts'
import { kiosk } from './kiosk.ts'
import { idle, opening, wrongPlaces } from './opening.ts'
import { cardPages, questions } from './questions.ts'
import { codePages, shareAtOnce, sharing, skipToCard } from './sharing.ts'
import type { Ground, Walk } from './walk.ts'

type Device = 'phone' | 'tablet'

/** An empty page of this device, and the address that it opens. */
async function on(device: Device, { place, open, tablet }: Ground) {
  return device === 'phone'
    ? { page: await open(), link: place.phoneLink }
    : { page: await tablet(), link: place.tabletLink }
}

/** Language, help, welcome, privacy and talking, on one of the two devices. */
const start = (size: Device): Walk => ({
  name: `the first pages on the ${size}`,
  side: 'resident',
  size,
  async go(ground, look) {
    const { page, link } = await on(size, ground)
    await opening(page, link, ground, look)
  }
})

/** One long visit past every other page. */
const visit: Walk = {
  name: 'a visit on the phone',
  side: 'resident',
  size: 'phone',
  async go(ground, look) {
    const { page, link } = await on('phone', ground)
    const resident = await aResident(page, link, ground.language)
    await questions(resident, look)
    await cardPages(resident, look)
    await sharing(resident, look)
    await codePages(resident, look)
  }
}

/** What is other on the tablet, from the card on; the questions are the same pages there. */
const tabletVisit: Walk = {
  name: 'a visit on the tablet',
  side: 'resident',
  size: 'tablet',
  async go(ground, look) {
    const { page, link } = await on('tablet', ground)
    const resident = await aResident(page, link, ground.language)
    await look('good, on the tablet', page)
    await resident.answer('area.home')
    await skipToCard(resident)
    await sharing(resident, look)
    await codePages(resident, look)
  }
}

/** Without network from the first question on: nothing is called sent. */
const offline = (size: Device): Walk => ({
  name: `a visit without network on the ${size}`,
  side: 'resident',
  size,
  async go(ground, look) {
    const { page, link } = await on(size, ground)
    const resident = await aResident(page, link, ground.language)
    // the code of the later pages has come meanwhile, as it would with a worker
    await page.waitForLoadState('networkidle')
    await page.context().setOffline(true)
    await page.getByText(resident.t('sync.offline')).waitFor()
    await look('a question without network', page)
    await skipToCard(resident)
    await look('card, empty', page)
    await shareAtOnce(resident, 'share.step', size === 'phone' ? 'contact.back' : 'contact.here')
    await resident.button('confirm.yes').click()
    await page.getByText(resident.t(size === 'phone' ? 'sync.waiting_phone' : 'sync.waiting_here')).waitFor()
    if (size === 'tablet') {
      await look('code, to hold up', page)
      await resident.button('common.close').click()
      await resident.button('code.got').waitFor()
    }
    await look('code, waiting', page)
    await resident.button('code.got').click()
    await page.getByRole('heading', { name: resident.t('done.title') }).waitFor()
    await look('done, shared', page)
  }
})

/** Shares nothing, which is just as good. */
const nothing = (size: Device): Walk => ({
  name: `sharing nothing on the ${size}`,
  side: 'resident',
  size,
  async go(ground, look) {
    const { page, link } = await on(size, ground)
    const resident = await aResident(page, link, ground.language)
    await skipToCard(resident)
    await resident.next()
    await resident.answer('share.none')
    await look('done, nothing shared', page)
  }
})

/** Comes back to an unfinished visit, and opens it a second time. */
const again: Walk = {
  name: 'again',
  side: 'resident',
  size: 'phone',
  async go({ place, language, open }, look) {
    const page = await open()
    const resident = await aResident(page, place.phoneLink, language)
    await resident.answer('area.home')
    const second = await page.context().newPage()
    await second.goto(place.phoneLink)
    await second.getByRole('heading', { name: /./ }).filter({ visible: true }).waitFor()
    await second.locator('main.aside').waitFor()
    await look('open in another tab', second)
    await second.close()
    await page.reload()
    await page.locator('main.aside').waitFor()
    await look('go on or wipe', page)
  }
}

/** A phone that can keep nothing and has no network: it says so, and offers paper. */
const notKept: Walk = {
  name: 'nothing can be kept',
  side: 'resident',
  size: 'phone',
  async go({ place, language, open }, look) {
    const page = await open()
    await page.addInitScript(() => Object.defineProperty(globalThis, 'indexedDB', { value: undefined }))
    const resident = await aResident(page, place.phoneLink, language)
    await skipToCard(resident)
    await shareAtOnce(resident, 'share.step', 'contact.back')
    await page.context().setOffline(true)
    await resident.button('confirm.yes').click()
    await page.getByText(resident.t('sync.notSaved')).waitFor()
    await look('confirm, not saved', page)
  }
}

/** With the letters that Hulp makes larger. */
const larger: Walk = {
  name: 'larger letters',
  side: 'resident',
  size: 'phone',
  async go({ place, language, open }, look) {
    const page = await open()
    const resident = await aResident(page, place.phoneLink, language)
    await resident.button('common.needHelp').click()
    await resident.button('common.bigger').click()
    await look('help', page)
    await resident.button('common.close').click()
    await page.locator('[data-code="area.home"]').click()
    await look('good', page)
    await resident.next()
    await resident.answer('area.learning')
    await look('scale', page)
    await skipToCard(resident)
    await page.locator('.lock').nth(1).click()
    await look('card', page)
    await resident.next()
    await look('share', page)
  }
}

/** The short walks stand last, where they fall to languages that have little to see (`plan`). */
export const residentWalks: readonly Walk[] = [
  offline('phone'),
  larger,
  start('phone'),
  offline('tablet'),
  wrongPlaces,
  start('tablet'),
  kiosk,
  tabletVisit,
  visit,
  again,
  nothing('phone'),
  nothing('tablet'),
  idle,
  notKept
]
