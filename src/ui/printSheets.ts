import './sheets.css'

import { type ComponentChild, render } from 'preact'

/** A network that is too slow for pictures still gives words and boxes, milliseconds. */
const PATIENCE = 4_000

/**
 * Prints what is not on the screen, and nothing else of the page. Resolves when the browser was asked to print.
 *
 * @param print `window.print`; iOS returns from it at once and reads the page later
 */
export async function printSheets(sheets: ComponentChild, print = () => globalThis.print()): Promise<void> {
  forget()
  const holder = document.createElement('div')
  holder.className = 'sheets'
  document.body.append(holder)
  render(sheets, holder)
  document.documentElement.dataset['sheets'] = ''
  await drawn(holder)
  print()
  // a dialog may stand over the page for long, and not every browser says rightly when it went; a touch says so
  for (const touch of ['pointerdown', 'keydown']) addEventListener(touch, forget, { once: true, capture: true })
}

function forget(): void {
  for (const touch of ['pointerdown', 'keydown']) removeEventListener(touch, forget, { capture: true })
  delete document.documentElement.dataset['sheets']
  for (const holder of document.querySelectorAll('.sheets')) {
    render(null, holder)
    holder.remove()
  }
}

/** Waits until letters and pictures are there: a picture from a sprite has no size before. */
async function drawn(holder: Element): Promise<void> {
  const end = performance.now() + PATIENCE
  await document.fonts.ready
  const missing = () => [...holder.querySelectorAll('use')].some(use => use.getBBox().width === 0)
  do await new Promise(requestAnimationFrame)
  while (missing() && performance.now() < end)
}
