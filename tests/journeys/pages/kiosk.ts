import type { Page } from 'playwright-core'

import { enrolTablet } from '../../builders/place.ts'
import { openLink, word } from '../resident.ts'
import { languagesOf } from './plan.ts'
import type { Language, Walk } from './walk.ts'

/** Staff with a keyboard: from the first page of a tablet to its menu. */
export async function openStaffMenu(page: Page, language: Language, code = '2468'): Promise<void> {
  const t = (key: string) => word(language, 'resident', key)
  await page.locator('[data-language]').first().waitFor()
  await page.getByRole('button', { name: t('staff.open') }).press('Enter')
  await page.locator('.keypad').waitFor()
  await page.keyboard.type(code)
  await page.keyboard.press('Enter')
  await page.locator('.staff__status').waitFor()
}

/** What stands on a tablet between two visits, and what only staff see there. */
export const kiosk: Walk = {
  name: 'between visits',
  side: 'resident',
  size: 'tablet',
  async go({ place, language, open }, look) {
    const t = (key: string) => word(language, 'resident', key)
    const button = (key: string) => page.getByRole('button', { name: t(key), exact: true })
    const page = await open()
    await openLink(page, await enrolTablet(place))
    await page.locator('[data-language]').first().waitFor()
    await page.getByText(word('nl', 'resident', 'attract.phone')).waitFor()
    if (language !== 'nl') {
      // the tablet greets in the first of its languages
      await openStaffMenu(page, 'nl')
      for (const before of languagesOf('resident').slice(0, languagesOf('resident').indexOf(language))) {
        await page.locator(`[data-shown="${before}"]`).click()
      }
      await page.locator('nav.controls .button--primary').click()
    }
    await page.getByText(t('attract.phone')).waitFor()
    await look('attract', page)
    await page.getByRole('button', { name: t('staff.open') }).press('Enter')
    await page.locator('.keypad').waitFor()
    await look('staff code', page)
    await button('staff.enter').press('1')
    await button('staff.enter').click()
    await page.getByText(t('staff.wrong')).waitFor()
    await look('staff code, wrong', page)
    await button('common.back').click()
    await openStaffMenu(page, language)
    await look('staff menu', page)
    await button('staff.leave').click()
    await page.getByText(t('staff.leaveSure')).waitFor()
    await look('staff menu, about to leave', page)
    await button('staff.leaveNo').click()
    await page.context().setOffline(true)
    await page.getByText(t('staff.networkNone')).waitFor()
    await look('staff menu, without network', page)
    await page.context().setOffline(false)
    await button('staff.practiceOn').click()
    await page.getByText(t('practice.banner')).waitFor()
    await page.locator('[data-language]').first().waitFor()
    await look('attract, practising', page)
    await page.locator(`[data-language="${language}"]`).click()
    await button('welcome.start').click()
    await page.locator('[data-code]').first().waitFor()
    await look('a question, practising', page)
  }
}
