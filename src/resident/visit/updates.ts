import type { Updates } from '#ui/update.ts'

/** A tablet whose page stands open for weeks looks for a newer version this often. */
const LOOK_EVERY = 60 * 60_000

export interface BetweenVisits {
  /** Whether nobody is in the middle of anything, so that a newer version may take the page. True at first. */
  readonly free: (on: boolean) => void
  /** A fresh document, of the newer version if one stands ready: nothing of a visit is left in this one's memory. */
  readonly refresh: (path?: string) => void
}

/**
 * Keeps the app on this device and takes in a newer version, but only between visits.
 *
 * @param keep starts the worker and hears of newer versions; fetched when the first page is there
 */
export function betweenVisits(
  window: Window,
  keep: () => Promise<(window: Window, onReady: () => void, free: () => boolean) => Updates>
): BetweenVisits {
  let isFree = true
  const updates = keep().then(keepUpToDate => {
    const found = keepUpToDate(
      window,
      () => isFree && found.take(),
      () => isFree
    )
    window.setInterval(() => isFree && found.look(), LOOK_EVERY)
    return found
  })
  // without a worker everything goes on; only newer versions come with the network instead
  const found = updates.catch((): Updates => ({ ready: () => false, take: () => undefined, look: () => undefined }))
  return {
    free(on) {
      isFree = on
      void found.then(({ ready, take }) => isFree && ready() && take())
    },
    refresh(path = window.location.pathname) {
      const fresh = () => window.location.replace(path)
      void found.then(({ ready, take }) => {
        if (!ready()) return fresh()
        // taking over loads the page again by itself, if it succeeds
        take()
        setTimeout(fresh, 2_000)
      })
    }
  }
}
