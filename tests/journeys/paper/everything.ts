import { type Resident, word } from '../resident.ts'

/** As much as a place may say of itself. */
export const details = {
  place: 'Buurthuis en Werkwinkel De Verbinding in Overvecht-Noord 123',
  address:
    'Burgemeester van der Voort van Zijplaan 1234 bis, 3571 AB Utrecht, ingang aan de achterkant van het gebouw, eerste deur',
  hours:
    'maandag, dinsdag, woensdag en donderdag van 9 tot 12 uur en van 13 tot 17 uur, vrijdag van 9 tot 12 uur, in de zomer alleen op dinsdag en donderdagochtend'
}

/** Own words, nearly as long as they may be. */
export const own = {
  direction: 'Weer met mijn handen werken, het liefst in een klein bedrijf met aardige mensen',
  strength: 'Oude naaimachines en radio’s opknappen',
  step: 'Bij de fietsenmaker op de hoek vragen of ik een ochtend mag komen meekijken daar'
}

/** The codes with the longest words. */
export const longest = (language: string, codes: readonly string[], most: number): string[] =>
  [...codes]
    .sort((a, b) => word(language, 'resident', b, details).length - word(language, 'resident', a, details).length)
    .slice(0, most)

/** Chooses as many tiles as the page allows, those with the longest words: all at once, for it is the paper that counts. */
async function fill(resident: Resident, most: number): Promise<void> {
  const codes = await resident.page
    .locator('[data-code]')
    .evaluateAll(found => found.map(it => it.getAttribute('data-code')!))
  const alone = /\.(none|unsure|together|own)$/
  const chosen = longest(
    resident.language,
    codes.filter(code => !alone.test(code)),
    most
  )
  await resident.page.evaluate(async codes => {
    for (const code of codes) {
      const tile = document.querySelector<HTMLElement>(`[data-code="${code}"]`)!
      tile.click()
      // the next tap counts on what this one changed
      while (tile.isConnected && tile.getAttribute('aria-pressed') !== 'true') await new Promise(requestAnimationFrame)
    }
  }, chosen)
}

/** Says everything that can be said, in the longest words there are. */
export async function sayEverything(resident: Resident): Promise<void> {
  const { page, t } = resident
  const write = (label: string, text: string) => page.getByLabel(t(label)).fill(text)
  await fill(resident, 7)
  await resident.next()
  await fill(resident, 2)
  await resident.next()
  await resident.answer('scale.hard')
  await resident.answer('scale.hard')
  await fill(resident, 1)
  await resident.button('direction.other').click()
  await write('direction.otherLabel', own.direction)
  await resident.next()
  await fill(resident, 2)
  await resident.next()
  await fill(resident, 4)
  await resident.button('strength.other').click()
  await write('strength.otherLabel', own.strength)
  await resident.next()
  await fill(resident, 3)
  await resident.next()
  await resident.answer('step.own')
  await page.locator('textarea').fill(own.step)
  await resident.next()
  await fill(resident, 1)
  await resident.next()
  await resident.answer('with.team')
  await resident.answer('sure.maybe')
  await resident.answer('step.small_ask')
  for (const [id, most] of [
    ['week', 9],
    ['support', 7],
    ['load', 3]
  ] as const) {
    await resident.button('extra.offer').click()
    await page.getByRole('button', { name: t(`extra.${id}`) }).click()
    await page.getByRole('heading', { name: t(`${id}.q`) }).waitFor()
    await fill(resident, most)
    await resident.next()
  }
  await page.getByRole('heading', { name: t('card.title') }).waitFor()
}
