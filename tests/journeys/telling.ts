import type { Page } from 'playwright-core'

import type { Sentinels } from '../builders/sentinels.ts'
import type { Resident } from './resident.ts'

/** Types as a keyboard does: into the field that has the focus, seen by everything that watches typing. */
async function type(page: Page, text: string): Promise<void> {
  const field = page.locator('.field__input:visible')
  await field.click()
  await page.keyboard.insertText(text)
}

const heading = (resident: Resident, key: string) =>
  resident.page.getByRole('heading', { name: resident.t(key), exact: true }).waitFor()

/** From the first question to the card, with own words in every field that takes them, and hardly anything else. */
export async function tellToCard(resident: Resident, words: Sentinels): Promise<void> {
  const { page } = resident
  await resident.answer('area.home')
  await resident.next()
  await resident.button('direction.other').click()
  await type(page, `${words.latin} ${words.arabic} ${words.ethiopic}`)
  await resident.next()
  await resident.next()
  await resident.button('strength.other').click()
  await type(page, `${words.ethiopic} ${words.arabic}`)
  await resident.next()
  await resident.next()
  await resident.answer('step.own')
  await type(page, `${words.arabic} ${words.latin} ${words.ethiopic}`)
  while ((await resident.title()) !== resident.t('card.title')) await resident.next()
}

/** From the first question to the page that asks for a name, with one in its field. */
export async function tellToName(resident: Resident, words: Sentinels, name: string): Promise<void> {
  await tellToCard(resident, words)
  await resident.next()
  await resident.answer('share.card')
  await resident.answer('contact.here')
  await type(resident.page, name)
}

/** From the first question to the page that asks for a yes. */
export async function tellToConfirm(resident: Resident, words: Sentinels, name: string): Promise<void> {
  await tellToName(resident, words, name)
  await resident.next()
  await resident.answer('speaks.same')
  await heading(resident, 'confirm.title')
}

/** And to the code, and to the end of the visit. */
export async function tellAll(resident: Resident, words: Sentinels, name: string): Promise<void> {
  await tellToConfirm(resident, words, name)
  await resident.button('confirm.yes').click()
  await resident.page.getByText(resident.t('sync.sent')).waitFor()
  await resident.button('code.got').click()
  await heading(resident, 'done.title')
  await resident.button('done.finish').click()
}
