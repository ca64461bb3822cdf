import { textMark } from '#wire/textMark.ts'
import type { Page } from 'playwright-core'

import type { Place } from '../../builders/place.ts'
import { aWav } from '../../builders/wav.ts'
import { someCards, someTablets } from './cards.ts'
import { type DeskHand, deskHand } from './deskHand.ts'
import type { Ground, Look, Walk } from './walk.ts'

const origin = (place: Place) => new URL(place.phoneLink).origin

/** Signs in on a new device and opens it with the recovery sheet. */
async function openDesk(hand: DeskHand, place: Place, look: Look): Promise<void> {
  const { page, t, fill, send, at, tap } = hand
  await hand.goto(`${origin(place)}/desk/`)
  await at('pro.access.signIn.title')
  await look('sign-in', page)
  await fill('pro.access.signIn.email', place.email)
  await fill('pro.access.signIn.password', 'een andere lange zin')
  await send()
  await page.getByText(t('pro.access.signIn.wrong')).waitFor()
  await look('sign-in, refused', page)
  await fill('pro.access.signIn.password', place.password)
  await send()
  await at('pro.access.device.title')
  await look('new device', page)
  await tap('pro.access.device.sheet')
  await at('pro.access.recover.title')
  await look('open with the sheet', page)
  await fill(
    'pro.access.drill.code',
    place.sheet.replace(/.$/, last => (last === '0' ? '1' : '0'))
  )
  await fill('pro.access.recover.password', place.password)
  await send()
  await page.locator('.access__wrong').first().waitFor()
  await look('open with the sheet, mistyped', page)
  await fill('pro.access.drill.code', place.sheet)
  await send()
  await page.locator('.board').waitFor()
}

/** A day at the desk: in, the cards, the team, our place, and out. */
export const day: Walk = {
  name: 'a day',
  side: 'desk',
  size: 'laptop',
  async go(ground, look) {
    await someCards(ground.place)
    const page = await ground.open()
    const hand = deskHand(page, ground.language)
    await openDesk(hand, ground.place, look)
    await cards(hand, look)
    await page.context().setOffline(false)
    await page.locator('.bar .off').waitFor({ state: 'detached' })
    await team(hand, ground, look)
    await voices(hand, ground, look)
    await leaving(hand, ground, look)
  }
}

/** The board, one card with everything that can lie beside it, and the same without network. */
async function cards(hand: DeskHand, look: Look): Promise<void> {
  const { page, t, at, tap } = hand
  const card = (name: string) => page.locator('[data-open]').filter({ hasText: name }).first()
  await card('Samira').waitFor()
  await look('board', page)
  await page.locator('.menu__button').click()
  await look('board, the menu open', page)
  await page.keyboard.press('Escape')
  await page.locator('.bar__help').click()
  await at('pro.help.title')
  await look('help', page)
  await page.keyboard.press('Escape')
  const find = page.locator('.find input')
  await find.fill(await card('Daniel').locator('.item__code').innerText())
  await page.locator('.found').waitFor()
  await look('found', page)
  await find.fill('olifant')
  await page.getByText(t('pro.board.foundNone')).waitFor()
  await look('found nothing', page)
  await page.keyboard.press('Escape')

  await page
    .locator('.item__open', { hasText: t('pro.board.unreadable') })
    .first()
    .click()
  await at('pro.board.unreadable')
  await look('a card that does not open', page)
  await tap('pro.card.back')
  await page
    .locator('[data-card]', { hasText: t('pro.card.sharedTalk') })
    .locator('[data-open]')
    .first()
    .click()
  await page.locator('.dcard__talk').waitFor()
  await look('somebody wants to talk', page)
  await page.keyboard.press('Escape')
  await card('Daniel').click()
  await page.locator('.dcard').waitFor()
  await look('card in own words', page)
  await page.keyboard.press('Escape')
  await card('Samira').click()
  await page.locator('.dcard').waitFor()
  await onCard(hand, look)

  await page.context().setOffline(true)
  await page.locator('.bar .off').waitFor()
  await look('card without network', page)
  await page.keyboard.press('Escape')
  await page.locator('.board').waitFor()
  await look('board without network', page)
}

async function onCard({ page, t, at, tap }: DeskHand, look: Look): Promise<void> {
  await look('card', page)
  await page.locator('.dcard__words').click()
  await page.locator('.dcard--shown').waitFor()
  await look('card, the words that the resident saw', page)
  await page.locator('.dcard__words').click()
  for (const [name, i] of [
    ['posture', 0],
    ['reverse', 1]
  ] as const) {
    await page.locator('.posture__open').nth(i).click()
    await at(`pro.${name}.title`)
    await look(name, page)
    await page.locator('.sheet__end').getByRole('button').click()
  }
  await tap('pro.action.erase')
  await at('pro.erase.title')
  await look('erase', page)
  await tap('pro.erase.no')
  if ((await page.getByText(t('pro.action.takeHint')).count()) > 0) await page.keyboard.press('c')
  await page.locator('.saying:not([hidden])').waitFor()
  await look('card, mine', page)
  await tap('pro.action.close')
  await at('pro.close.title')
  await page.locator('.opt input').first().check()
  await look('close', page)
  // a colleague is first: the version moved on
  await page.route('**/close', route =>
    route.fulfill({
      status: 412,
      contentType: 'application/problem+json',
      json: { type: 'about:blank', title: 'version-changed', status: 412, code: 'version-changed', version: 99 }
    })
  )
  await page
    .locator('.sheet__end')
    .getByRole('button', { name: t('pro.action.close') })
    .click()
  await at('pro.changed.title')
  await look('changed meanwhile', page)
  await page.unroute('**/close')
  await tap('pro.changed.again')
  await page.getByRole('button', { name: t('pro.action.reopen') }).waitFor()
  await look('card, closed', page)
}

/** The team, and a colleague who comes in with a device of their own. */
async function team(hand: DeskHand, { place, language, open }: Ground, look: Look): Promise<void> {
  const { page, t, fill, at, tap } = hand
  await hand.visit('pro.queue.team')
  await at('pro.team.people')
  await page.locator('.entry').first().waitFor()
  await look('team', page)
  await page.locator('.entry .btn--small').last().click()
  await page.locator('.sure').waitFor()
  await look('team, a device about to be revoked', page)
  await tap('pro.action.cancel')
  await fill('pro.team.name', 'Noor')
  await tap('pro.team.makeLink')
  await page.locator('.linkbox').waitFor()
  await look('team, an invite', page)
  await someTablets(place)
  await page.getByText(t('pro.tablets.care.parked')).first().waitFor()
  await fill('pro.tablets.name', 'Tablet bij de deur')
  await tap('pro.tablets.make')
  await page.locator('.linkbox').nth(1).waitFor()
  await look('team, tablets that do well and not, and a link for the next', page)
  await tap('pro.tablets.linkDone')
  const link = await page.locator('.linkbox__input').first().inputValue()

  const colleague = await open()
  await invited(colleague, link, deskHand(colleague, language), language, look)
  await page.locator('.approval .digits').first().waitFor()
  await look('team, a device waits', page)
  await page.locator('.approval button[type=submit]').first().click()
  await page.getByText(t('pro.access.approve.notSame')).first().waitFor()
  await look('team, not compared yet', page)
}

/** The page on which volunteers record, before anybody did and with one sentence recorded, which is taken away again. */
async function voices({ page, t, visit, at, tap }: DeskHand, { place, language }: Ground, look: Look): Promise<void> {
  const key = 'lang.title'
  const open = async () => {
    await visit('pro.shell.place')
    await tap('pro.voices.open')
    await at('pro.voices.title')
    await page.locator('.voices select').selectOption(language)
    await page.locator(`[data-key="${key}"]`).click()
    await page.locator(`[data-sentence="${key}"]`).waitFor()
  }
  await open()
  await page.locator('[data-state="missing"]').waitFor()
  await look('voices, nothing recorded', page)
  const mark = await textMark(t(key))
  const address = `${origin(place)}/v1/desk/voices/${language}/${key}?mark=${mark}`
  const headers = { origin: origin(place), 'sec-fetch-site': 'same-origin', 'content-type': 'audio/wav' }
  const kept = await page.request.put(address, { data: Buffer.from(aWav()), headers })
  if (!kept.ok()) throw new Error(`the recording was not kept: ${kept.status()}`)
  await open()
  await page.locator('[data-state="done"]').waitFor()
  await look('voices, one recorded', page)
  const erased = await page.request.delete(address, { headers })
  if (!erased.ok()) throw new Error(`the recording was not erased: ${erased.status()}`)
}

/** Our place, and going away for a moment and for good. */
async function leaving(hand: DeskHand, { place }: Ground, look: Look): Promise<void> {
  const { page, t, fill, at, tap, send } = hand
  await hand.visit('pro.shell.place')
  await page.locator('.doors').waitFor()
  await look('our place', page)
  await fill('pro.access.place.place', '')
  await send()
  await page.getByText(t('pro.access.place.noPlace')).waitFor()
  await look('our place, mistakes', page)

  await hand.choose('pro.shell.lock')
  await at('pro.access.locked.title', { name: 'Fatma' })
  await look('locked', page)
  await fill('pro.access.locked.password', 'een andere lange zin')
  await send()
  await page.getByText(t('pro.access.locked.wrong')).waitFor()
  await look('locked, wrong password', page)
  await fill('pro.access.locked.password', place.password)
  await send()
  await page.locator('.bar').waitFor()
  await hand.choose('pro.shell.signOut')
  await at('pro.access.leaving.title')
  await look('leaving', page)
  await tap('pro.access.leaving.out')
  await page.getByText(t('pro.access.signIn.left')).waitFor()
  await look('signed out', page)
}

async function invited(page: Page, link: string, hand: DeskHand, language: string, look: Look): Promise<void> {
  const { fill, send, at } = hand
  await hand.goto(link)
  await at('pro.access.account.inviteTitle')
  await look('invited', page)
  await fill('pro.access.account.name', 'Noor')
  await fill('pro.access.account.email', `noor.${language}@example.org`)
  await fill('pro.access.account.password', 'nog een lange zin van noor')
  await send()
  await at('pro.access.device.title')
  await send()
  await at('pro.access.waiting.title')
  await look('waiting with digits', page)
}
