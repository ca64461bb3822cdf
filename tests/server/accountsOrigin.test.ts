import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { cookieOf, type PeopleServer, withPeople } from './withPeople.ts'

const password = 'een lange zin om mee te openen'
const signIn = { email: 'fatma@example.org', password }

let server: PeopleServer
let cookie: string
beforeAll(async () => {
  server = await withPeople()
  const token = (await server.people.setupToken())!
  cookie = cookieOf(await server.ask('POST', '/v1/desk/setup', { token, name: 'Fatma', ...signIn }))
})
afterAll(() => server.remove())

describe('another website in the same browser', () => {
  const others: [string, Record<string, string>][] = [
    ['a foreign origin', { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }],
    ['a foreign origin that hides its site', { origin: 'https://evil.example', 'sec-fetch-site': '' }],
    ['a sister site', { 'sec-fetch-site': 'same-site' }],
    ['a form in text/plain', { 'content-type': 'text/plain' }],
    ['a form', { 'content-type': 'application/x-www-form-urlencoded' }]
  ]
  const mutations: [string, string, unknown][] = [
    ['POST', '/v1/desk/setup', {}],
    ['POST', '/v1/desk/sign-in', signIn],
    ['POST', '/v1/desk/sign-out', {}],
    ['POST', '/v1/desk/reset', {}],
    ['POST', '/v1/desk/location', {}],
    ['PUT', '/v1/desk/location', {}],
    ['POST', '/v1/desk/devices', { id: 'A'.repeat(22), name: 'x', publicKey: 'A'.repeat(87) }],
    ['POST', '/v1/desk/devices/A/share', { password: password }],
    ['PUT', '/v1/desk/devices/A/bundle', {}],
    ['DELETE', '/v1/desk/devices/A', {}],
    ['POST', '/v1/desk/recovery/drill', {}],
    ['POST', '/v1/desk/recovery/bundle', {}],
    ['POST', '/v1/desk/invites', { name: 'Ali', role: 'coordinator' }],
    ['POST', '/v1/desk/invites/accept', {}],
    ['DELETE', '/v1/desk/members/A', {}]
  ]

  test.each(others)('%s changes nothing, whatever it asks', async (_, headers) => {
    const before = server.storage.raw.serialize()
    for (const [method, path, body] of mutations) {
      const answer = await server.ask(method, path, body, cookie, headers)
      expect([403, 415], `${method} ${path}`).toContain(answer.status)
    }
    expect(server.storage.raw.serialize().equals(before)).toBe(true)
  })

  test('no origin at all changes nothing either', async () => {
    const headers = { 'content-type': 'application/json', cookie }
    const url = 'http://localhost:8080/v1/desk/sign-out'
    expect((await server.send(url, { method: 'POST', headers })).status).toBe(403)
    expect((await server.ask('GET', '/v1/desk/me', undefined, cookie)).status).toBe(200)
  })
})
