import type { Walk } from './walk.ts'

/** What we say of who can use it, and who cannot yet. It stands in both languages on one page. */
export const statement: Walk = {
  name: 'the accessibility statement',
  side: 'desk',
  size: 'laptop',
  once: true,
  async go({ place, open }, look) {
    const page = await open()
    await page.goto(new URL('/toegankelijkheid/', place.phoneLink).href)
    await page.locator('h1').waitFor()
    await look('the statement', page)
  }
}
