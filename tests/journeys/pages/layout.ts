import type { Page } from 'playwright-core'

export interface Wanted {
  /** Smallest side of anything one can tap, CSS pixels. */
  readonly target: number
  /** Smallest text, CSS pixels. */
  readonly text: number
}

/** What a resident needs, and what the standard asks at the desk. */
export const wanted = { resident: { target: 48, text: 16 }, desk: { target: 24, text: 12 } } as const

/**
 * What is wrong with the page as it lies there, one line each: it scrolls sideways, text is cut off, runs out of its
 * stone or lies over other text, something cannot be brought out from under the controls, a target or a text is too small.
 */
export const layout = (page: Page, side: keyof typeof wanted): Promise<string[]> =>
  page.evaluate(faultsOf, wanted[side])

/** Runs in the page, so it can use nothing from outside itself. */
async function faultsOf({ target, text: smallest }: Wanted): Promise<string[]> {
  const faults = new Set<string>()
  const root = document.documentElement
  const scrolled = [scrollX, scrollY] as const
  const focused = document.activeElement

  const onlyHeard = (it: Element): boolean => {
    for (let at: Element | null = it; at; at = at.parentElement) {
      if (getComputedStyle(at).clipPath === 'inset(50%)') return true
    }
    return false
  }
  const shown = (it: Element) =>
    it.checkVisibility({ visibilityProperty: true }) && !it.closest('svg') && !onlyHeard(it)
  const called = (it: Element) =>
    `${it.localName}${it.id && !it.id.startsWith('P') ? `#${it.id}` : ''}${[...it.classList].map(i => `.${i}`).join('')} "${(it.textContent ?? '').trim().slice(0, 30)}"`
  const layer = (it: Element) => {
    for (let at: Element | null = it; at; at = at.parentElement) {
      const { position, zIndex } = getComputedStyle(at)
      if (/sticky|fixed/.test(position) || (position === 'absolute' && zIndex !== 'auto')) return at
    }
    return root
  }

  // parts of the page that scroll by themselves show only what lies within them
  const opening = (it: Element): { top: number; bottom: number } => {
    const seen = { top: -Infinity, bottom: Infinity }
    for (let at: Element | null = it; at && at !== document.body; at = at.parentElement) {
      if (!/auto|scroll/.test(getComputedStyle(at).overflowY)) continue
      const { top, bottom } = at.getBoundingClientRect()
      seen.top = Math.max(seen.top, top)
      seen.bottom = Math.min(seen.bottom, bottom)
    }
    return seen
  }

  const ownText = (it: Element) => [...it.childNodes].some(i => i.nodeType === 3 && i.textContent?.trim())
  // the nearest thing around a text that one can see the edges of
  const slabOf = (it: Element): Element | undefined => {
    for (let at: Element | null = it; at && at !== document.body; at = at.parentElement) {
      const { borderTopWidth, borderLeftWidth, display } = getComputedStyle(at)
      if (display !== 'inline' && Number.parseFloat(borderTopWidth) > 0 && Number.parseFloat(borderLeftWidth) > 0)
        return at
    }
    return undefined
  }

  const texts: { it: Element; rects: DOMRect[]; layer: Element }[] = []
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) {
    const it = walker.currentNode.parentElement!
    if (!walker.currentNode.textContent?.trim() || !shown(it)) continue
    const range = document.createRange()
    range.selectNodeContents(walker.currentNode)
    const seen = opening(it)
    // of a line at the edge of a part that scrolls, only what is to be seen
    const rects = [...range.getClientRects()].flatMap(({ x, y, width, height }) => {
      const top = Math.max(y, seen.top)
      const bottom = Math.min(y + height, seen.bottom)
      return width > 1 && height > 1 && bottom > top ? [new DOMRect(x, top, width, bottom - top)] : []
    })
    if (rects.length > 0) texts.push({ it, rects, layer: layer(it) })
  }

  if (root.scrollWidth > root.clientWidth + 1) {
    const wide = [...document.body.querySelectorAll('*')].filter(
      it => shown(it) && it.getBoundingClientRect().right > root.clientWidth + 1
    )
    faults.add(`scrolls sideways: ${root.scrollWidth} in ${root.clientWidth}, by ${wide.slice(-1).map(called).join()}`)
  }

  const cuts = /hidden|clip/
  for (const { it, rects } of texts) {
    if (Number.parseFloat(getComputedStyle(it).fontSize) < smallest - 0.1) {
      faults.add(`small text: ${getComputedStyle(it).fontSize} ${called(it)}`)
    }
    for (const { left, right, top, bottom } of rects) {
      let scrolls = false
      for (let at: Element | null = it; at && at !== root && !scrolls; at = at.parentElement) {
        const { overflowX, overflowY } = getComputedStyle(at)
        const box = at.getBoundingClientRect()
        scrolls = /auto|scroll/.test(`${overflowX} ${overflowY}`)
        const cutAside = cuts.test(overflowX) && (left < box.left - 1 || right > box.right + 1)
        if (cutAside || (cuts.test(overflowY) && (top < box.top - 3 || bottom > box.bottom + 3))) {
          faults.add(`cut off: ${called(it)} by ${at.localName}.${at.className}`)
        }
      }
      const slab = slabOf(it)
      if (slab && !scrolls) {
        const box = slab.getBoundingClientRect()
        if (left < box.left - 1 || right > box.right + 1 || top < box.top - 3 || bottom > box.bottom + 3) {
          faults.add(`spills: ${called(it)} out of ${slab.localName}.${slab.className}`)
        }
      }
      if (!scrolls && (left < -1 || right > root.clientWidth + 1)) faults.add(`beside the screen: ${called(it)}`)
    }
  }

  // lines that are taken away as a whole have no box of their own to be found beside the edge
  for (const it of document.querySelectorAll('body *')) {
    if (!shown(it) || !ownText(it)) continue
    const { overflowX, overflowY } = getComputedStyle(it)
    const wide = cuts.test(overflowX) && it.scrollWidth > it.clientWidth + 1
    const high = cuts.test(overflowY) && it.scrollHeight > it.clientHeight + 3
    if (wide || high) faults.add(`cut off: ${called(it)} needs ${it.scrollWidth}x${it.scrollHeight}`)
  }

  const lines = texts.flatMap(({ it, rects, layer: on }) => rects.map(rect => ({ it, rect, on })))
  lines.forEach((one, i) => {
    for (const other of lines.slice(i + 1)) {
      if (one.it === other.it || one.on !== other.on) continue
      const wide = Math.min(one.rect.right, other.rect.right) - Math.max(one.rect.left, other.rect.left)
      const high = Math.min(one.rect.bottom, other.rect.bottom) - Math.max(one.rect.top, other.rect.top)
      // line boxes of neighbouring lines touch where the type is set tight
      if (wide > 2 && high > 0.35 * Math.min(one.rect.height, other.rect.height)) {
        faults.add(`overlap: ${called(one.it)} and ${called(other.it)}`)
      }
    }
  })

  const acts = 'button, summary, a[href], textarea, select, input, label[for]'
  const controls = [...document.querySelectorAll<HTMLElement>(acts)].filter(shown)
  const bare = (it: Element) => it instanceof HTMLInputElement && /radio|checkbox/.test(it.type)
  for (const it of controls) {
    // the label of a box is what one taps; the label of a field is only its name
    if (bare(it) || (it instanceof HTMLLabelElement && !(it.control && bare(it.control)))) continue
    // a tap anywhere on a card of the board opens it
    const wide = getComputedStyle(it, '::after').position === 'absolute' && it.offsetParent
    const { width, height } = (wide || it).getBoundingClientRect()
    if (Math.min(width, height) < target - 0.5) {
      faults.add(`small target: ${Math.round(width)}x${Math.round(height)} ${called(it)}`)
    }
  }

  const foot = document.querySelector('.page__foot')
  if (foot && shown(foot)) {
    scrollTo(0, root.scrollHeight)
    const edge = foot.getBoundingClientRect().top + 1
    for (const it of [...texts.map(i => i.it), ...controls]) {
      if (!foot.contains(it) && shown(it) && it.getBoundingClientRect().bottom > edge) {
        faults.add(`stays under the controls: ${called(it)}`)
      }
    }
  }
  // what somebody opened over the page may lie over the rest of it: Escape takes it away
  const over = document.querySelector('[role=dialog]')
  for (const it of controls) {
    if (over && !over.contains(it)) continue
    if (it instanceof HTMLLabelElement || (it as HTMLButtonElement).disabled || it.tabIndex < 0) continue
    // what has the focus already would not be brought into view again
    it.blur()
    it.focus()
    if (document.activeElement !== it) continue
    // an input that its label stands for shows its focus there
    const seen = (bare(it) && (it as HTMLInputElement).labels?.[0]) || it
    const { left, top, width, height } = seen.getBoundingClientRect()
    const points = [0.5, 0.2, 0.8].map(at => [left + width / 2, top + height * at] as const)
    const hidden = () =>
      points.every(([x, y]) => {
        const hit = document.elementFromPoint(x, y)
        return !hit || !(seen.contains(hit) || hit.contains(seen))
      })
    // a menu closes when the focus leaves it, as soon as the page is drawn anew
    for (let turn = 0; turn < 5 && hidden(); turn++) await Promise.resolve()
    if (hidden()) faults.add(`hidden when it has the focus: ${called(it)}`)
  }
  scrollTo(...scrolled)
  if (focused instanceof HTMLElement) focused.focus({ preventScroll: true })
  return [...faults]
}
