import type { Page } from 'playwright-core'

import { word } from '../resident.ts'
import type { Language } from './walk.ts'

/** The hands of a professional: finds things by the words on them. */
export function deskHand(page: Page, language: Language) {
  const t = (key: string, values: Record<string, string | number> = {}) =>
    word(language, key.startsWith('pro.') ? 'desk' : 'resident', key, values)
  const hand = {
    page,
    t,
    button: (key: string, values = {}) => page.getByRole('button', { name: t(key, values), exact: true }),
    field: (key: string) => page.getByLabel(t(key), { exact: true }),
    at: (key: string, values = {}) => page.getByRole('heading', { name: t(key, values), exact: true }).waitFor(),
    tap: (key: string, values = {}) => hand.button(key, values).click(),
    fill: (key: string, text: string) => hand.field(key).fill(text),
    /** Sends the form of this page. */
    send: () => page.locator('button[type=submit]').click(),
    /** Goes to an address of the desk and speaks this language there. */
    async goto(address: string) {
      await page.goto(address)
      await page.locator('.access__language, .menu__button').first().waitFor()
      const choice = page.locator(`.access__language[lang=${language}]`)
      if ((await choice.count()) > 0) await choice.click()
      await page.locator(`html[lang=${language}]`).waitFor()
    },
    /** Opens the menu with my name and chooses. */
    async choose(key: string) {
      await page.locator('.menu__button').click()
      await hand.tap(key)
    },
    /** One of the three pages in the sky. */
    visit: (key: string) =>
      page
        .locator('.bar__nav')
        .getByRole('button', { name: t(key), exact: true })
        .click()
  }
  return hand
}

export type DeskHand = ReturnType<typeof deskHand>
