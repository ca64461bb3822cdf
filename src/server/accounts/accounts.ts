import { getAdapter } from 'better-auth/db/adapter'
import { getMigrations } from 'better-auth/db/migration'
import { type BetterAuthOptions, betterAuth } from 'better-auth/minimal'
import type { Kysely } from 'kysely'

import { hashTokens } from './hashedTokens.ts'
import { newSecret } from './secret.ts'
import type { AccountTables } from './tables.ts'
import type { Tables } from '../storage/schema.ts'

/** A session ends for good after this long, in seconds; there is no renewal. */
const SESSION = 10 * 60 * 60
/** `__Host-`: only over https or on localhost, only from this host, for the whole host. */
export const SESSION_COOKIE = '__Host-waarheen'

export interface Session {
  readonly id: string
  readonly member: string
  /** Milliseconds since 1970. */
  readonly endsAt: number
}

export interface SignedIn {
  readonly member: string
  /** The whole `Set-Cookie` line. */
  readonly cookie: string
}

/** Who may come in: all that the rest of the server knows about passwords and sessions. */
export type Accounts = Awaited<ReturnType<typeof makeAccounts>>

/**
 * better-auth in the server's own database. Its own HTTP routes are not mounted: ours call it, so that there is one
 * way in, with our origin check, our delays and our answers. Sign-up is closed; accounts are made from one-time links.
 *
 * @throws when the tables cannot be made.
 */
export async function makeAccounts({ db, secret, now }: { db: Kysely<Tables>; secret: string; now: () => number }) {
  const tables = db as unknown as Kysely<AccountTables>
  const options = {
    // only names cookies and tokens; every request is checked against its own host by our origin check
    baseURL: 'http://localhost',
    secret,
    logger: { disabled: true },
    telemetry: { enabled: false },
    emailAndPassword: { enabled: true, disableSignUp: true, maxPasswordLength: 200 },
    session: {
      expiresIn: SESSION,
      disableSessionRefresh: true,
      additionalFields: { deviceId: { type: 'string', required: false, input: false } }
    },
    advanced: {
      // no address or browser of a professional on disk; the delays keep addresses in memory only
      ipAddress: { disableIpTracking: true },
      defaultCookieAttributes: { secure: true, httpOnly: true, sameSite: 'strict', path: '/' },
      cookies: { session_token: { name: SESSION_COOKIE } }
    },
    databaseHooks: {
      session: {
        create: {
          before: async session => ({
            data: { ...session, token: newSecret(), userAgent: '', createdAt: new Date(now()) }
          })
        }
      }
    }
  } satisfies BetterAuthOptions

  const database = { db, type: 'sqlite' } as const
  await (await getMigrations({ ...options, database })).runMigrations()
  const adapter = hashTokens(await getAdapter({ ...options, database }))
  const auth = betterAuth({ ...options, database: () => adapter })
  const { internalAdapter, password } = await auth.$context

  return {
    /** Makes an account that can sign in, or says that this address has one. */
    async create(person: { name: string; email: string; password: string }): Promise<{ id: string } | 'email-taken'> {
      if (await internalAdapter.findUserByEmail(person.email)) return 'email-taken'
      const hashed = await password.hash(person.password)
      const user = await internalAdapter.createUser(
        { name: person.name, email: person.email },
        { method: 'one-time-link' }
      )
      await internalAdapter.linkAccount({
        userId: user.id,
        providerId: 'credential',
        accountId: user.id,
        password: hashed
      })
      return { id: user.id }
    },

    /** One answer and the same work for an unknown address and a wrong password: the hash always runs. */
    async signIn(email: string, secretWord: string): Promise<SignedIn | 'wrong-secret'> {
      await tables
        .deleteFrom('session')
        .where('createdAt', '<', new Date(now() - SESSION * 1000).toISOString())
        .execute()
      try {
        const { headers, response } = await auth.api.signInEmail({
          body: { email, password: secretWord },
          headers: new Headers(),
          returnHeaders: true
        })
        return { member: response.user.id, cookie: headers.getSetCookie().join(', ') }
      } catch (error) {
        if ((error as { statusCode?: number }).statusCode === 401) return 'wrong-secret'
        throw error
      }
    },

    /** Who sends this request, or undefined. A session lives ten hours by the server's clock, whatever its cookie says. */
    async session(headers: Headers): Promise<Session | undefined> {
      const cookie = headers.get('cookie')
      if (!cookie?.includes(SESSION_COOKIE)) return undefined
      const found = await auth.api.getSession({ headers: new Headers({ cookie }) })
      if (!found) return undefined
      const { id, userId, createdAt } = found.session
      const endsAt = createdAt.getTime() + SESSION * 1000
      return endsAt <= now() ? undefined : { id, member: userId, endsAt }
    },

    /** The `Set-Cookie` line that empties the browser's cookie. */
    async signOut(headers: Headers): Promise<string> {
      const answer = await auth.api.signOut({
        headers: new Headers({ cookie: headers.get('cookie') ?? '' }),
        returnHeaders: true
      })
      return answer.headers.getSetCookie().find(line => line.startsWith(SESSION_COOKIE)) ?? ''
    },

    /** The address someone signs in with. */
    async email(member: string): Promise<string | undefined> {
      return (await internalAdapter.findUserById(member))?.email
    },

    /** Whose address this is. */
    async find(email: string): Promise<string | undefined> {
      return (await internalAdapter.findUserByEmail(email))?.user.id
    },

    /** All accounts there are. */
    async everybody(): Promise<string[]> {
      return (await tables.selectFrom('user').select('id').execute()).map(user => user.id)
    },

    /** Is this really the person of the session? Runs the hash even when there is no account any more. */
    async prove(member: string, secretWord: string): Promise<boolean> {
      const account = await internalAdapter.findCredentialAccount(member)
      if (account?.password) return password.verify({ hash: account.password, password: secretWord })
      await password.hash(secretWord)
      return false
    },

    /** A new password; all sessions of the old one end. Answers the ids of the ended sessions. */
    async setPassword(member: string, secretWord: string): Promise<string[]> {
      await internalAdapter.updatePassword(member, await password.hash(secretWord))
      return this.end({ member })
    },

    /** Binds a session to the device that took its key share, so that revoking the device ends it. */
    async bind(session: string, device: string): Promise<void> {
      await tables.updateTable('session').set({ deviceId: device }).where('id', '=', session).execute()
    },

    /** The device that took its key share in this session. */
    async deviceOf(session: string): Promise<string | null> {
      const found = await tables.selectFrom('session').select('deviceId').where('id', '=', session).executeTakeFirst()
      return found?.deviceId ?? null
    },

    /** Ends sessions at once. Answers their ids, so that open streams can be cut too. */
    async end(which: { member: string } | { device: string }): Promise<string[]> {
      const gone = await tables
        .deleteFrom('session')
        .where('member' in which ? 'userId' : 'deviceId', '=', 'member' in which ? which.member : which.device)
        .returning('id')
        .execute()
      return gone.map(session => session.id)
    },

    /** Takes an account away with its password and sessions. Answers the ids of the ended sessions. */
    async remove(member: string): Promise<string[]> {
      const ended = await this.end({ member })
      await internalAdapter.deleteUser(member)
      return ended
    }
  }
}
