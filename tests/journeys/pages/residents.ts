import type { BrowserContextOptions } from 'playwright-core'

import { enrolTablet, type Place } from '../../builders/place.ts'
import { aResident, walkToCard } from '../resident.ts'
import { chooseLanguage, idle, opening, wrongPlaces } from './opening.ts'
import { cardPages, questions } from './questions.ts'
import { codePages, shareAtOnce, sharing, skipToCard } from './sharing.ts'
import type { Walk } from './walk.ts'

/** Language, help, welcome, privacy and talking, on one of the two devices. */
const start = (size: 'phone' | 'tablet'): Walk => ({
  name: `the first pages on the ${size}`,
  side: 'resident',
  size,
  async go(ground, look) {
    const { place, open } = ground
    await opening(await open(), await linkFor(size, place), ground, look)
  }
})

const linkFor = async (size: 'phone' | 'tablet', place: Place) =>
  size === 'phone' ? place.phoneLink : enrolTablet(place)

/** One long visit past every other page. */
const visit = (size: 'phone' | 'tablet'): Walk => ({
  name: `a visit on the ${size}`,
  side: 'resident',
  size,
  // in the other language the same pages are measured on the phone, where words have the least room
  once: size === 'tablet',
  async go({ place, language, open }, look) {
    const resident = await aResident(await open(), await linkFor(size, place), language)
    await questions(resident, look)
    await cardPages(resident, look)
    await sharing(resident, look)
    await codePages(resident, look)
  }
})

/** Without network from the first question on: nothing is called sent. */
const offline = (size: 'phone' | 'tablet'): Walk => ({
  name: `a visit without network on the ${size}`,
  side: 'resident',
  size,
  async go({ place, language, open }, look) {
    const page = await open()
    const resident = await aResident(page, await linkFor(size, place), language)
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
const nothing = (size: 'phone' | 'tablet'): Walk => ({
  name: `sharing nothing on the ${size}`,
  side: 'resident',
  size,
  async go({ place, language, open }, look) {
    const page = await open()
    const resident = await aResident(page, await linkFor(size, place), language)
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

/** The pages with the most on them, in another dress. */
const dressed = (name: string, size: 'phone' | 'tablet', options: BrowserContextOptions, large = false): Walk => ({
  name,
  side: 'resident',
  size,
  // colours are the same in every language, lengths are not
  once: !large,
  async go({ place, language, open }, look) {
    const page = await open(options)
    await page.goto(place.phoneLink)
    await chooseLanguage(page, language)
    await look('language', page)
    const resident = await aResident(page, place.phoneLink, language)
    const { t } = resident
    if (large) {
      await resident.button('common.needHelp').click()
      await page.getByRole('button', { name: t('common.bigger') }).click()
      await look('help', page)
      await resident.button('common.close').click()
    }
    await page.locator('[data-code="area.home"]').click()
    await look('good', page)
    await resident.next()
    await resident.answer('area.learning')
    await look('scale', page)
    await resident.answer('scale.hard')
    await page.locator('[data-code="direction.volunteer"]').click()
    await look('direction', page)
    await walkToCard(resident, [
      ['direction.language'],
      ['drive.people'],
      ['strength.cook'],
      ['ask.along'],
      ['step.together']
    ])
    await page.locator('.lock').nth(1).click()
    await look('card', page)
    await resident.next()
    await page.locator('[data-code="share.card"]').click()
    await look('share', page)
    await resident.next()
    await resident.answer('contact.back')
    for (const _ of ['name', 'speaks']) await resident.next()
    await page.getByRole('heading', { name: t('confirm.title') }).waitFor()
    await look('confirm', page)
    await resident.button('confirm.yes').click()
    await page.getByText(t('sync.sent')).waitFor()
    await look('code', page)
  }
})

export const residentWalks: readonly Walk[] = [
  start('phone'),
  start('tablet'),
  visit('phone'),
  visit('tablet'),
  offline('phone'),
  offline('tablet'),
  nothing('phone'),
  nothing('tablet'),
  again,
  notKept,
  idle,
  wrongPlaces,
  dressed('at dusk', 'tablet', { colorScheme: 'dark' }),
  dressed('in strong contrast', 'phone', { contrast: 'more' }),
  dressed('in large letters', 'phone', {}, true)
]
