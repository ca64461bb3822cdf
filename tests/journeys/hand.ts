import type { Page } from 'playwright-core'

import { word } from './resident.ts'

/** One thing that a hand does, once what it needs is on the screen. */
export type Tap =
  | { readonly tap: string }
  /** A button or tile by its words. */
  | { readonly say: string }
  | { readonly write: string }
  /** A title that must be there before the next tap. */
  | { readonly see: string }

const t = (key: string) => word('nl', 'resident', key, { place: 'Werkwinkel Overvecht' })
export const see = (key: string): Tap => ({ see: t(key) })
export const say = (key: string): Tap => ({ say: t(key) })
export const lay = (code: string): Tap => ({ tap: `[data-code="${code}"]` })
export const next: Tap = { tap: 'nav.controls .button--primary, nav.controls .button--skip' }

/**
 * Milliseconds until a hand gives up. Chromium 153, whose data was cleared while it was busy, took 29 seconds to say
 * that its next write was safe.
 */
const PATIENCE = 60_000

/** What a tablet shows that waits for somebody. */
export const START = '[data-language="nl"], label[for="tap-go"]'

/**
 * A hand that lives in the page and taps as fast as the pages come, in Dutch. For tests of which one visit is not the
 * point, but hundreds; `aResident` is the slow one that looks at each page as people do.
 *
 * @throws when something it waits for does not come, with the title of the page on which it waited.
 */
export function tapOn(page: Page, taps: readonly Tap[]): Promise<void> {
  return page.evaluate(
    async ({ todo, patience }) => {
      const turn = () => new Promise(resolve => setTimeout(resolve))
      const shown = (element: Element) => element.checkVisibility()
      const find = (tap: (typeof todo)[number]): Element | undefined => {
        const all = (selector: string) => [...document.querySelectorAll(selector)].filter(shown)
        if ('tap' in tap) return all(tap.tap)[0]
        if ('write' in tap) return all('.field__input')[0]
        const [selector, words] = 'say' in tap ? ['button', tap.say] : ['h1', tap.see]
        return all(selector).find(i => i.textContent.trim() === words)
      }
      const until = async (tap: (typeof todo)[number]) => {
        for (const end = performance.now() + patience; ; await turn()) {
          const found = find(tap)
          if (found) return found as HTMLElement
          if (performance.now() < end) continue
          const title = [...document.querySelectorAll('h1')].find(shown)?.textContent
          throw new Error(`${JSON.stringify(tap)} did not come; the page says "${title}"`)
        }
      }
      for (const tap of todo) {
        const found = await until(tap)
        if ('write' in tap) {
          ;(found as HTMLInputElement).value = tap.write
          found.dispatchEvent(new Event('input', { bubbles: true }))
        } else if (!('see' in tap)) found.click()
        // what the tap changed stands in the page before the next look
        await turn()
      }
    },
    { todo: taps, patience: PATIENCE }
  )
}

/** From a waiting tablet to the first question. */
export const begin: readonly Tap[] = [{ tap: START }, see('welcome.title'), say('welcome.start'), see('good.q')]

/** From the first question to the card, with one answer, by way of "Ik stop". */
export const toCard: readonly Tap[] = [
  lay('area.home'),
  say('common.needHelp'),
  say('common.stop'),
  say('stop.card'),
  see('card.title')
]

/** From the card to the page that asks for a yes. */
export const toConfirm = (name: string): readonly Tap[] => [
  next,
  lay('share.card'),
  next,
  see('contact.q'),
  lay('contact.back'),
  next,
  see('name.q'),
  { write: name },
  next,
  see('speaks.q'),
  next,
  see('confirm.title')
]

export const share: readonly Tap[] = [say('confirm.yes'), see('code.title')]
export const toEnd: readonly Tap[] = [say('code.got'), see('done.title')]

/** The last tap of a visit; resolves when the fresh document that follows it waits for somebody. */
export async function finish(page: Page): Promise<void> {
  await page.evaluate(() => Object.assign(window, { old: true }))
  await tapOn(page, [say('done.finish')]).catch(() => undefined)
  await freshStart(page)
}

/** Resolves when a document that is not marked as old waits for somebody. */
export async function freshStart(page: Page): Promise<void> {
  await page.waitForFunction(
    start => !('old' in window) && [...document.querySelectorAll(start)].some(i => i.checkVisibility()),
    START,
    { timeout: PATIENCE }
  )
}
