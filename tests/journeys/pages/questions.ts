import type { Resident } from '../resident.ts'
import type { Look } from './walk.ts'

const long = 'Op donderdag langs het buurthuis lopen en vragen wie daar koffie zet'

/** Every question of the core route, with the fields open and what they say to a wrong text, up to the card. */
export async function questions(resident: Resident, look: Look): Promise<void> {
  const { page, t } = resident
  const at = (key: string) => page.getByRole('heading', { name: t(key), exact: true }).waitFor()
  const tile = (code: string) => page.locator(`[data-code="${code}"]`)
  const back = async (key: string) => {
    await resident.button('common.back').click()
    await at(key)
  }
  await look('good', page)
  await resident.answer('area.home', 'area.people')
  for (const code of ['area.people', 'area.learning', 'area.money']) await tile(code).click()
  await page.getByText(t('common.full_other', { count: 2 })).waitFor()
  await look('change, already two', page)
  await resident.next()
  await look('scale', page)
  await resident.answer('scale.ok')
  await tile('scale.hard').click()
  await look('scale, chosen', page)
  await resident.next()

  await tile('direction.volunteer').click()
  await look('direction', page)
  await resident.button('direction.other').click()
  await page.getByLabel(t('direction.otherLabel')).fill('Bel mij op 06 12345678')
  await page.getByText(t('stepOwn.noNumber')).waitFor()
  await look('direction, own words refused', page)
  await page.getByLabel(t('direction.otherLabel')).fill('Fietsen maken')
  await resident.next()
  await look('drive', page)
  await resident.answer('drive.people')
  await resident.button('strength.other').click()
  await page.getByLabel(t('strength.otherLabel')).fill('Radio’s')
  await look('strength, own words', page)
  await resident.next()
  await look('ask', page)
  await resident.answer('ask.along')
  await look('step', page)
  await resident.answer('step.own')
  await look('own step', page)
  await page.locator('textarea').fill(long)
  await look('own step, nearly full', page)
  await back('step.q')
  await resident.answer('step.volunteer_visit')
  await look('when', page)
  await resident.answer('when.week')
  await look('with', page)
  await resident.answer('with.team')
  await look('sure', page)
  await resident.answer('sure.maybe')
  await look('smaller', page)
  await resident.answer('smaller.keep')
  await at('card.title')
}

/** The card, its locks, the questions it offers on top, and the ways out that lie over every page. */
export async function cardPages(resident: Resident, look: Look): Promise<void> {
  const { page, t } = resident
  const at = (key: string) => page.getByRole('heading', { name: t(key), exact: true }).waitFor()
  await look('card', page)
  await page.locator('.lock').first().click()
  await look('card, a line locked', page)
  await resident.button('extra.offer').click()
  await at('extra.q')
  await look('extra', page)
  for (const [page_, codes] of [
    ['week', ['week.meet']],
    ['support', ['support.friends']],
    ['load', ['load.letters', 'load.health']]
  ] as const) {
    // where a voice is, the speaker of the tile is named after it too
    await page.locator(`button[data-say="extra.${page_}"]`).click()
    await at(`${page_}.q`)
    for (const code of codes) await page.locator(`[data-code="${code}"]`).click()
    await look(page_, page)
    await resident.next()
    if (page_ !== 'load') await resident.button('extra.offer').click()
  }
  await at('card.title')
  await resident.button('common.needHelp').click()
  await at('help.title')
  await page.locator('.tile__face[data-say="common.stop"]').click()
  await at('stop.title')
  await look('stop', page)
  await resident.button('common.back').click()
  await at('card.title')
  await look('card, with the extra questions', page)
}
