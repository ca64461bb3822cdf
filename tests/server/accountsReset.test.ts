import { spawnSync } from 'node:child_process'
import { afterEach, beforeEach, expect, test } from 'vitest'

import { cookieOf, type PeopleServer, withPeople } from './withPeople.ts'

const email = 'fatma@example.org'
const password = 'een lange zin om mee te openen'

let server: PeopleServer
beforeEach(async () => {
  server = await withPeople()
})
afterEach(() => server.remove())

/** What somebody types on the machine of the server. */
function command(...words: string[]) {
  const env = { ...process.env, DATA_DIR: server.dataDir, PORT: '8080' }
  const { status, stdout, stderr } = spawnSync(process.execPath, ['src/server/reset-password.ts', ...words], { env })
  return { status, out: stdout.toString(), wrong: stderr.toString() }
}

test('whoever runs the server can give a colleague a link for a new password, while the server runs', async () => {
  const token = await server.people.setupToken()
  const first = cookieOf(await server.ask('POST', '/v1/desk/setup', { token, name: 'Fatma', email, password }))
  const { status, out } = command('Fatma@Example.org')
  expect(status).toBe(0)
  const link = /http:\/\/localhost:8080\/desk\/#reset=([\w-]{43})/.exec(out)
  const reset = { token: link?.[1], password: 'een nieuwe lange zin' }
  expect((await server.ask('POST', '/v1/desk/reset', reset)).status).toBe(204)
  expect((await server.ask('GET', '/v1/desk/me', undefined, first)).status).toBe(401)
  expect((await server.ask('POST', '/v1/desk/sign-in', { email, password: reset.password })).status).toBe(200)
})

test('there is no link for an address that nobody signs in with', () => {
  const { status, out, wrong } = command('nobody@example.org')
  expect([status, out]).toEqual([64, ''])
  expect(wrong).toContain('Nobody signs in with that address.')
})
