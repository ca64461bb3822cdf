import { Invite, type Me, NewInvite, type Team } from '#wire/team.ts'
import { makeLink } from '../accounts/links.ts'
import type { World } from '../accounts/world.ts'
import { readJson } from '../http/body.ts'
import { problem } from '../http/problem.ts'
import type { App, People } from '../member.ts'
import { ofTeam } from './allowed.ts'
import { journal } from './journal.ts'
import { endMember, teamOf } from './team.ts'

/** The people of a team: who they are, inviting, ending. */
export function addTeamRoutes(app: App, world: World, requireMember: People['requireMember']): void {
  const { storage, accounts, ends, now } = world
  const { db } = storage

  app.get('/v1/desk/me', requireMember, async c => {
    const { id, name, role, location } = c.get('member')
    return c.json<Me>({ id, name, email: (await accounts.email(id)) ?? '', role, location })
  })

  app.get('/v1/desk/team', requireMember, async c => {
    const member = ofTeam(c.get('member'))
    if (member instanceof Response) return member
    return c.json<Team>(await teamOf(db, member.location, now()))
  })

  app.post('/v1/desk/invites', requireMember, async c => {
    const member = ofTeam(c.get('member'), 'coordinator')
    if (member instanceof Response) return member
    const body = await readJson(c, NewInvite)
    if (body instanceof Response) return body
    const { location } = member
    const invite: Invite = await makeLink(db, { kind: 'invite', location, ...body }, now())
    await journal(db, { at: now(), location, who: member.id, what: 'invite.make', code: body.role })
    await storage.events.add(location, 'team', now())
    return c.json<Invite>(invite, 201)
  })

  app.delete('/v1/desk/members/:id', requireMember, async c => {
    const member = ofTeam(c.get('member'), 'coordinator')
    if (member instanceof Response) return member
    const id = c.req.param('id')
    // who leaves is let go by a colleague: a team without a coordinator could not be repaired
    if (id === member.id) return problem('not-allowed')
    const ended = await endMember(db, member, id, now())
    if (ended !== 'ended') return problem(ended)
    ends.ended(await accounts.remove(id))
    await putBackCards(member.location, id, member.id)
    await storage.events.add(member.location, 'team', now())
    return c.body(null, 204)
  })

  /** Cards of somebody who left wait for the team again. */
  async function putBackCards(location: string, owner: string, who: string) {
    const held = await db
      .selectFrom('envelopes')
      .select(['id', 'version'])
      .where('location', '=', location)
      .where('owner', '=', owner)
      .where('state', '=', 'claimed')
      .execute()
    for (const { id, version } of held)
      await storage.queue.release({ location, id, member: who, now: now(), version }, true)
  }
}
