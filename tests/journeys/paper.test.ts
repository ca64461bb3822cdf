import * as fc from 'fast-check'
import { rmSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { lineIds, type Locks } from '#intake/answers.ts'
import { goodCodes, weeks } from '#intake/codes.ts'
import { begin, type Visit } from '#intake/visit.ts'

import { aPlace, type Place } from '../builders/place.ts'
import { aSetting, samira } from '../intake/aResident.ts'
import { visits } from '../intake/anyVisit.ts'
import { sizes } from './browser.ts'
import { axe } from './pages/axe.ts'
import { layout } from './pages/layout.ts'
import { skipToCard } from './pages/sharing.ts'
import { aBrowser } from './pages/walk.ts'
import { details, longest, own, sayEverything } from './paper/everything.ts'
import { A4, colours, distWithPaper, inOurLetters, onPaper, printed, sheetFaults } from './paper/sheets.ts'
import { openWithSheet } from './professional.ts'
import { aResident, walkToConfirm, word } from './resident.ts'
import { aServer, type RunningServer } from './server.ts'

const languages = ['nl', 'en'] as const

let dist: string
let server: RunningServer
let place: Place
let browser: Browser
const refused: string[] = []

beforeAll(async () => {
  dist = await distWithPaper()
  server = await aServer({ env: { DIST_DIR: dist } })
  place = await aPlace(server.url, server.setupToken!, { details })
  browser = await aBrowser()
})

afterAll(async () => {
  await browser?.close()
  await server?.remove()
  if (dist) rmSync(dist, { recursive: true })
})

/** Somebody's first page, whose printer is a counter. */
async function aPage(): Promise<Page> {
  const context = await browser.newContext({ viewport: sizes.tablet, serviceWorkers: 'block' })
  const page = await context.newPage()
  page.on('console', message => {
    if (/Content Security Policy|Trusted/.test(message.text())) refused.push(message.text())
  })
  page.setDefaultTimeout(30_000)
  await inOurLetters(page)
  await page.addInitScript(() => {
    Object.assign(window, { asked: 0 })
    window.print = () => void (window as unknown as { asked: number }).asked++
  })
  return page
}
/** What a sheet of paper cannot have: parts to jump between. */
const ofPages = ['landmark-one-main', 'page-has-heading-one', 'region']

const asked = (page: Page) => page.evaluate(() => (window as unknown as { asked: number }).asked)

async function expectGoodSheets(page: Page, count: number): Promise<void> {
  expect(await printed(page)).toEqual(Array(count).fill(A4))
  await onPaper(page, async () => {
    expect(await sheetFaults(page)).toEqual([])
    expect(await layout(page, 'resident')).toEqual([])
    expect(await colours(page)).toBe(0)
  })
}

describe('a resident', () => {
  test('who says everything takes the whole card home on one sheet, with its code', async () => {
    const page = await aPage()
    const resident = await aResident(page, place.phoneLink, 'en', details.place)
    await sayEverything(resident)
    await resident.button('home.print').click()
    await expect.poll(() => asked(page)).toBe(1)
    // the Dutch lines come when their words do
    const dutch = () => page.locator('.paper__also').first().waitFor({ state: 'attached' })
    await dutch()
    await expectGoodSheets(page, 1)
    expect(await onPaper(page, () => axe(page, ofPages))).toEqual([])

    await walkToConfirm(resident, 'share.card', 'contact.back', 'Abdelkarim-Mohammed1')
    await resident.button('confirm.yes').click()
    await page.getByRole('heading', { name: resident.t('code.title') }).waitFor()
    await dutch()
    await expectGoodSheets(page, 1)
    const sheet = (await page.locator('.paper').textContent())!
    for (const text of [...Object.values(own), ...Object.values(details), resident.t('print.mine')]) {
      expect(sheet).toContain(text)
    }
    expect(await page.locator('.paper__code').textContent()).toMatch(/\d{3}/)
    expect(await page.locator('.paper__code use').count()).toBe(1)
    await page.context().close()
  })

  test('who says nothing gets one sheet all the same', async () => {
    const page = await aPage()
    const resident = await aResident(page, place.phoneLink, 'nl', details.place)
    await skipToCard(resident)
    await expectGoodSheets(page, 1)
    // the page itself has colours: what finds none on paper can find them
    expect(await colours(page)).toBeGreaterThan(1_000)
    expect(await page.locator('.paper').textContent()).toContain(resident.t('card.empty'))
    await page.context().close()
  })
})

const locks = (closed: (line: string) => boolean) =>
  Object.fromEntries(lineIds.map(line => [line, closed(line)])) as unknown as Locks

describe('any card on paper', () => {
  let page: Page

  const lay = async (visit: Visit) => {
    const card = { visit, profile: details, at: 1_794_000_000_000, code: { word: 'codeWord.bicycle', digits: '482' } }
    await page.evaluate(given => window.table.lay(given), card)
    const dutch = page.locator('.paper__also')
    await (visit.language === 'nl'
      ? expect.poll(() => dutch.count()).toBe(0)
      : dutch.first().waitFor({ state: 'attached' }))
  }
  const aVisit = (some: Partial<Visit>): Visit => ({ ...begin(aSetting({ place: details.place })), ...some })

  beforeAll(async () => {
    page = await aPage()
    await page.goto(`${server.url}/paper.html`)
    await page.waitForFunction(() => 'table' in window)
  })
  afterAll(() => page.context().close())

  test.each(languages.flatMap(language => (['open', 'closed'] as const).map(all => [language, all] as const)))(
    'fits one sheet in %s with every lock %s',
    async (language, all) => {
      const texts = (codes: readonly string[], most: number) =>
        longest(
          language,
          codes.filter(code => !/none|other/.test(code)),
          most
        )
      const { answers } = samira().visit
      const visit = aVisit({
        language,
        name: 'Abdelkarim-Mohammed1',
        locks: locks(() => all === 'closed'),
        answers: {
          ...answers,
          good: texts(goodCodes, 7),
          direction: ['direction.dayplace', 'direction.other'],
          directionText: own.direction,
          strength: ['strength.languages', 'strength.create', 'strength.care', 'strength.digital', 'strength.other'],
          strengthText: own.strength,
          ask: ['ask.peer', 'ask.meet', 'ask.find'],
          step: 'step.own',
          stepText: own.step,
          smaller: 'step.small_ask',
          week: weeks,
          support: [
            'support.family',
            'support.friends',
            'support.neighbours',
            'support.group',
            'support.teacher',
            'support.buddy',
            'support.worker'
          ],
          load: ['load.care', 'load.tell', 'load.health']
        } as Visit['answers']
      })
      await lay(visit)
      await expectGoodSheets(page, 1)
    }
  )

  test('that a stranger could have made fits one sheet', async () => {
    const many = fc.sample(visits, { seed: 3, numRuns: 12 })
    for (const [i, visit] of many.entries()) {
      await lay({ ...visit, language: languages[i % 2]! })
      expect(await printed(page), JSON.stringify(visit.answers)).toEqual([A4])
      expect(await onPaper(page, () => sheetFaults(page)), JSON.stringify(visit.answers)).toEqual([])
    }
  })

  test('shows what is locked only at the foot, where it folds away, and not in the wheel', async () => {
    const { answers } = samira().visit
    const closed = ['good', 'change', 'direction', 'support']
    await lay(
      aVisit({ answers: { ...answers, support: ['support.friends'] }, locks: locks(line => closed.includes(line)) })
    )
    await onPaper(page, async () => {
      const foot = page.locator('.paper__only')
      const inFoot = await foot.locator('[data-paper]').evaluateAll(all => all.map(i => i.getAttribute('data-paper')))
      expect(new Set(inFoot)).toEqual(new Set(closed))
      for (const line of closed) expect(await page.locator(`[data-paper=${line}]`).count(), line).toBe(1)
      expect(await page.locator('[data-part=good], [data-part=change]').count()).toBe(0)
      const { y } = (await foot.boundingBox())!
      const above = await page
        .locator('.paper__sky, .paper__path, .paper__ground, .paper__foot')
        .evaluateAll(all => Math.max(...all.map(i => i.getBoundingClientRect().bottom)))
      expect(above).toBeLessThanOrEqual(y)
    })
  })

  test('says every line in Dutch too, marked as Dutch, unless it is Dutch already', async () => {
    const { answers } = samira().visit
    await lay(aVisit({ answers, language: 'en' }))
    const lines = await page
      .locator('[data-paper]')
      .evaluateAll(all =>
        all.map(line => [
          line.getAttribute('data-paper'),
          [...line.querySelectorAll('[lang=nl][dir=ltr]')].map(i => i.textContent).join(' ')
        ])
      )
    const dutch = Object.fromEntries(lines) as Record<string, string>
    expect(Object.keys(dutch)).toHaveLength(7)
    expect(dutch['direction']).toContain('Vrijwilligerswerk')
    expect(dutch['step']).toContain('Deze week')
    expect(dutch['change']).toContain('Leren (Gaat wel)')
    expect(await page.locator('.paper__code').textContent()).toContain('Fiets')
  })

  test('has fold marks in the middle of each edge', async () => {
    await lay(aVisit({ answers: {} }))
    const marks = await onPaper(page, () =>
      page.locator('.fold').evaluateAll(all => {
        const paper = document.querySelector('.paper')!.getBoundingClientRect()
        return all.map(mark => {
          const { left, top, width, height } = mark.getBoundingClientRect()
          return [(left + width / 2 - paper.left) / paper.width, (top + height / 2 - paper.top) / paper.height]
        })
      })
    )
    expect(marks).toHaveLength(4)
    for (const [x, y] of marks) expect(Math.abs(x! - 0.5) < 0.01 || Math.abs(y! - 0.5) < 0.01).toBe(true)
  })

  test.each(languages)('can be filled in by hand: two sides in %s, for the longest name of a place', async language => {
    expect(await page.evaluate(([code, at]) => window.table.empty(code, at), [language, details] as const)).toBe(
      'asked'
    )
    await expectGoodSheets(page, 2)
    // seven areas twice, and a box for each tile of the other questions
    expect(await page.locator('.byhand__box').count()).toBe(7 * 2 + 10 + 8 + 14 + 9 + 2 + 4 + 3)
    const dutch = page.locator('.byhand [lang=nl]')
    expect(await dutch.count()).toBe(language === 'nl' ? 0 : await page.locator('.byhand b').count())
    await page.mouse.click(5, 5)
    expect(await page.locator('.byhand').count()).toBe(0)
  })
})

test('a coordinator prints an empty card from the page of the place, and the poster stays what it was', async () => {
  const page = await aPage()
  try {
    await openWithSheet(page, server.url, place)
    await page
      .locator('.bar__nav')
      .getByRole('button', { name: word('nl', 'desk', 'pro.shell.place') })
      .click()
    const panel = page.getByRole('region', { name: word('nl', 'desk', 'pro.place.blank') })
    await panel.getByRole('button', { name: 'English' }).click()
    await expect.poll(() => asked(page)).toBe(1)
    expect(await printed(page)).toEqual([A4, A4])
    expect(await onPaper(page, () => axe(page, ofPages))).toEqual([])
    await page.getByRole('heading', { level: 1 }).click()
    await onPaper(page, async () => {
      expect(await page.locator('.byhand').count()).toBe(0)
      expect(await page.locator('.poster').isVisible()).toBe(true)
    })
  } finally {
    await page.context().close()
  }
})

test('nothing of it was refused by the policy of the pages', () => expect(refused).toEqual([]))
