import { Route } from 'workbox-routing/Route.js'
import { Router } from 'workbox-routing/Router.js'

import { addressFor, type AppFile, keyOf } from './files.ts'

declare const self: ServiceWorkerGlobalScope

const PREFIX = 'app '
/** So many files are fetched at once: one by one would cost a slow phone half a minute. */
const AT_ONCE = 6

/**
 * Keeps the whole app of this version, all of it or nothing, and answers from there. It answers GET only, and only
 * what the build listed; every other request is left to the browser, so that sending never depends on this worker.
 *
 * workbox-precaching would do most of this in 4.5 KB of the 8 we allow ourselves; it also fetches one file at a time
 * and takes a version's files away from tabs that still run it.
 */
export function keepPages(files: readonly AppFile[], version: string): void {
  const name = PREFIX + version
  const keys = new Map(files.map(file => [file.address, keyOf(file)]))

  self.addEventListener('install', event => event.waitUntil(fill(name, files)))
  self.addEventListener('activate', event => event.waitUntil(forgetOlder(name)))

  const router = new Router()
  router.addFetchListener()
  router.registerRoute(
    new Route(
      ({ request, url, sameOrigin }) => sameOrigin && keys.get(addressFor(url.pathname, request.mode === 'navigate')),
      // the browser may have thrown the cache away
      async ({ request, params: key }) =>
        (await (await caches.open(name)).match(key as unknown as string)) ?? fetch(request)
    )
  )
  router.registerRoute(
    new Route(
      ({ url, sameOrigin }) => sameOrigin && url.pathname.startsWith('/assets/'),
      // a tab that still runs the version before this one finds its parts, though the server has no more of them
      async ({ request }) => (await caches.match(request)) ?? fetch(request)
    )
  )
}

async function fill(name: string, files: readonly AppFile[]): Promise<void> {
  const cache = await caches.open(name)
  const rest = files.values()
  const some = async () => {
    for (const file of rest) {
      const key = keyOf(file)
      const known = await caches.match(key)
      await cache.put(key, known ?? (await get(file)))
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, some))
}

/** @throws when it is not the file, so that no half version is ever installed. */
async function get({ address, revision }: AppFile): Promise<Response> {
  // a redirect is a captive portal, not our file
  const response = await fetch(address, { cache: revision ? 'reload' : 'default', redirect: 'error' })
  if (!response.ok) throw new Error(`${address}: ${response.status}`)
  return response
}

/** All versions go but this one and the last before it, which an open tab may still run. */
async function forgetOlder(name: string): Promise<void> {
  const others = (await caches.keys()).filter(other => other.startsWith(PREFIX) && other !== name)
  await Promise.all(others.slice(0, -1).map(other => caches.delete(other)))
}
