import type { Context } from 'hono'

import { type Me, NewAccount, PasswordReset, SignIn } from '#wire/team.ts'
import { readJson } from '../http/body.ts'
import { problem } from '../http/problem.ts'
import type { App, Env } from '../member.ts'
import type { InviteRow, MemberRow } from '../storage/schema.ts'
import type { SignedIn } from './accounts.ts'
import { giveBack, useLink } from './links.ts'
import { guarded, type World } from './world.ts'

/** Who somebody is while they are signed in: first run, sign-in and out, invites accepted, lost passwords. */
export function addAccountRoutes(app: App, world: World): void {
  const { storage, accounts, ends, now } = world
  const { db } = storage

  const memberById = (id: string) =>
    db.selectFrom('members').selectAll().where('id', '=', id).where('endedAt', 'is', null).executeTakeFirst()

  function welcome(
    c: Context<Env>,
    { id, name, role, location }: MemberRow,
    email: string,
    signedIn: SignedIn,
    status: 200 | 201
  ) {
    c.header('set-cookie', signedIn.cookie)
    return c.json<Me>({ id, name, email, role, location }, status)
  }

  /** Makes the account that a link promises, and signs it in. */
  async function accept(c: Context<Env>, kind: 'setup' | 'invite') {
    const body = await readJson(c, NewAccount)
    if (body instanceof Response) return body
    const link = await useGuarded(c, kind, body.token)
    if (link instanceof Response) return link
    const account = await accounts.create(body)
    if (account === 'email-taken') {
      await giveBack(db, link.tokenHash)
      // says no more than that this address will not do
      return problem('invalid-body', { detail: 'email' })
    }
    const { location, role } = link
    const member: MemberRow = { id: account.id, name: body.name, role, location, createdAt: now(), endedAt: null }
    await db.insertInto('members').values(member).execute()
    await storage.journal.add({ at: now(), location, who: member.id, what: `account.${kind}` })
    if (location) await storage.events.add(location, 'team', now())
    const signedIn = await accounts.signIn(body.email, body.password)
    if (signedIn === 'wrong-secret') throw new Error('a new account cannot sign in')
    return welcome(c, member, body.email, signedIn, 201)
  }

  async function useGuarded(c: Context<Env>, kind: InviteRow['kind'], token: string): Promise<InviteRow | Response> {
    const link = await guarded(world, c, kind, async () => {
      const used = await useLink(db, kind, token, now())
      return used === 'wrong-secret' ? undefined : used
    })
    return typeof link === 'string' ? problem(link) : link
  }

  app.post('/v1/desk/setup', c => accept(c, 'setup'))
  app.post('/v1/desk/invites/accept', c => accept(c, 'invite'))

  app.post('/v1/desk/sign-in', async c => {
    const body = await readJson(c, SignIn)
    if (body instanceof Response) return body
    return guarded(world, c, body.email, async () => {
      const signedIn = await accounts.signIn(body.email, body.password)
      if (signedIn === 'wrong-secret') return undefined
      const member = await memberById(signedIn.member)
      if (!member) {
        await accounts.end({ member: signedIn.member })
        return undefined
      }
      await storage.journal.add({ at: now(), location: member.location, who: member.id, what: 'account.signIn' })
      return welcome(c, member, body.email, signedIn, 200)
    })
  })

  app.post('/v1/desk/sign-out', async c => {
    const session = await accounts.session(c.req.raw.headers)
    const cookie = await accounts.signOut(c.req.raw.headers)
    if (session) {
      ends.ended([session.id])
      const member = await memberById(session.member)
      const location = member?.location ?? null
      await storage.journal.add({ at: now(), location, who: session.member, what: 'account.signOut' })
    }
    return c.body(null, 204, { 'set-cookie': cookie })
  })

  app.post('/v1/desk/reset', async c => {
    const body = await readJson(c, PasswordReset)
    if (body instanceof Response) return body
    const link = await useGuarded(c, 'password', body.token)
    if (link instanceof Response) return link
    ends.ended(await accounts.setPassword(link.member!, body.password))
    await storage.journal.add({ at: now(), location: link.location, who: link.member, what: 'account.reset' })
    return c.body(null, 204)
  })
}
