/** Minutes without a touch after which a desk drops its keys. */
export const IDLE_MINUTES = 15

const signs = ['pointerdown', 'keydown', 'wheel', 'touchstart'] as const

export interface Surroundings {
  readonly window: Pick<Window, 'addEventListener' | 'removeEventListener' | 'setInterval' | 'clearInterval'>
  readonly document: Pick<Document, 'addEventListener' | 'removeEventListener' | 'visibilityState'>
  readonly now: () => number
}

/**
 * Calls `onIdle` once when nobody touched this page for so long. It compares clocks instead of trusting one timer: a
 * laptop that slept over lunch must lock the moment it wakes.
 *
 * @returns how to stop watching
 */
export function watchIdle({ window, document, now }: Surroundings, minutes: number, onIdle: () => void): () => void {
  let last = now()
  const touched = () => {
    // too late: the first touch after the time is up must not save the session
    if (!isOver()) last = now()
  }
  const isOver = () => now() - last >= minutes * 60_000
  const look = () => {
    if (!isOver()) return
    stop()
    onIdle()
  }
  const seen = () => {
    if (document.visibilityState === 'visible') look()
  }
  const stop = () => {
    for (const sign of signs) window.removeEventListener(sign, touched, true)
    document.removeEventListener('visibilitychange', seen)
    window.clearInterval(timer)
  }
  for (const sign of signs) window.addEventListener(sign, touched, { capture: true, passive: true })
  document.addEventListener('visibilitychange', seen)
  const timer = window.setInterval(look, 10_000)
  return stop
}
