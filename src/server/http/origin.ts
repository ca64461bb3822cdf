import type { MiddlewareHandler } from 'hono'

import { problem } from './problem.ts'

const READS = new Set(['GET', 'HEAD'])

/**
 * Lets a state change through only when it comes from our own page and speaks JSON, brings a
 * recording, or has no body at all: what no form of another page can send. The cookie
 * is `SameSite=Strict` too; this is the second lock.
 *
 * `origin`: the public address, or null to compare with the host the request names.
 */
export function ownOrigin(origin: string | null): MiddlewareHandler {
  return async (c, next) => {
    if (READS.has(c.req.method)) return next()
    const site = c.req.header('sec-fetch-site')
    const from = c.req.header('origin')
    if (from !== undefined && !isOwn(from, origin, c.req.url)) return problem('wrong-origin')
    if (site === undefined ? from === undefined : site !== 'same-origin') return problem('wrong-origin')
    const type = c.req.header('content-type')
    if (type === undefined) {
      const empty = c.req.header('content-length') ?? '0'
      if (empty === '0' && c.req.header('transfer-encoding') === undefined) return next()
    } else if (/^(application\/json|audio\/wav)(;|$)/i.test(type)) return next()
    return problem('wrong-origin', { detail: 'content-type' })
  }
}

function isOwn(from: string, origin: string | null, url: string): boolean {
  if (origin !== null) return from === origin
  // a proxy that ends TLS makes the schemes differ
  return URL.canParse(from) && new URL(from).host === new URL(url).host
}
