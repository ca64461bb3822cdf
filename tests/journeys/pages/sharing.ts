import type { Resident } from '../resident.ts'
import type { Look } from './walk.ts'

const heading = (resident: Resident, key: string) =>
  resident.page.getByRole('heading', { name: resident.t(key), exact: true }).waitFor()

/** From the card to the page that asks for a yes, with every field open and every mistake made once. */
export async function sharing(resident: Resident, look: Look): Promise<void> {
  const { page, t } = resident
  const tile = (code: string) => page.locator(`[data-code="${code}"]`)
  await resident.next()
  await look('share', page)
  await resident.button('share.pick').click()
  await heading(resident, 'share.pick')
  await look('pick', page)
  await resident.button('common.back').click()
  await tile('share.card').click()
  await look('share, chosen', page)
  await resident.next()
  await look('contact', page)
  await tile('contact.phone').click()
  await page.getByLabel(t('contact.phoneLabel')).fill('123')
  await resident.button('common.next').click()
  await page.getByText(t('contact.phoneError')).waitFor()
  await look('contact, a number that is none', page)
  await page.getByLabel(t('contact.phoneLabel')).fill('06 12345678')
  await resident.button('followup.two').click()
  await look('contact, by phone', page)
  await resident.next()
  await page.getByLabel(t('name.label')).fill('Samira 0612345678')
  await page.getByText(t('stepOwn.noNumber')).waitFor()
  await look('name, refused', page)
  await page.getByLabel(t('name.label')).fill('Samira')
  await resident.next()
  await look('speaks', page)
  await tile('speaks.other').click()
  await page.getByRole('button', { name: 'Türkçe' }).click()
  await look('speaks, the list', page)
  await resident.next()
  await heading(resident, 'confirm.title')
  await look('confirm', page)
  await resident.button('confirm.preview').click()
  await heading(resident, 'confirm.preview')
  await look('preview', page)
  await resident.button('common.close').click()
  await heading(resident, 'confirm.title')
}

/** The code once the card has arrived, looking at it together, and taking it back. */
export async function codePages(resident: Resident, look: Look): Promise<void> {
  const { page, t } = resident
  await resident.button('confirm.yes').click()
  await page.locator('[data-say="sync.sent"]').waitFor()
  await look('code, arrived', page)
  await resident.button('code.together').click()
  await heading(resident, 'card.title')
  await look('together', page)
  await resident.button('common.close').click()
  await resident.button('withdraw.title').click()
  await heading(resident, 'withdraw.title')
  await look('withdraw', page)
  await resident.button('withdraw.yes').click()
  await page.getByText(t('withdraw.done')).waitFor()
  await look('withdrawn', page)
}

/** Skips every question. */
export async function skipToCard(resident: Resident): Promise<void> {
  const title = resident.t('card.title')
  while ((await resident.title()) !== title) await resident.next()
}

/** From the card to the yes with as little as possible. */
export async function shareAtOnce(resident: Resident, share: string, contact: string): Promise<void> {
  await resident.next()
  await resident.answer(share)
  await resident.answer(contact)
  for (const _ of ['name', 'speaks']) await resident.next()
  await heading(resident, 'confirm.title')
}
