import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, type ExpectStatic, test } from 'vitest'

import { aPlace, type Place } from '../builders/place.ts'
import { sizes } from './browser.ts'
import { type Keys, onlyKeys } from './keys.ts'
import { languagesOf } from './pages/plan.ts'
import { aBrowser } from './pages/walk.ts'
import { aServer, type RunningServer } from './server.ts'

let server: RunningServer
let place: Place
let browser: Browser

beforeAll(async () => {
  server = await aServer()
  place = await aPlace(server.url, server.setupToken!)
  browser = await aBrowser()
})
afterAll(async () => {
  await browser.close()
  await server.remove()
})

/** How many cards the desk finds on the server. */
async function cardsAtDesk(): Promise<number> {
  const answer = await place.ask('GET', '/v1/desk/queue')
  return ((await answer.json()) as { items: unknown[] }).items.length
}

/** With the arrow keys through the languages; each stone on the way is chosen, and the page speaks it. */
async function chooseLanguage({ page, reach, look }: Keys, language: string, expect: ExpectStatic): Promise<void> {
  const order = languagesOf('resident')
  const go = async (key: string, to: string) => {
    await page.keyboard.press(key)
    expect(await page.evaluate(() => (document.activeElement as HTMLInputElement).value), key).toBe(to)
    await page.locator(`#language[lang="${to}"]`).waitFor()
  }
  await reach(page.locator('#language-nl'))
  for (const code of order.slice(1, order.indexOf(language) + 1)) await go('ArrowDown', code)
  await go('ArrowUp', order[order.indexOf(language) - 1]!)
  await go('ArrowDown', language)
  if (language === 'ar') {
    // from right to left the arrows mean what one sees: the next stone lies to the left
    const edge = (code: string) => page.locator(`label[for="language-${code}"]`).boundingBox()
    expect((await edge('fa'))!.x).toBeLessThan((await edge('ar'))!.x)
    await go('ArrowLeft', 'fa')
    await go('ArrowRight', 'ar')
  }
  await look('language')
}

/** Every page between the language and the code, each gone through with Tab. Gives what stands on the code plate. */
async function wholeVisit(keys: Keys, expect: ExpectStatic): Promise<string> {
  const { page, t, press, goTo, button } = keys
  const tile = (code: string) => page.locator(`button[data-code="${code}"]`)
  const onward = page.locator('nav.controls .button--primary, nav.controls .button--skip').filter({ visible: true })
  /** Lays a stone with the space bar; the focus stays on it. */
  const lay = async (code: string) => {
    await press(tile(code), ' ')
    await page.locator(`button[data-code="${code}"][aria-pressed="true"]:focus`).waitFor()
  }
  const next = (key: string) => goTo(t(key), onward)

  await goTo(t('welcome.title'), page.locator('#tap-go'), ' ')
  await goTo(t('privacy.title'), button('welcome.more'))
  await goTo(t('welcome.title'), button('common.back'))
  await goTo(t('talk.title'), button('welcome.talk'), ' ')
  await goTo(t('welcome.title'), button('common.back'))
  await goTo(t('good.q'), button('welcome.start'))

  await lay('area.home')
  await goTo(t('help.title'), button('common.needHelp'))
  await press(button('common.close'))
  // what was laid lies there still, and the focus is where it was before Hulp
  await page.locator('button[data-code="area.home"][aria-pressed="true"]').filter({ visible: true }).waitFor()
  expect(await page.evaluate(() => document.activeElement?.querySelector('span')?.textContent)).toBe(
    t('common.needHelp')
  )

  await next('change.q')
  await lay('area.learning')
  await next('scale.q')
  await lay('scale.ok')
  await next('direction.q')
  await lay('direction.volunteer')
  await press(button('direction.other'))
  // the field that was asked for has the focus
  await page.locator('input:focus, textarea:focus').waitFor()
  await page.keyboard.type('Fietsen maken')
  await keys.look('direction, own words')
  await next('drive.q')
  await lay('drive.people')
  await next('strength.q')
  await lay('strength.cook')
  await next('ask.q')
  await lay('ask.along')
  await next('step.q')
  await lay('step.own')
  await next('stepOwn.q')
  await keys.reach(page.locator('textarea'))
  await page.keyboard.type('Langs het buurthuis lopen')
  await next('when.q')
  await lay('when.week')
  await next('with.q')
  await lay('with.team')
  await next('sure.q')
  await lay('sure.yes')
  await next('card.title')

  await press(page.locator('.lock').first(), ' ')
  await page.locator('.lock[aria-pressed="true"]:focus').waitFor()
  await goTo(t('extra.q'), button('extra.offer'))
  await goTo(t('card.title'), button('common.back'))
  await next('share.q')
  await goTo(t('share.pick'), button('share.pick'))
  await goTo(t('share.q'), button('common.back'))
  await lay('share.card')
  await next('contact.q')
  await lay('contact.phone')
  await keys.reach(page.locator('input[type=tel]'))
  await page.keyboard.type('06 12345678')
  await keys.look('contact, by phone')
  await press(button('followup.two'), ' ')
  await next('name.q')
  await keys.reach(page.locator('.field__input'))
  await page.keyboard.type('Samira')
  await next('speaks.q')
  await lay('speaks.other')
  await press(page.getByRole('button', { name: 'Türkçe' }), ' ')
  await keys.look('speaks, the list')
  await next('confirm.title')
  await goTo(t('confirm.preview'), button('confirm.preview'))
  await goTo(t('confirm.title'), button('common.close'))
  await goTo(t('code.title'), button('confirm.yes'))
  await page.locator('[data-say="sync.sent"]').waitFor()
  await keys.look('code, arrived')
  const code = await page.locator('.code__word').innerText()
  await goTo(t('done.title'), button('code.got'))
  return code
}

const visits = [
  ['ar', 'tablet'],
  ['ti', 'phone'],
  ['uk', 'phone']
] as const

describe.concurrent('with a keyboard alone, from the language to the code', () => {
  for (const [language, size] of visits) {
    test(`in ${language} on a screen as wide as a ${size}`, async ({ expect }) => {
      const context = await browser.newContext({ viewport: sizes[size], serviceWorkers: 'block' })
      context.setDefaultTimeout(30_000)
      const page = await context.newPage()
      await page.goto(place.phoneLink)
      await page.waitForLoadState('networkidle')
      const keys = onlyKeys(page, language, place.profile.place)
      await chooseLanguage(keys, language, expect)
      expect((await wholeVisit(keys, expect)).trim()).not.toBe('')
      expect(keys.faults).toEqual([])
      await context.close()
      // hundreds of keys, one after another
    })
  }
})

test('and each of their cards lies at the desk', async () => {
  expect(await cardsAtDesk()).toBe(visits.length)
})

test('and the eye can find: what Tab passes by, comes to too early, or cannot be seen', async () => {
  const page = await browser.newPage({ viewport: sizes.phone })
  await page.setContent(`<style>*{outline:0}:focus{outline:3px solid}.bare:focus{outline:0}</style>
    <button tabindex="-1">passed by</button><button class="bare">no ring</button>
    <div style="display:flex;flex-direction:row-reverse"><button>one</button><button>two</button></div>
    <button style="position:absolute;top:200px">under</button><p style="position:absolute;top:190px;width:390px;height:60px;
    background:#fff"></p><button style="position:fixed;bottom:2px">behind the foot</button>
    <div class="page__foot" style="position:fixed;bottom:0;width:390px;height:90px;background:#fff"></div>`)
  const keys = onlyKeys(page, 'nl', place.profile.place)
  await keys.look('planted')
  const found = keys.faults.join('\n')
  for (const fault of [
    'Tab goes',
    '"no ring" shows no focus',
    '"two" stands before "one"',
    '"under" lies behind something',
    '"behind the foot" has the focus and is not wholly in sight'
  ]) {
    expect(found).toContain(fault)
  }
  await page.close()
})
