import { readFileSync } from 'node:fs'
import type { Locator, Page } from 'playwright-core'

type Texts = { readonly [key: string]: string | Texts }

const files = new Map<string, Texts>()

/** A name stands apart in a sentence that runs the other way, see `i18n/words.ts`. */
const apart = (language: string, value: string | number) =>
  typeof value === 'string' && ['ar', 'fa'].includes(language) ? `\u2068${value}\u2069` : String(value)

/** A text as it stands in `locales/`, with its placeholders filled in. */
export function word(
  language: string,
  namespace: 'resident' | 'desk',
  key: string,
  values: Record<string, string | number> = {}
): string {
  const file = `locales/${language}/${namespace}.json`
  if (!files.has(file)) files.set(file, JSON.parse(readFileSync(file, 'utf8')) as Texts)
  const found = key
    .split('.')
    .reduce<string | Texts | undefined>((at, part) => (typeof at === 'object' ? at[part] : undefined), files.get(file))
  if (typeof found !== 'string') throw new Error(`no text ${key} in ${file}`)
  return found.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => apart(language, values[name] ?? ''))
}

export interface Resident {
  readonly page: Page
  readonly language: string
  /** How often this person has tapped since the first question. */
  readonly taps: () => number
  readonly t: (key: string, values?: Record<string, string | number>) => string
  readonly title: () => Promise<string>
  readonly tap: (what: Locator) => Promise<void>
  /** Lays answers on this page and goes on. */
  readonly answer: (...codes: string[]) => Promise<void>
  /** Verder, or Sla over. */
  readonly next: () => Promise<void>
  readonly button: (key: string, values?: Record<string, string | number>) => Locator
}

/** What staff do once with a link from the desk: a code for the menu of this tablet, typed twice. */
export async function setUpTablet(page: Page, link: string, code = '2468'): Promise<void> {
  const t = (key: string) => word('nl', 'resident', key)
  await page.goto(link)
  for (const label of ['enrol.code', 'enrol.again']) await page.getByLabel(t(label), { exact: true }).fill(code)
  await page.getByRole('button', { name: t('enrol.do') }).click()
  await page.getByRole('heading', { name: t('enrol.ready') }).waitFor()
  await page.getByRole('button', { name: t('enrol.start'), exact: true }).click()
  await page.getByRole('heading', { name: t('enrol.ready') }).waitFor({ state: 'detached' })
}

/** Opens an address as it was meant: the set-up link of a tablet is walked through by staff first. */
export async function openLink(page: Page, link: string): Promise<void> {
  if (/#.*&t=/.test(link)) await setUpTablet(page, link)
  else await page.goto(link)
}

/** Whether this page is a tablet of the place, by its address. */
export const isTablet = (page: Page): boolean => new URL(page.url()).pathname.startsWith('/k/')

/** From the first page into the conversation: one tap on a tablet, two on a phone. */
export async function goIn(page: Page, language: string): Promise<void> {
  if (isTablet(page)) return page.locator(`[data-language="${language}"]`).click()
  await page.locator(`label[for="language-${language}"]`).click()
  await page.locator('label[for="tap-go"]').click()
}

/** Somebody at a screen. Opens the place and chooses a language; stands at the first question when it returns. */
export async function aResident(
  page: Page,
  link: string,
  language = 'nl',
  place = 'Werkwinkel Overvecht'
): Promise<Resident> {
  let taps = 0
  const t = (key: string, values = {}) => word(language, 'resident', key, { place, ...values })
  const resident: Resident = {
    page,
    language,
    taps: () => taps,
    t,
    title: async () => (await page.locator('h1:visible').first().innerText()).trim(),
    async tap(what) {
      taps++
      await what.click()
    },
    async answer(...codes) {
      for (const code of codes) await resident.tap(page.locator(`[data-code="${code}"]`))
      await resident.next()
    },
    async next() {
      const before = await page.locator('h1:visible').first().elementHandle()
      const said = await resident.title()
      await resident.tap(page.locator('nav.controls .button--primary, nav.controls .button--skip'))
      // the next page is there when the title is another, or another element says the same
      await page.waitForFunction(
        ([old, text]) => {
          const now = [...document.querySelectorAll('h1')].find(i => i.checkVisibility())
          return now !== undefined && (now !== old || now.textContent?.trim() !== text)
        },
        [before, said] as const
      )
    },
    button: (key, values = {}) => page.getByRole('button', { name: t(key, values), exact: true })
  }
  await openLink(page, link)
  await goIn(page, language)
  await resident.button('welcome.start').click()
  await page.getByRole('heading', { name: t('good.q') }).waitFor()
  return resident
}

/** Answers on the way from the first question to the card: one code or more a page, in the order they come. */
export const samira = [
  ['area.home', 'area.people'],
  ['area.learning'],
  ['scale.ok'],
  ['direction.volunteer', 'direction.language'],
  ['drive.people'],
  ['strength.cook', 'strength.kids', 'strength.languages'],
  ['ask.along', 'ask.meet'],
  ['step.volunteer_visit'],
  ['when.week'],
  ['with.team'],
  ['sure.maybe'],
  ['smaller.keep']
] as const

export async function walkToCard(resident: Resident, answers: readonly (readonly string[])[] = samira): Promise<void> {
  for (const codes of answers) await resident.answer(...codes)
  await resident.page.getByRole('heading', { name: resident.t('card.title') }).waitFor()
}

/** From the card to the page that asks for a yes. */
export async function walkToConfirm(resident: Resident, share: string, contact: string, name?: string): Promise<void> {
  await resident.next()
  await resident.answer(share)
  await resident.answer(contact)
  if (name !== undefined) await resident.page.getByLabel(resident.t('name.label')).fill(name)
  await resident.next()
  await resident.answer('speaks.same')
  await resident.page.getByRole('heading', { name: resident.t('confirm.title') }).waitFor()
}

/** Lines of a card or preview as one reads them, by id. A line that stands under another is a line of its own. */
export function linesOn(
  page: Page,
  attribute: 'data-line' | 'data-shown' = 'data-line'
): Promise<Record<string, string>> {
  return page.locator(`[${attribute}]`).evaluateAll((found, name) => {
    const read = (line: Element) => {
      const own = line.cloneNode(true) as Element
      for (const inner of own.querySelectorAll(`[${name}], svg, .hidden, .line__acts`)) inner.remove()
      // blocks stand apart on the screen; their text must too
      for (const block of own.querySelectorAll('dt, dd, li, p, span, bdi')) {
        block.prepend(' ')
        block.append(' ')
      }
      return (own.textContent ?? '')
        .replaceAll(/[·,:?()]/g, ' ')
        .replaceAll(/\s+/g, ' ')
        .trim()
    }
    return Object.fromEntries(found.map(line => [line.getAttribute(name)!, read(line)]))
  }, attribute)
}
