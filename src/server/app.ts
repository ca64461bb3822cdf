import { Hono } from 'hono'
import { matchedRoutes } from 'hono/route'

import type { Deps, Gates } from './deps.ts'
import { envelopeRoutes } from './envelopes/routes.ts'
import { addressOf } from './http/address.ts'
import { makeLimit } from './http/limits.ts'
import { ownOrigin } from './http/origin.ts'
import { problem } from './http/problem.ts'
import { walls } from './http/wall.ts'
import { locationRoutes } from './locations/routes.ts'
import type { App, Env } from './member.ts'
import { pageRoutes } from './pages/routes.ts'
import { queueRoutes } from './queue/routes.ts'
import { tabletRoutes } from './tablets/routes.ts'
import { voiceRoutes } from './voices/routes.ts'

/** The whole server as one function from request to response; it listens nowhere by itself. */
export function createApp(deps: Deps): App {
  const { storage, config, people, now, log } = deps
  const { limits } = config
  const gates: Gates = {
    addressOf: addressOf(config.trustedProxies),
    envelopes: makeLimit(limits.envelopesPerAddress, now),
    location: makeLimit(limits.envelopesPerLocation, now, { hidden: false }),
    withdrawals: makeLimit(limits.withdrawalsPerAddress, now),
    states: makeLimit(limits.statesPerAddress, now),
    tablets: makeLimit(limits.envelopesPerTablet, now, { hidden: false }),
    enrolments: makeLimit(limits.secretsPerAddress, now),
    heartbeats: makeLimit(limits.statesPerAddress, now)
  }
  const app = new Hono<Env>()

  app.use(async (c, next) => {
    const start = performance.now()
    await next()
    // the pattern of the route, because the address itself names cards
    const route = matchedRoutes(c).find(i => i.method !== 'ALL')?.path ?? 'none'
    const ms = Math.round((performance.now() - start) * 10) / 10
    log({ route, method: c.req.method, status: c.res.status, ms, ...(c.error ? { broke: where(c.error) } : {}) })
  })
  app.use(walls())
  app.use('/v1/desk/*', ownOrigin(config.origin))

  app.get('/v1/health', async c => {
    await storage.ping()
    return c.json({ status: 'ok' })
  })
  locationRoutes(app, deps)
  envelopeRoutes(app, deps, gates)
  people.addRoutes(app)
  queueRoutes(app, deps)
  tabletRoutes(app, deps, gates)
  voiceRoutes(app, deps)
  app.all('/v1/*', () => problem('not-found'))
  pageRoutes(app, deps)

  app.notFound(() => problem('not-found'))
  app.onError(error =>
    storage.isFull(error) ? problem('storage-full', { headers: { 'retry-after': '60' } }) : problem('server-error')
  )
  return app
}

/** The kind of an error and its first place in our code; a message may quote what somebody sent. */
function where(error: Error): string {
  const place = error.stack?.split('\n').find(i => i.includes('/server/'))
  return `${error.name} ${(error as { code?: string }).code ?? ''} ${place?.split('/server/')[1] ?? ''}`.trim()
}
