import { Workbox } from 'workbox-window'

export interface Updates {
  /** True when a newer version stands ready. */
  readonly ready: () => boolean
  /** Lets the newer version take over and loads the page again. Only between visits: it takes the page away. */
  readonly take: () => void
  /** Asks the server for a newer version now. A page that is never left would not hear of it. */
  readonly look: () => void
}

interface Types {
  createPolicy(
    name: string,
    rules: { createScriptURL: (url: string) => string }
  ): {
    createScriptURL(url: string): string
  }
}

/** The one address that Trusted Types lets us start a worker from. */
function workerAddress(types: Types | undefined): string {
  const address = '/sw.js'
  const policy = types?.createPolicy('sw-url', {
    createScriptURL: url => {
      if (url !== address) throw new TypeError('not our worker')
      return url
    }
  })
  return policy ? policy.createScriptURL(address) : address
}

/**
 * Starts the worker that keeps the app on this device, and hears of newer versions. `onReady` is called when one
 * waits. A browser that refuses workers (private window, policy) goes on without.
 *
 * @param free whether nobody is in the middle of anything, so that the page may be loaded again
 */
export function keepUpToDate(
  window: Window & { trustedTypes?: Types },
  onReady: () => void,
  free: () => boolean
): Updates {
  const none: Updates = { ready: () => false, take: () => undefined, look: () => undefined }
  if (!('serviceWorker' in window.navigator)) return none
  const workbox = new Workbox(workerAddress(window.trustedTypes))
  let waiting: ServiceWorkerRegistration | undefined
  let taking = false
  let controlled = window.navigator.serviceWorker.controller !== null
  workbox.addEventListener('waiting', event => {
    void (async () => {
      waiting = await window.navigator.serviceWorker.getRegistration()
      if (event.wasWaitingBeforeRegister || waiting?.waiting) onReady()
    })()
  })
  window.navigator.serviceWorker.addEventListener('controllerchange', () => {
    // The first worker of a device takes control as well: that is no update. One that took long to start may take over
    // from the page before this one.
    if (taking || (controlled && free())) window.location.reload()
    controlled = true
  })
  workbox.register().catch(() => undefined)
  return {
    ready: () => Boolean(waiting?.waiting),
    take() {
      taking = true
      waiting?.waiting?.postMessage('skip-waiting')
    },
    look: () => void workbox.update().catch(() => undefined)
  }
}
