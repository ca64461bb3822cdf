import type { Page } from 'playwright-core'

import { isTablet, word } from '../resident.ts'
import type { Ground, Language, Look, Walk } from './walk.ts'

/** The language page in this language; its words are those of the page, not of the first paint. */
export async function chooseLanguage(page: Page, language: Language): Promise<void> {
  // the other one first: then the page has certainly heard
  for (const code of [language === 'nl' ? 'en' : 'nl', language]) {
    await page.locator(`label[for="language-${code}"]`).click()
    await page.locator(`#language[lang="${code}"]`).waitFor()
  }
}

/** From the language page to what comes behind it. */
export async function goIn(page: Page, language: Language): Promise<void> {
  await chooseLanguage(page, language)
  await page.locator('label[for="tap-go"]').click()
}

/** Language, help, welcome, what happens with my answers, and rather talking. */
export async function opening(page: Page, link: string, { place, language }: Ground, look: Look): Promise<void> {
  const t = (key: string) => word(language, 'resident', key, { place: place.profile.place })
  const button = (key: string) => page.getByRole('button', { name: t(key), exact: true })
  const at = (key: string) => page.getByRole('heading', { name: t(key), exact: true }).waitFor()
  await page.goto(link)
  if (isTablet(page)) await page.locator(`[data-language="${language}"]`).click()
  else {
    await chooseLanguage(page, language)
    await look('language', page)
    await page.locator('label[for="tap-go"]').click()
  }
  await at('welcome.title')
  await look('welcome', page)
  await button('common.needHelp').click()
  await at('help.title')
  await look('help', page)
  await button('common.close').click()
  if (isTablet(page)) {
    await button('welcome.together').click()
    await look('welcome, filled in together', page)
    await button('welcome.together').click()
  }
  await button('welcome.more').click()
  await at('privacy.title')
  await look('privacy', page)
  await page.locator('summary').click()
  await look('privacy, the statement open', page)
  await button('common.back').click()
  await button('welcome.talk').click()
  await at('talk.title')
  await look('talk', page)
  if (link === place.phoneLink) return
  await page.context().setOffline(true)
  await button('talk.call').click()
  await page.getByText(t('talk.show')).waitFor()
  await look('talk, held up without network', page)
  await page.context().setOffline(false)
  await page.getByText(t('talk.called')).waitFor()
  await look('talk, called', page)
}

const nobody = 'AAAAAAAAAAAAAAAAAAAAAA'

/** Addresses that lead to no place, and to more than one. */
export const wrongPlaces: Walk = {
  name: 'wrong places',
  side: 'resident',
  size: 'phone',
  async go({ place, language, open }, look) {
    const t = (key: string) => word(language, 'resident', key)
    const origin = new URL(place.phoneLink).origin
    const forged = place.phoneLink.replace(/#r=.*/, `#r=${nobody}`)
    const addresses = [
      ['malformed', `${origin}/l/nowhere`],
      ['unknown', `${origin}/l/${nobody}`],
      ['forged', forged],
      ['none', `${origin}/`, { locations: [] }],
      ['offline', `${origin}/`, undefined]
    ] as const
    const page = await open()
    const fresh = async () => {
      await page.goto('about:blank')
      await page.unrouteAll()
    }
    for (const [why, address, ...answer] of addresses) {
      await fresh()
      if (answer.length > 0) {
        await page.route('**/v1/locations', route => (answer[0] ? route.fulfill({ json: answer[0] }) : route.abort()))
      }
      await page.goto(address)
      await goIn(page, language)
      await page.getByRole('heading', { name: t(`place.${why}_title`) }).waitFor()
      await look(`no place: ${why}`, page)
    }

    await fresh()
    const { id, place: name } = place.profile
    const locations = [
      { id, place: name, address: 'Zamenhofdreef 10, Utrecht' },
      { id: nobody, place: 'Werkwinkel Kanaleneiland', address: 'Marco Pololaan 115, Utrecht' }
    ]
    await page.route('**/v1/locations', route => route.fulfill({ json: { locations } }))
    await page.goto(`${origin}/`)
    await goIn(page, language)
    await page.getByRole('heading', { name: t('place.choose') }).waitFor()
    await look('choose a place', page)
  }
}

/** A tablet that nobody touches: it asks, and forgets. */
export const idle: Walk = {
  name: 'idle',
  side: 'resident',
  size: 'tablet',
  async go({ place, language, tablet }, look) {
    const t = (key: string) => word(language, 'resident', key, { place: place.profile.place })
    const page = await tablet()
    await page.clock.install()
    await page.goto(place.tabletLink)
    await page.locator(`[data-language="${language}"]`).click()
    await page.getByRole('heading', { name: t('welcome.title'), exact: true }).waitFor()
    const asks = page.getByRole('heading', { name: t('idle.title') })
    // longer on pages with many words, at the most three minutes
    for (let waited = 0; waited < 180 && !(await asks.isVisible()); waited += 5) await page.clock.fastForward(5000)
    await look('idle', page)
    await page.getByRole('button', { name: t('idle.wipe') }).click()
    await page.locator('.scene--attract').waitFor()
  }
}
