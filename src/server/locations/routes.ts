import type { Deps } from '../deps.ts'
import { isId } from '../http/id.ts'
import { problem } from '../http/problem.ts'
import type { App } from '../member.ts'

/** What stands on the poster of a place, and its chain of team cards. */
export function locationRoutes(app: App, { storage }: Deps): void {
  app.get('/v1/locations', async c => c.json({ locations: await storage.locations.list() }))

  app.get('/v1/locations/:id', async c => {
    const id = c.req.param('id')
    const profile = isId(id) ? await storage.locations.profile(id) : 'not-found'
    return profile === 'not-found' ? problem('not-found') : c.json(profile)
  })
}
