import type { CDPSession, Page } from 'playwright-core'

import { sizes } from '../browser.ts'

/** How somebody meets a page besides its language: on how wide a screen, and in which dress. */
export interface Dress {
  readonly size: keyof typeof sizes
  readonly mode: (typeof modes)[number]
}

/**
 * As it is, in strong contrast, with the letters of the browser at 200 %, in a dark room, and there in strong contrast:
 * each `data-theme` that Hulp can choose. The letters that it chooses have a test of their own (`letters.test.ts`).
 */
export const modes = ['normal', 'contrast', 'large', 'dusk', 'night'] as const

const names = Object.keys(sizes) as (keyof typeof sizes)[]

/**
 * Every width in every mode, as three and five share no divisor: any three in a row have each width, any five each
 * mode.
 */
export const dresses: readonly Dress[] = Array.from({ length: names.length * modes.length }, (_, n) => ({
  size: names[n % names.length]!,
  mode: modes[n % modes.length]!
}))

/** What a phone, a tablet or a laptop is, with nothing asked of it. */
export const plain = (size: Dress['size']): Dress => ({ size, mode: 'normal' })

/** What a browser's own letters measure, CSS pixels. */
const LETTERS = 16

const sessions = new WeakMap<Page, CDPSession>()

/** Makes the page as wide as that, and asks of it what such a person's device asks. */
export async function putOn(page: Page, { size, mode }: Dress): Promise<void> {
  await page.setViewportSize(sizes[size])
  await page.emulateMedia({
    contrast: mode === 'contrast' || mode === 'night' ? 'more' : null,
    colorScheme: mode === 'dusk' || mode === 'night' ? 'dark' : 'light'
  })
  const session = sessions.get(page) ?? (await page.context().newCDPSession(page))
  sessions.set(page, session)
  const standard = mode === 'large' ? 2 * LETTERS : LETTERS
  await session.send('Page.setFontSizes', { fontSizes: { standard } })
}
