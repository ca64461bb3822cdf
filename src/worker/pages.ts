import { createHandlerBoundToURL, precacheAndRoute } from 'workbox-precaching'
import { registerRoute } from 'workbox-routing'

/** Which cached page answers a navigation; nothing for addresses that are not ours to answer. */
export function pageFor(path: string): '/' | '/desk/' | undefined {
  if (path === '/desk/') return '/desk/'
  return path === '/' || /^\/[lk]\/[^/]*$/.test(path) ? '/' : undefined
}

/** The list as the build wrote it: one entry a line, with a revision where the name carries no hash. */
export function entries(files: string): { url: string; revision: string | null }[] {
  return files.split('\n').map(line => {
    const [url, revision] = line.split(' ')
    return { url: `/${url}`, revision: revision ?? null }
  })
}

/**
 * Answers from the cache what the build put there, and the pages themselves. Workbox routes GET only, and leaves
 * every request that matches no route to the browser: sending never depends on this worker.
 */
export function keepPages(files: string): void {
  precacheAndRoute(entries(files), { cleanURLs: false, directoryIndex: '', ignoreURLParametersMatching: [] })
  for (const page of ['/', '/desk/'] as const) {
    registerRoute(
      ({ request, url, sameOrigin }) => sameOrigin && request.mode === 'navigate' && pageFor(url.pathname) === page,
      createHandlerBoundToURL(page)
    )
  }
}
