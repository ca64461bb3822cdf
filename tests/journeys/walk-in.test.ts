import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { aProfile, type Profile, sizes } from './browser.ts'
import { act, boardIsOpen, cardOnBoard, foundPlace, makeAccount, makeTablet, openCard, t } from './professional.ts'
import { aResident, linesOn, type Resident, walkToCard, walkToConfirm } from './resident.ts'
import { aServer, type RunningServer } from './server.ts'

let server: RunningServer
const profiles: Profile[] = []
const contexts: BrowserContext[] = []
let desk: Page
let links: { phone: string; tablet: string }
let colleague: Page

async function aDevice(viewport: { width: number; height: number }): Promise<{ context: BrowserContext; page: Page }> {
  const profile = aProfile()
  profiles.push(profile)
  const context = await profile.open({ viewport })
  context.setDefaultTimeout(60_000)
  contexts.push(context)
  return { context, page: context.pages()[0] ?? (await context.newPage()) }
}

beforeAll(async () => {
  server = await aServer()
})
afterAll(async () => {
  for (const context of contexts) await context.close()
  for (const profile of profiles) profile.remove()
  await server.remove()
})

test('a coordinator founds a place, and the recovery sheet is typed back before it opens', async () => {
  desk = (await aDevice(sizes.laptop)).page
  await foundPlace(desk, server)
  await act(desk, 'shell.place').click()
  const phone = await desk.locator('.linkbox__input').inputValue()
  expect(phone).toContain(`${server.url}/l/`)
  await act(desk, 'queue.team').click()
  links = { phone, tablet: await makeTablet(desk, 'Tablet bij het raam') }
  await act(desk, 'shell.cards').click()
  await boardIsOpen(desk)
})

test('a colleague comes in by a one-time link and twenty digits', async () => {
  await act(desk, 'queue.team').click()
  await act(desk, 'team.invite').click()
  await desk.getByLabel(t('team.name')).fill('Yusuf')
  await act(desk, 'team.makeLink').click()
  const link = await desk.locator('.linkbox__input').inputValue()
  await act(desk, 'team.linkDone').click()

  colleague = (await aDevice(sizes.laptop)).page
  const password = 'nog een lange zin voor Yusuf'
  await colleague.goto(link)
  await makeAccount(colleague, 'Yusuf', 'yusuf@example.org', password)
  await act(colleague, 'access.device.do').click()
  const groups = colleague.locator('.digits li')
  await groups.first().waitFor()
  const shown = (await groups.allInnerTexts()).join(' ')
  // the colleague's desk shows the same twenty, by itself
  await expect.poll(async () => (await desk.locator('.digits li').allInnerTexts()).join(' ')).toBe(shown)
  expect(shown).toMatch(/^\d{4}( \d{4}){4}$/)
  await approve(desk)
  await colleague.getByLabel(t('access.locked.password'), { exact: true }).fill(password)
  await act(colleague, 'access.locked.do').click()
  await boardIsOpen(colleague)
  await act(desk, 'shell.cards').click()
})

async function approve(page: Page): Promise<void> {
  await page.getByLabel(t('access.approve.same')).check()
  await page.getByLabel(t('access.approve.password'), { exact: true }).fill('een lange zin om mee te openen')
  await page.getByRole('button', { name: t('access.approve.do'), exact: true }).click()
}

interface Walked {
  readonly resident: Resident
  readonly context: BrowserContext
  readonly code: string
  readonly preview: Record<string, string>
}

/** Offline from the first question on; what the person shared waits on the device when this returns. */
async function walkOffline(
  link: string,
  language: 'nl' | 'en',
  viewport: { width: number; height: number },
  contact: string
): Promise<Walked> {
  const { context, page } = await aDevice(viewport)
  const resident = await aResident(page, link, language)
  await page.waitForFunction(() => navigator.serviceWorker.ready.then(i => i.active?.state === 'activated'))
  await context.setOffline(true)
  await walkToCard(resident)
  await walkToConfirm(resident, 'share.card', contact, 'Samira')
  await resident.button('confirm.preview').click()
  await page.getByRole('heading', { name: resident.t('confirm.preview') }).waitFor()
  const preview = await linesOn(page)
  await resident.next()
  await resident.button('confirm.yes').click()
  if (contact === 'contact.here') {
    // who waits here without network gets a page to hold up first
    await page.getByText(resident.t('sync.waiting_here')).waitFor()
    await resident.button('common.close').click()
  }
  await page.getByRole('heading', { name: resident.t('code.title') }).waitFor()
  await expect
    .poll(() => page.locator('main:visible').innerText())
    .toContain(resident.t(contact === 'contact.here' ? 'sync.waiting_here' : 'sync.waiting_phone'))
  expect(await page.locator('main:visible').innerText()).not.toContain(resident.t('sync.sent'))
  return {
    resident,
    context,
    code: (await page.locator('.code__word').innerText()).replaceAll(/\s+/g, ' ').trim(),
    preview
  }
}

let onTablet: Walked
let onPhone: Walked

test('a resident answers in Dutch on the tablet without network; the card arrives once the tablet is back', async () => {
  onTablet = await walkOffline(links.tablet, 'nl', sizes.tablet, 'contact.here')
  const { context, resident, code } = onTablet
  await resident.page.close()
  await context.setOffline(false)
  const again = await context.newPage()
  await again.goto(server.url)
  // no reload on the desk: the card comes by itself
  await cardOnBoard(desk, code).waitFor()
  expect(await cardOnBoard(desk, code).count()).toBe(1)
})

test('a resident answers in English on a phone without network; the card arrives without opening the page again', async () => {
  onPhone = await walkOffline(links.phone, 'en', sizes.phone, 'contact.back')
  const { context, resident, code } = onPhone
  const [word, digits] = code.split(' ')
  expect(word).toMatch(/^[A-Z]/)
  const origin = server.url
  const control = await context.newCDPSession(resident.page)
  const registration = new Promise<string>(resolve => {
    control.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      if (registrations[0]) resolve(registrations[0].registrationId)
    })
  })
  await control.send('ServiceWorker.enable')
  const registrationId = await registration
  const hasSync = await resident.page.evaluate(() => 'SyncManager' in globalThis)
  const other = await context.newPage()
  await other.goto('about:blank')
  const far = await context.newCDPSession(other)
  await far.send('ServiceWorker.enable')
  await resident.page.close()
  await context.setOffline(false)
  if (hasSync)
    await far.send('ServiceWorker.dispatchSyncEvent', { origin, registrationId, tag: 'outbox', lastChance: false })
  else await other.goto(origin)
  await cardOnBoard(desk, digits!).waitFor()
  expect(await cardOnBoard(desk, digits!).count()).toBe(1)
})

test('the desk shows, line by line, what the preview showed', async () => {
  for (const { preview, code } of [onTablet, onPhone]) {
    await openCard(desk, code.split(' ')[1]!)
    await desk.getByRole('button', { name: t('card.asShown') }).click()
    await desk.locator('[data-shown]').first().waitFor()
    expect(await linesOn(desk, 'data-shown')).toEqual(preview)
    await act(desk, 'card.back').click()
  }
})

test('the second who wants the card gets the name of the first', async () => {
  const digits = onTablet.code.split(' ')[1]!
  await openCard(colleague, digits)
  await openCard(desk, digits)
  await act(desk, 'action.take').click()
  await act(desk, 'action.close').waitFor()
  await expect.poll(() => colleague.locator('.acts').innerText()).toContain(t('state.claimed', { name: 'Fatma' }))
  // and when both tap at the same moment, the server decides
  const item = await colleague.evaluate(async code => {
    const page = await (await fetch('/v1/desk/queue')).json()
    const mine = page.items.find((i: { owner: unknown }) => i.owner !== null)
    const answer = await fetch(`/v1/desk/queue/${mine.id}/claim`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}'
    })
    return { status: answer.status, holder: (await answer.json()).holder, code }
  }, digits)
  expect(item).toMatchObject({ status: 409, holder: 'Fatma' })
  await act(colleague, 'card.back').click()
  await act(desk, 'card.back').click()
})

test('a resident takes the card back from the own phone, and it leaves every desk', async () => {
  const { context, code } = onPhone
  const digits = code.split(' ')[1]!
  const page = await context.newPage()
  await page.goto(links.phone)
  await page
    .getByRole('button', { name: 'Go on' })
    .or(page.getByRole('button', { name: 'Ga verder' }))
    .first()
    .click()
  await page.getByText(onPhone.resident.t('withdraw.title')).click()
  await page.getByRole('button', { name: onPhone.resident.t('withdraw.yes') }).click()
  await page.getByText(onPhone.resident.t('withdraw.done')).waitFor()
  await cardOnBoard(desk, digits).waitFor({ state: 'detached' })
  await cardOnBoard(colleague, digits).waitFor({ state: 'detached' })
})

test('a professional erases a card on request, and it leaves every desk', async () => {
  const digits = onTablet.code.split(' ')[1]!
  await openCard(desk, digits)
  await act(desk, 'action.erase').click()
  await act(desk, 'erase.yes').click()
  await cardOnBoard(desk, digits).waitFor({ state: 'detached' })
  await cardOnBoard(colleague, digits).waitFor({ state: 'detached' })
})
