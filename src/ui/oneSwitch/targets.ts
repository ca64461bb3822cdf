import { rowsOf } from './rows.ts'

const acts = 'button, summary, a[href], label[for]'
/** What only staff tap, what leads out of the conversation, and what stands in the border's own strip. */
const not = '[data-staff], [target], .oneswitch'

/** The visible title, by which one page is told from the next. */
export const titleOf = (document: Document): Element | undefined =>
  [...document.querySelectorAll('h1')].find(i => i.getClientRects().length > 0)

/**
 * What the border goes round on this page, in reading order and by rows. Fields to type in are left out: whoever has
 * one key skips them, and on every page that has one that is a button.
 */
export function targetsOf(document: Document): HTMLElement[][] {
  const found = [...document.querySelectorAll<HTMLElement>(acts)].filter(canBeTapped)
  const boxes = found.map(it => {
    const { top, bottom } = it.getBoundingClientRect()
    return { top, bottom, part: it.closest('.page__foot, .page__sky, main') }
  })
  return rowsOf(boxes).map(row => row.map(i => found[i]!))
}

function canBeTapped(it: HTMLElement): boolean {
  if (it.closest(not) || (it as HTMLButtonElement).disabled) return false
  if (it instanceof HTMLLabelElement && !/^(radio|checkbox)$/.test((it.control as HTMLInputElement | null)?.type ?? ''))
    return false
  const { width, height } = it.getBoundingClientRect()
  return width > 2 && height > 2 && getComputedStyle(it).visibility === 'visible'
}
