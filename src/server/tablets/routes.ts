import { type Enrolled, Enrolment, Heartbeat, type HeartbeatAnswer } from '#wire/tablet.ts'
import { NewTablet, type TabletLink, type Tablets } from '#wire/tablets.ts'

import type { Deps, Gates } from '../deps.ts'
import { readJson } from '../http/body.ts'
import { problem, tooMany } from '../http/problem.ts'
import type { App } from '../member.ts'
import { ofTeam } from '../team/allowed.ts'
import { tabletOf } from './bearer.ts'
import { makeTabletLink } from './links.ts'
import { enrol, note, revokeTablet, tabletsOf } from './tablets.ts'

/** The tablets of a place: made and revoked by a coordinator, seen by the whole team, heard of by themselves. */
export function tabletRoutes(app: App, { storage, now, people }: Deps, gates: Gates): void {
  const { db } = storage
  const { requireMember } = people
  const tellTeam = (location: string) => storage.events.add(location, 'team', now())

  app.get('/v1/desk/tablets', requireMember, async c => {
    const member = ofTeam(c.get('member'))
    if (member instanceof Response) return member
    return c.json<Tablets>(await tabletsOf(db, member.location, now()))
  })

  app.post('/v1/desk/tablets', requireMember, async c => {
    const member = ofTeam(c.get('member'), 'coordinator')
    if (member instanceof Response) return member
    const body = await readJson(c, NewTablet)
    if (body instanceof Response) return body
    return c.json<TabletLink>(await makeTabletLink(db, member, body.name, now()), 201)
  })

  app.delete('/v1/desk/tablets/:id', requireMember, async c => {
    const member = ofTeam(c.get('member'), 'coordinator')
    if (member instanceof Response) return member
    const revoked = await revokeTablet(db, member, c.req.param('id'), now())
    if (revoked !== 'revoked') return problem(revoked)
    await tellTeam(member.location)
    return c.body(null, 204)
  })

  app.post('/v1/tablets', async c => {
    const allowed = gates.enrolments(gates.addressOf(c))
    if (allowed !== 'allowed') return tooMany(allowed)
    const body = await readJson(c, Enrolment)
    if (body instanceof Response) return body
    const enrolled = await enrol(db, body, now())
    if (typeof enrolled === 'string') return problem(enrolled)
    await tellTeam(body.location)
    return c.json<Enrolled>(enrolled, 201)
  })

  app.post('/v1/tablets/heartbeat', async c => {
    const tablet = await tabletOf(db, c)
    const allowed = gates.heartbeats(tablet ? `tablet ${tablet.id}` : gates.addressOf(c))
    if (allowed !== 'allowed') return tooMany(allowed)
    if (!tablet) return problem('wrong-secret')
    const body = await readJson(c, Heartbeat)
    if (body instanceof Response) return body
    // a revoked one too: what waits on it is still to be looked after
    if (await note(db, tablet, body, now())) await tellTeam(tablet.location)
    return tablet.revokedAt === null ? c.json<HeartbeatAnswer>({ now: now() }) : problem('gone')
  })
}
