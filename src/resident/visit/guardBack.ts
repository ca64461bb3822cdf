export interface BackGuard {
  /** On: Back means "Terug". Off, on the first page: Back leaves, as everywhere. */
  readonly set: (on: boolean) => void
  readonly stop: () => void
}

/**
 * The browser's Back does what "Terug" does: one guard entry, put back each time it is used, without a state, because
 * what stands in the history reaches the disk.
 */
export function guardBack(window: Window, onBack: () => void): BackGuard {
  let on = false
  let placed = false
  const place = () => {
    if (placed || !on) return
    window.history.pushState(null, '')
    placed = true
  }
  const back = () => {
    placed = false
    if (!on) return
    place()
    onBack()
  }
  window.addEventListener('popstate', back)
  return {
    set(wanted) {
      on = wanted
      place()
    },
    stop: () => window.removeEventListener('popstate', back)
  }
}
