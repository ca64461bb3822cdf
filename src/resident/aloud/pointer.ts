import type { Shown } from './order.ts'

/** The page that is seen: others may lie hidden below it, and a sheet for the printer beside it. */
const pageSeen = (document: Document): Element | undefined =>
  [...document.querySelectorAll('.page, .scene')].find(i => !i.closest('[hidden]'))

/** Every text of the page that is seen and can be read aloud, in the order in which it stands there. */
export function textsOn(document: Document): readonly HTMLElement[] {
  return [...(pageSeen(document)?.querySelectorAll<HTMLElement>('[data-say]') ?? [])]
}

export const shownBy = (element: HTMLElement): Shown => ({
  key: element.dataset['say'] ?? '',
  text: element.textContent?.trim() ?? '',
  ...(element.lang ? { lang: element.lang } : {})
})

/** Marks what is being read, one thing at a time. */
export interface Pointer {
  /** False when it is not on the screen any more. */
  readonly at: (element: HTMLElement) => boolean
  readonly away: () => void
}

/** @param calm nothing moves by itself: it is brought into view at once. */
export function makePointer(calm: () => boolean): Pointer {
  let marked: HTMLElement | undefined
  const away = () => {
    if (marked) delete marked.dataset['heard']
    marked = undefined
  }
  return {
    away,
    at(element) {
      away()
      if (!element.isConnected || element.closest('[hidden]')) return false
      // a hint is read with its stone
      marked = element.closest<HTMLElement>('.tile__face') ?? element
      marked.dataset['heard'] = ''
      marked.scrollIntoView?.({ block: 'nearest', behavior: calm() ? 'auto' : 'smooth' })
      return true
    }
  }
}
