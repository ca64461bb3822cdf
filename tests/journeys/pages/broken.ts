import type { Page } from 'playwright-core'

/** Words that stand on more than one line, one line each: somebody who reads letter by letter loses them there. */
export const broken = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const found = new Set<string>()
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) {
      const { currentNode: node } = walker
      const it = node.parentElement!
      if (!it.checkVisibility({ visibilityProperty: true }) || it.closest('.hidden')) continue
      // after a hyphen, a slash or an @ a line may end
      for (const { 0: word, index } of (node.textContent ?? '').matchAll(/[\p{L}\p{M}\p{N}’'‌]+/gu)) {
        const range = document.createRange()
        range.setStart(node, index)
        range.setEnd(node, index + word.length)
        const lines = new Set([...range.getClientRects()].filter(i => i.width > 1).map(i => Math.round(i.bottom)))
        if (lines.size > 1) found.add(`"${word}" in ${it.localName}.${it.className}`)
      }
    }
    return [...found]
  })
