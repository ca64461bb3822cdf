import { runOutbox, type Surroundings } from '#outbox/run.ts'
import { openOutbox } from '#store/waiting.ts'

import { keepMarked, keepPages } from './pages.ts'
import { wake } from './wake.ts'

declare const self: ServiceWorkerGlobalScope
/** Written by the build (`vite.config.ts`): the SHA-256 of the list of all files of the app, in hexadecimal. */
declare const DIGEST: string

keepPages(DIGEST)

self.addEventListener('activate', event => event.waitUntil(self.clients.claim()))

self.addEventListener('message', event => {
  // a new version takes over only between visits, when a page says so
  if (event.data === 'skip-waiting') event.waitUntil(self.skipWaiting())
  if (event.data === 'outbox') event.waitUntil(send())
  // a page says which languages are used on this device (`ui/keepOffline.ts`)
  if (Array.isArray(event.data?.keep)) event.waitUntil(keepMarked(DIGEST, event.data.keep))
})

// `sync` is Chromium's alone, so TypeScript does not know it
self.addEventListener('sync' as 'message', event => {
  if ((event as unknown as { tag: string }).tag === 'outbox') event.waitUntil(wake(send))
})

async function send() {
  const store = await openOutbox()
  // without a database nothing can wait in it
  if (typeof store === 'string') return 'busy'
  const around: Surroundings = {
    store,
    fetch: (...request) => fetch(...request),
    now: () => Date.now(),
    random: () => Math.random(),
    locks: navigator.locks
  }
  try {
    return await runOutbox(around, { eager: true, patient: true })
  } finally {
    store.close()
  }
}
