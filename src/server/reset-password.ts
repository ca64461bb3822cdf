/** For somebody who lost their password: `node src/server/reset-password.ts <e-mail>` prints a link that works once. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'

import { makeAccounts } from './accounts/accounts.ts'
import { makeLink } from './accounts/links.ts'
import { secretKey } from './accounts/secretKey.ts'
import { readConfig } from './config.ts'
import { openErasedLog } from './storage/erasedLog.ts'
import { openSqlite } from './storage/sqlite.ts'

function giveUp(...sentences: string[]): never {
  for (const sentence of sentences) console.error(sentence)
  process.exit(64)
}

const email = process.argv[2]?.trim()
if (!email) giveUp('Say whose password: node src/server/reset-password.ts name@example.org')
const read = readConfig(process.env)
if ('wrong' in read) giveUp(...read.wrong)
const { dataDir, origin, port } = read.config
const file = join(dataDir, 'waarheen.db')
if (!existsSync(file)) giveUp(`There is no database in ${dataDir}. Set DATA_DIR as for the server.`)

// the server may run meanwhile: one row is written, and SQLite lets one write at a time
const storage = await openSqlite(file, openErasedLog(join(dataDir, 'erased.log')))
const accounts = await makeAccounts({ db: storage.db, secret: secretKey(dataDir), now: Date.now })
const id = await accounts.find(email)
const member = id && (await storage.db.selectFrom('members').selectAll().where('id', '=', id).executeTakeFirst())
if (!member || member.endedAt !== null) giveUp('Nobody signs in with that address.')

const { name, role, location } = member
const link = { kind: 'password', member: member.id, name, role, location } as const
const { token } = await makeLink(storage.db, link, Date.now())
await storage.journal.add({ at: Date.now(), location, who: null, what: 'account.resetLink', object: member.id })
await storage.close()
console.log(`This link sets a new password for ${name}, once, within a day:`)
console.log(`  ${origin ?? `http://localhost:${port}`}/desk/#reset=${token}`)
