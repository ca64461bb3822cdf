import { Approval, type BundleAnswer, FreshProof, NewDevice, type ServerShare } from '#wire/team.ts'
import { freshProof, type World } from '../accounts/world.ts'
import { readJson } from '../http/body.ts'
import { problem } from '../http/problem.ts'
import type { App, Member, People } from '../member.ts'
import { ofTeam, type TeamMember } from './allowed.ts'
import { bundleFor, letIn } from './bundles.ts'
import { addDevice, ownDevice, revokeDevice, seen, teamDevice } from './devices.ts'
import type { SheetProofs } from './sheetProofs.ts'

/** The browsers of a team: a new one, its half of the lock, letting it in, sending it away. */
export function addDeviceRoutes(
  app: App,
  world: World,
  requireMember: People['requireMember'],
  sheets: SheetProofs
): void {
  const { storage, accounts, ends, now } = world
  const { db } = storage
  const tellTeam = async ({ location }: Member) => {
    if (location) await storage.events.add(location, 'team', now())
  }

  app.post('/v1/desk/devices', requireMember, async c => {
    const member = c.get('member')
    const body = await readJson(c, NewDevice)
    if (body instanceof Response) return body
    const added = await addDevice(db, member, body, now())
    if (typeof added === 'string') return problem(added)
    await accounts.bind(member.sessionId, body.id)
    await tellTeam(member)
    return c.json<ServerShare>(added, 201)
  })

  app.post('/v1/desk/devices/:id/share', requireMember, async c => {
    const member = c.get('member')
    const body = await readJson(c, FreshProof)
    if (body instanceof Response) return body
    const device = await ownDevice(db, member, c.req.param('id'))
    if (!device) return problem('not-found')
    const refused = await freshProof(world, c, member, body.password)
    if (refused) return refused
    if (device.share === null) return problem('gone')
    await accounts.bind(member.sessionId, device.id)
    await seen(db, member, device.id, now())
    return c.json<ServerShare>({ share: device.share })
  })

  app.get('/v1/desk/devices/:id/bundle', requireMember, async c => {
    const member = c.get('member')
    const device = await ownDevice(db, member, c.req.param('id'))
    if (!device) return problem('not-found')
    // so that a waiting page knows that it was sent away, and waits no longer
    if (device.state === 'revoked') return problem('gone')
    return c.json<BundleAnswer>(await bundleFor(db, member.location, 'device', device.id))
  })

  app.put('/v1/desk/devices/:id/bundle', requireMember, async c => {
    const member = ofTeam(c.get('member'))
    if (member instanceof Response) return member
    const body = await readJson(c, Approval)
    if (body instanceof Response) return body
    const device = await teamDevice(db, member, c.req.param('id'))
    if (!device) return problem('not-found')
    if (!(await mayLetIn(member, device.member, device.id))) return problem('not-allowed')
    const refused = await freshProof(world, c, member, body.password)
    if (refused) return refused
    const done = await letIn(db, member, device, body, now())
    if (done !== 'done') return problem(done)
    await tellTeam(member)
    return c.json<BundleAnswer>({ bundle: body.bundle, epoch: body.epoch })
  })

  /** Who sits at a device that is trusted already; for their own new device also who just typed the sheet. */
  async function mayLetIn(member: TeamMember, owner: string, device: string): Promise<boolean> {
    if (owner === member.id && sheets.has(member.sessionId)) return true
    const here = await accounts.deviceOf(member.sessionId)
    if (here === null || here === device) return false
    return (await ownDevice(db, member, here))?.state === 'trusted'
  }

  app.delete('/v1/desk/devices/:id', requireMember, async c => {
    const member = c.get('member')
    const device = await teamDevice(db, member, c.req.param('id'))
    if (!device) return problem('not-found')
    if (device.member !== member.id && member.role !== 'coordinator') return problem('not-allowed')
    await revokeDevice(db, member, device.id, now())
    ends.ended(await accounts.end({ device: device.id }))
    await tellTeam(member)
    return c.body(null, 204)
  })
}
