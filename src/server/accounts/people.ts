import { setTimeout } from 'node:timers/promises'

import { makeAccounts } from './accounts.ts'
import { makeDelays } from './delays.ts'
import { makeLink } from './links.ts'
import { addAccountRoutes } from './routes.ts'
import { secretKey } from './secretKey.ts'
import { makeSessionEnds } from './sessionEnds.ts'
import type { World } from './world.ts'
import type { Config } from '../config.ts'
import { addressOf } from '../http/address.ts'
import { problem } from '../http/problem.ts'
import type { People } from '../member.ts'
import type { Storage } from '../storage/storage.ts'
import { addDeviceRoutes } from '../team/deviceRoutes.ts'
import { addLocationRoutes } from '../team/locationRoutes.ts'
import { addTeamRoutes } from '../team/routes.ts'
import { makeSheetProofs } from '../team/sheetProofs.ts'

interface Needs {
  readonly storage: Storage
  readonly config: Pick<Config, 'dataDir' | 'trustedProxies' | 'limits'>
  readonly now: () => number
  /** Signs the session cookies. */
  readonly secret?: string
  /** How guessing is slowed down; a test need not wait. */
  readonly sleep?: (milliseconds: number) => Promise<void>
}

/**
 * Everything about professionals: accounts, sessions, team, location and devices.
 *
 * @throws when the key file or the tables of the accounts cannot be made.
 */
export async function makePeople({
  storage,
  config,
  now,
  secret = secretKey(config.dataDir),
  sleep = i => setTimeout(i)
}: Needs): Promise<People> {
  const { db } = storage
  const accounts = await makeAccounts({ db, secret, now })
  const world: World = {
    storage,
    accounts,
    ends: makeSessionEnds(),
    delays: makeDelays({ now, sleep, freeTries: config.limits.secretsPerAddress }),
    now,
    addressOf: addressOf(config.trustedProxies)
  }
  const sheets = makeSheetProofs(now)
  const members = () => db.selectFrom('members')

  // an account without access is left when the power went between two steps: it may hold nobody's address
  const known = await members().select('id').where('endedAt', 'is', null).execute()
  const active = new Set(known.map(member => member.id))
  for (const id of await accounts.everybody()) if (!active.has(id)) await accounts.remove(id)

  const requireMember: People['requireMember'] = async (c, next) => {
    const session = await accounts.session(c.req.raw.headers)
    const member = session && (await members().selectAll().where('id', '=', session.member).executeTakeFirst())
    if (!session || !member || member.endedAt !== null) return problem('not-signed-in')
    const { id, name, role, location } = member
    c.set('member', { id, name, role, location, sessionId: session.id, endsAt: session.endsAt })
    return next()
  }

  return {
    requireMember,
    onSessionEnd: (session, close) => world.ends.on(session, close),
    addRoutes(app) {
      addAccountRoutes(app, world)
      addTeamRoutes(app, world, requireMember)
      addLocationRoutes(app, world, requireMember, sheets)
      addDeviceRoutes(app, world, requireMember, sheets)
    },
    async setupToken() {
      if (await members().select('id').limit(1).executeTakeFirst()) return null
      return (await makeLink(db, { kind: 'setup', name: '', role: 'coordinator' }, now())).token
    }
  }
}
