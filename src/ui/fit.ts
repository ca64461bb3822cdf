import type { RefObject } from 'preact'
import { useLayoutEffect } from 'preact/hooks'

/** How much room a sheet gives its words, the roomiest first. The letters stay readable in each. */
export const rooms = ['wide', 'plain', 'close', 'full'] as const

/**
 * Lays a sheet out in the roomiest way that stays on one A4. Its style sheet knows what each `data-room` means, and lays
 * it out, unseen, while it has `data-fitting`. What does not fit even in the last is never cut off: it takes a second sheet.
 */
export function fit(sheet: HTMLElement): void {
  sheet.dataset['fitting'] = ''
  // 297 to 210, less the millimetre that printers and rounding take
  const most = (sheet.offsetWidth * 296.2) / 210
  for (const room of rooms) {
    sheet.dataset['room'] = room
    if (sheet.offsetHeight <= most) break
  }
  delete sheet.dataset['fitting']
}

/** Fits it anew right before each printing: only then are the words and the letters of this device known. */
export function useFit(sheet: RefObject<HTMLElement | null>): void {
  // before the next frame: what is laid out only for the printer may be printed in it
  useLayoutEffect(() => {
    const before = () => sheet.current && fit(sheet.current)
    addEventListener('beforeprint', before)
    return () => removeEventListener('beforeprint', before)
  }, [sheet])
}
