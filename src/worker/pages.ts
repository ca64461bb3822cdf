import { sha256 } from '#wire/digest.ts'
import { Route } from 'workbox-routing/Route.js'
import { Router } from 'workbox-routing/Router.js'

import { addressFor, type AppFile, keyOf, LIST, mayBeFile, readFiles } from './files.ts'

declare const self: ServiceWorkerGlobalScope

const PREFIX = 'app '
/** So many files are fetched at once: one by one would cost a slow phone half a minute. */
const AT_ONCE = 6

/** The cache of a version. */
const nameOf = (digest: string) => PREFIX + digest.slice(0, 8)

/**
 * Keeps the whole app of this version, all of it or nothing, and answers from there. It answers GET only, and only
 * files of the app; every other request is left to the browser, so that sending never depends on this worker.
 *
 * Which files those are stands in a list of its own, because it grows with every language and this worker has 8 KB.
 * The worker knows the list by its digest alone: with any other list it is not installed.
 *
 * workbox-precaching would do most of this in 4.5 KB; it also fetches one file at a time and takes a version's files
 * away from tabs that still run it.
 *
 * @param digest SHA-256 of the list, in hexadecimal
 */
export function keepPages(digest: string): void {
  const name = nameOf(digest)
  let list: Promise<readonly AppFile[]> | undefined
  const keys = async () => new Map((await (list ??= kept(name))).map(file => [file.address, keyOf(file)]))

  self.addEventListener('install', event => event.waitUntil(fill(name, digest)))
  self.addEventListener('activate', event => event.waitUntil(forgetOlder(name)))

  const router = new Router()
  router.addFetchListener()
  router.registerRoute(
    new Route(
      ({ request, url, sameOrigin }) => sameOrigin && ours(addressFor(url.pathname, request.mode === 'navigate')),
      async ({ request, params: address }) => {
        const key = (await keys()).get(address as unknown as string)
        const file = key && (await (await caches.open(name)).match(key))
        // A tab that still runs the version before this one finds its parts, though the server has no more of them.
        // And the browser may have thrown the cache away.
        return file || (await caches.match(request)) || fetch(request)
      }
    )
  )
}

/** A route hands on what its test gives. */
const ours = (address: string) => mayBeFile(address) && address

/** The list as it was installed; empty when the browser threw it away. */
async function kept(name: string): Promise<readonly AppFile[]> {
  const list = await (await caches.open(name)).match(LIST)
  return list ? readFiles(await list.text()) : []
}

async function fill(name: string, digest: string): Promise<void> {
  const list = await get({ address: LIST, revision: digest })
  const files = readFiles(await list.clone().text())
  const cache = await caches.open(name)
  await inTurns(files, async file => {
    const key = keyOf(file)
    // letters and sounds of a language come along only where an earlier version had them
    if (file.mark && !(await caches.match(file.address, { ignoreSearch: true }))) return
    await cache.put(key, (await caches.match(key)) ?? (await get(file)))
  })
  // last, so that a cache with a list is a whole one
  await cache.put(LIST, list)
}

/**
 * Fetches what only some languages need, so that it is there without a network: letters (by script) and sounds (by
 * language). What does not come now is asked for again when the page is opened next.
 */
export async function keepMarked(digest: string, marks: readonly unknown[]): Promise<void> {
  const name = nameOf(digest)
  const wanted = (await kept(name)).filter(({ mark }) => mark && marks.includes(mark))
  const cache = await caches.open(name)
  await inTurns(wanted, async file => {
    const key = keyOf(file)
    if (!(await cache.match(key))) await get(file).then(it => cache.put(key, it), ignore)
  })
}

const ignore = () => undefined

async function inTurns(files: readonly AppFile[], take: (file: AppFile) => Promise<void>): Promise<void> {
  const rest = files.values()
  const some = async () => {
    for (const file of rest) await take(file)
  }
  await Promise.all(Array.from({ length: AT_ONCE }, some))
}

/** @throws when it is not the file of this version, so that no half version and no mixed one is ever installed. */
async function get({ address, revision }: AppFile): Promise<Response> {
  // a redirect is a captive portal, not our file
  const response = await fetch(address, { cache: revision ? 'reload' : 'default', redirect: 'error' })
  if (!response.ok) throw new Error(`${address}: ${response.status}`)
  // a server that is just being renewed gives this list and that page
  if (revision && !(await hashOf(response.clone())).startsWith(revision)) throw new Error(`${address}: other version`)
  return response
}

async function hashOf(response: Response): Promise<string> {
  const sum = await sha256(new Uint8Array(await response.arrayBuffer()))
  return Array.from(sum, byte => byte.toString(16).padStart(2, '0')).join('')
}

/** All versions go but this one and the last before it, which an open tab may still run. */
async function forgetOlder(name: string): Promise<void> {
  const others = (await caches.keys()).filter(other => other.startsWith(PREFIX) && other !== name)
  await Promise.all(others.slice(0, -1).map(other => caches.delete(other)))
}
