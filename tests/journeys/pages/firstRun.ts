import { deskHand } from './deskHand.ts'
import type { Walk } from './walk.ts'

const password = 'een lange zin om mee te openen'

/** From the one-time link to an open desk, with every mistake made once, in practice and out of it. */
export const firstRun: Walk = {
  name: 'first run',
  side: 'desk',
  size: 'laptop',
  async go({ language, open, freshServer }, look) {
    const server = await freshServer()
    const page = await open()
    const hand = deskHand(page, language)
    const { t, fill, send, at, tap } = hand

    await hand.goto(`${server.url}/desk/#setup=${server.setupToken}`)
    await at('pro.access.account.setupTitle')
    await look('account', page)
    await send()
    await page.getByText(t('pro.access.account.noName')).waitFor()
    await look('account, nothing filled in', page)
    await fill('pro.access.account.name', 'Fatma Yilmaz')
    await fill('pro.access.account.email', 'fatma@example.org')
    await fill('pro.access.account.password', password)
    await send()

    await at('pro.access.place.title')
    await look('place', page)
    await fill('pro.access.place.keepDays', '3')
    await send()
    await page.getByText(t('pro.access.place.badDays')).waitFor()
    await look('place, mistakes', page)
    await fill('pro.access.place.place', 'Werkwinkel Overvecht')
    await fill('pro.access.place.keepDays', '90')
    await send()

    await at('pro.access.promises.title')
    await look('promises', page)
    for (const i of [0, 1, 2]) await page.locator('.access__tick').nth(i).click()
    await look('promises, three signed', page)
    await send()

    await at('pro.access.sheet.title')
    await page.locator('.access__beside svg, .access__beside code, .access__beside li').first().waitFor()
    await look('sheet', page)
    await send()
    await page.getByText(t('pro.access.sheet.tick')).waitFor()
    await look('sheet, not on paper yet', page)
    const sheet = /(?:[0-9A-Z]{4}[\s-]+){6}[0-9A-Z]{4}/.exec(await page.locator('.access__beside').innerText())![0]
    await page.locator('.access__choice input').check()
    await send()

    await at('pro.access.drill.title')
    await look('typing the sheet back', page)
    await fill('pro.access.drill.code', 'ABCD')
    await send()
    await page.getByText(t('pro.access.drill.letters')).waitFor()
    await look('typing the sheet back, too short', page)
    await tap('pro.access.drill.later')
    await page.locator('.board').waitFor()
    await look('board, practising', page)
    await hand.visit('pro.shell.place')
    await page.getByText(t('pro.place.practiceWhy')).waitFor()
    await look('our place, practising', page)
    await tap('pro.place.drill')
    await fill('pro.access.drill.code', sheet)
    await send()
    await at('pro.access.drill.doneTitle')
    await look('the sheet is right', page)
    await tap('pro.access.drill.open')
    await hand.visit('pro.shell.cards')
    await page.getByText(t('pro.shell.oneHolder')).waitFor()
    await look('board, empty', page)
  }
}
