import type { Locator, Page } from 'playwright-core'

import type { RunningServer } from './server.ts'
import { word } from './resident.ts'

/** A text of the desk, in Dutch. */
export const t = (key: string, values: Record<string, string | number> = {}) => word('nl', 'desk', `pro.${key}`, values)

const button = (page: Page, key: string) => page.getByRole('button', { name: t(key), exact: true })

/** The first run of a place on its coordinator's browser: account, place, promises, sheet, typed back, open. */
export async function foundPlace(
  page: Page,
  server: RunningServer
): Promise<{ sheet: string; email: string; password: string }> {
  const who = { email: 'fatma@example.org', password: 'een lange zin om mee te openen' }
  await page.goto(`${server.url}/desk/#setup=${server.setupToken}`)
  await makeAccount(page, 'Fatma', who.email, who.password)
  await page.getByLabel(t('access.place.place'), { exact: true }).fill('Werkwinkel Overvecht')
  await page.getByLabel(t('access.place.privacyContact'), { exact: true }).fill('Fatma')
  await button(page, 'access.place.next').click()

  await page.getByLabel(t('access.promises.name'), { exact: true }).fill('Fatma, coördinator')
  const lines = page.locator('.access__promise button')
  await lines.first().waitFor()
  for (const line of await lines.all()) await line.click()
  await button(page, 'access.promises.next').click()

  await page.locator('.paper__code li').first().waitFor()
  const sheet = (await page.locator('.paper__code li').allInnerTexts()).join('-')
  await page.getByLabel(t('access.sheet.have')).check()
  await button(page, 'access.sheet.next').click()
  await page.getByLabel(t('access.drill.code'), { exact: true }).fill(sheet)
  await button(page, 'access.drill.do').click()
  await button(page, 'access.drill.open').click()
  await boardIsOpen(page)
  return { sheet, ...who }
}

export async function makeAccount(page: Page, name: string, email: string, password: string): Promise<void> {
  await page.getByLabel(t('access.account.name'), { exact: true }).fill(name)
  await page.getByLabel(t('access.account.email'), { exact: true }).fill(email)
  await page.getByLabel(t('access.account.password'), { exact: true }).fill(password)
  await button(page, 'access.account.do').click()
}

/** On the page of the team: a link that makes one tablet. */
export async function makeTablet(page: Page, name: string): Promise<string> {
  await page.getByLabel(t('tablets.name'), { exact: true }).fill(name)
  await button(page, 'tablets.make').click()
  const link = await page.getByLabel(t('tablets.linkFor', { name }), { exact: true }).locator('input').inputValue()
  await button(page, 'tablets.linkDone').click()
  return link
}

/** Signs in on a browser that the team does not know yet, and opens it with the sheet from the safe. */
export async function openWithSheet(
  page: Page,
  origin: string,
  { email, password, sheet }: { email: string; password: string; sheet: string }
): Promise<void> {
  await page.goto(`${origin}/desk/`)
  await page.getByLabel(t('access.signIn.email'), { exact: true }).fill(email)
  await page.getByLabel(t('access.signIn.password'), { exact: true }).fill(password)
  await button(page, 'access.signIn.do').click()
  await button(page, 'access.device.sheet').click()
  await page.getByLabel(t('access.drill.code'), { exact: true }).fill(sheet)
  await page.getByLabel(t('access.recover.password'), { exact: true }).fill(password)
  await button(page, 'access.recover.do').click()
  await boardIsOpen(page)
}

export const boardIsOpen = (page: Page) => page.getByRole('heading', { name: t('queue.hereNow') }).waitFor()

/** The cards on the board that carry this code. */
export const cardOnBoard = (page: Page, code: string): Locator => page.locator('[data-card]').filter({ hasText: code })

export async function openCard(page: Page, code: string): Promise<void> {
  await cardOnBoard(page, code).locator('[data-open]').click()
  await page.locator('#card-code').waitFor()
}

export const act = (page: Page, key: string) => button(page, key)
