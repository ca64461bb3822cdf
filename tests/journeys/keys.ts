import type { Locator, Page } from 'playwright-core'

import { word } from './resident.ts'

/** What can be reached with Tab, in the order of the page; of a radio group that is one. */
const STOPS = 'a[href], button:not([disabled]), input, textarea, select, summary, [tabindex="0"]'

/** More controls than any page has. */
const MANY = 120

export interface Keys {
  readonly page: Page
  readonly faults: readonly string[]
  readonly t: (key: string, values?: Record<string, string | number>) => string
  /** How many stops there were, on how many pages. */
  readonly seen: () => { readonly pages: number; readonly stops: number }
  /** Presses Tab, or backwards, until the focus is there. */
  readonly reach: (what: Locator, key?: 'Tab' | 'Shift+Tab') => Promise<void>
  readonly press: (what: Locator, key?: 'Enter' | ' ') => Promise<void>
  readonly button: (key: string, values?: Record<string, string | number>) => Locator
  /** Presses what leads to another page; resolves when that page has its focus on this title, and was gone through. */
  readonly goTo: (title: string, what: Locator, key?: 'Enter' | ' ') => Promise<void>
  /** Goes past everything on this page with Tab and notes what is wrong. */
  readonly look: (state: string) => Promise<void>
}

/** Somebody with a keyboard and nothing else: no mouse, no tap, and no script that moves the focus. */
export function onlyKeys(page: Page, language: string, place: string): Keys {
  const faults: string[] = []
  let pages = 0
  let stops = 0
  const t = (key: string, values = {}) => word(language, 'resident', key, { place, ...values })
  const focused = (what: Locator) => what.evaluate(it => it === document.activeElement)
  const keys: Keys = {
    page,
    faults,
    t,
    seen: () => ({ pages, stops }),
    async reach(what, key = 'Tab') {
      await what.waitFor({ state: 'attached' })
      for (let i = 0; i < MANY; i++) {
        if (await focused(what)) return
        await page.keyboard.press(key)
      }
      throw new Error(`the focus never comes to ${String(what)}`)
    },
    async press(what, key = 'Enter') {
      await keys.reach(what)
      await page.keyboard.press(key)
    },
    button: (key, values = {}) => page.getByRole('button', { name: t(key, values), exact: true }),
    async goTo(title, what, key = 'Enter') {
      await keys.press(what, key)
      const heading = page.getByRole('heading', { name: title, exact: true })
      await heading.waitFor()
      // the title takes the focus just after it is drawn
      await page
        .waitForFunction(
          said => document.activeElement?.localName === 'h1' && document.activeElement.textContent?.trim() === said,
          (await heading.innerText()).trim()
        )
        .catch(() => Promise.reject(new Error(`"${title}" came, but the focus is not on it`)))
      await keys.look(title)
    },
    async look(state) {
      let wanted: string[]
      let round: Awaited<ReturnType<typeof goRound>>
      // a voice that comes meanwhile brings its buttons along: then the round begins anew
      do {
        wanted = await stopsOf(page)
        round = await goRound(page, wanted.length)
      } while (wanted.join() !== (await stopsOf(page)).join())
      pages++
      stops += round.met.length
      if (wanted.length === 0) faults.push(`${state}: nothing to reach`)
      const wrong = [...round.wrong, ...(await page.evaluate(disorder, STOPS))]
      const inTurn = round.met.map((_, i) => ((round.met[0] ?? 0) + i) % wanted.length)
      if (round.met.length !== wanted.length || round.met.some((at, i) => at !== inTurn[i])) {
        wrong.push(`Tab goes ${round.met.map(at => wanted[at] ?? at).join(' > ')}, the page ${wanted.join(' > ')}`)
      }
      faults.push(...wrong.map(fault => `${state}: ${fault}`))
    }
  }
  return keys
}

/** Presses Tab once for each stop: which it came to, and what was wrong there. */
async function goRound(page: Page, count: number): Promise<{ met: number[]; wrong: string[] }> {
  const met: number[] = []
  const wrong: string[] = []
  for (let i = 0; i <= count && met.length < count; i++) {
    await page.keyboard.press('Tab')
    const found = await page.evaluate(here, STOPS)
    // between the last and the first the focus is with the browser
    if (found.at === -1) continue
    met.push(found.at)
    if (found.wrong) wrong.push(found.wrong)
  }
  return { met, wrong }
}

const stopsOf = (page: Page): Promise<string[]> =>
  page.evaluate(selector => {
    const shown = [...document.querySelectorAll<HTMLElement>(selector)].filter(i => i.checkVisibility())
    // of a radio group Tab comes to the one that is on
    const one = shown.filter(i => !(i instanceof HTMLInputElement && i.type === 'radio' && !i.checked))
    return one.map(i => (i.ariaLabel ?? i.textContent?.trim()) || i.id)
  }, STOPS)

/** Where the focus is among the stops (-1: on none), and what is wrong with what one sees of it. */
function here(selector: string): { at: number; wrong?: string } {
  const it = document.activeElement as HTMLElement
  if (it === document.body) return { at: -1 }
  const shown = [...document.querySelectorAll<HTMLElement>(selector)].filter(i => i.checkVisibility())
  const one = shown.filter(i => !(i instanceof HTMLInputElement && i.type === 'radio' && !i.checked))
  const at = one.indexOf(it)
  const name = (it.ariaLabel ?? it.textContent?.trim()) || it.id || it.localName
  if (at === -1) return { at: one.length, wrong: `the focus comes to "${name}", which is not to be seen` }
  // of a box its label is what one sees
  const seen = (it instanceof HTMLInputElement && /radio|checkbox/.test(it.type) && it.labels?.[0]) || it
  const { left, top, bottom, width, height } = seen.getBoundingClientRect()
  const foot = [...document.querySelectorAll('.page__foot')].find(i => i.checkVisibility())
  const edge = foot && !foot.contains(it) ? foot.getBoundingClientRect().top : innerHeight
  const whole = top >= -1 && bottom <= edge + 1
  if (!whole && height <= edge) return { at, wrong: `"${name}" has the focus and is not wholly in sight` }
  const hit = document.elementFromPoint(left + width / 2, Math.min(top + height / 2, edge - 2))
  if (!hit || !(seen.contains(hit) || hit.contains(seen))) return { at, wrong: `"${name}" lies behind something` }
  const { outlineStyle, outlineWidth } = getComputedStyle(seen)
  if (outlineStyle === 'none' || Number.parseFloat(outlineWidth) < 2) return { at, wrong: `"${name}" shows no focus` }
  return { at }
}

/** Controls that come later by Tab and stand earlier on the page: above in the same column, or before on the same row. */
function disorder(selector: string): string[] {
  const rtl = document.documentElement.dir === 'rtl'
  const all = [...document.querySelectorAll<HTMLElement>(selector)].filter(
    i => i.checkVisibility() && !i.closest('.page__foot') && !i.matches('input[type=radio]')
  )
  const found: string[] = []
  all.forEach((one, i) => {
    const next = all[i + 1]
    if (!next) return
    const [a, b] = [one.getBoundingClientRect(), next.getBoundingClientRect()]
    const sameRow = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 0.5 * Math.min(a.height, b.height)
    const sameColumn = Math.min(a.right, b.right) - Math.max(a.left, b.left) > 4
    // a speaker stands in a corner of its own tile
    const before = sameRow && (rtl ? b.left >= a.right : b.right <= a.left)
    const above = !sameRow && sameColumn && b.bottom <= a.top
    if (before || above) found.push(`"${next.textContent}" stands before "${one.textContent}" and comes after it`)
  })
  return found
}
