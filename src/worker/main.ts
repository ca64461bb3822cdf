import { runOutbox, type Surroundings } from '#outbox/run.ts'
import { openOutbox } from '#store/waiting.ts'

import { readFiles } from './files.ts'
import { keepPages } from './pages.ts'
import { wake } from './wake.ts'

declare const self: ServiceWorkerGlobalScope
/** Written by the build (`vite.config.ts`): every file of the app, and a hash of that list. */
declare const FILES: string
declare const VERSION: string

keepPages(readFiles(FILES), VERSION)

self.addEventListener('activate', event => event.waitUntil(self.clients.claim()))

self.addEventListener('message', event => {
  // a new version takes over only between visits, when a page says so
  if (event.data === 'skip-waiting') event.waitUntil(self.skipWaiting())
  if (event.data === 'outbox') event.waitUntil(send())
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
