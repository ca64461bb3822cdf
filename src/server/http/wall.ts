import type { MiddlewareHandler } from 'hono'

import { isWalled } from './answer.ts'
import { wall } from './headers.ts'

/** Puts the wall around every answer; nobody keeps an answer that did not say otherwise. */
export function walls(): MiddlewareHandler {
  const all = Object.entries(wall)
  return async (c, next) => {
    await next()
    if (isWalled(c.res)) return
    const given = c.res.headers
    for (const [name, value] of all) if (!given.has(name)) given.set(name, value)
    if (!given.has('cache-control')) given.set('cache-control', 'no-store')
  }
}
