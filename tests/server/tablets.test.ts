import { afterEach, beforeEach, describe, expect, test } from 'vitest'

import type { Member } from '#server/member.ts'
import type { Enrolled } from '#wire/tablet.ts'
import type { TabletLink, Tablets } from '#wire/tablets.ts'

import { type APostRoom, aPlace, aPostRoom, anEnvelope, newId, START } from './world.ts'

const MINUTE = 60_000

let room: APostRoom
let chris: Member
beforeEach(async () => {
  room = await aPostRoom({ limits: { envelopesPerAddress: 2, envelopesPerTablet: 3, envelopesPerLocation: 2 } })
  chris = await room.colleague('Chris', 'coordinator')
})
afterEach(() => room.remove())

const json = async <T>(answer: Response) => (await answer.json()) as T
const code = async (answer: Response) => [answer.status, (await json<{ code: string }>(answer)).code]

async function aLink(name = 'Tablet at the window', who = chris): Promise<TabletLink> {
  const answer = await room.ask('POST', '/v1/desk/tablets', { who, body: { name } })
  expect(answer.status).toBe(201)
  return json(answer)
}
const enrol = (token: string, location = room.location) =>
  room.ask('POST', '/v1/tablets', { body: { location, token }, from: '203.0.113.9' })
const aTablet = async () => json<Enrolled>(await enrol((await aLink()).token))

const quiet = { waiting: 0, oldestAt: null, parked: 0, version: 'abc' }
const bearer = (secret: string) => ({ authorization: `Bearer ${secret}` })
const beat = (secret: string, told: object = {}) =>
  room.ask('POST', '/v1/tablets/heartbeat', { body: { ...quiet, ...told }, headers: bearer(secret) })
const listed = async (who = chris) => json<Tablets>(await room.ask('GET', '/v1/desk/tablets', { who }))

describe('a tablet', () => {
  test('is made by a link that a coordinator makes, and gets its name and a secret of its own', async () => {
    const tablet = await aTablet()
    expect(tablet).toEqual({
      id: expect.stringMatching(/^[\w-]{22}$/),
      name: 'Tablet at the window',
      secret: expect.stringMatching(/^[\w-]{43}$/)
    })
    const other = await aTablet()
    expect(other.secret).not.toBe(tablet.secret)
    expect((await listed()).tablets.map(i => i.id)).toEqual([tablet.id, other.id])
  })

  test('cannot be made twice with one link, nor with one that is ten minutes old, nor with a guess', async () => {
    const { token, expiresAt } = await aLink()
    expect(expiresAt).toBe(START + 10 * MINUTE)
    expect((await enrol(token)).status).toBe(201)
    expect(await code(await enrol(token))).toEqual([409, 'already-used'])
    expect(await code(await enrol(newId(32)))).toEqual([401, 'wrong-secret'])
    const late = await aLink()
    room.clock.pass(10 * MINUTE)
    expect(await code(await enrol(late.token))).toEqual([410, 'gone'])
  })

  test('of two that race with one link, is one', async () => {
    const { token } = await aLink()
    const answers = await Promise.all([enrol(token), enrol(token), enrol(token)])
    expect(answers.map(i => i.status).toSorted((a, b) => a - b)).toEqual([201, 409, 409])
  })

  test('is never made for another place than the link was made for, and the link stays good', async () => {
    const elsewhere = await aPlace(room.storage)
    const { token } = await aLink()
    expect(await code(await enrol(token, elsewhere))).toEqual([401, 'wrong-secret'])
    expect((await enrol(token)).status).toBe(201)
  })

  test('leaves neither token nor secret in the database', async () => {
    const { token } = await aLink()
    const { secret } = await json<Enrolled>(await enrol(token))
    const rows = [
      await room.storage.db.selectFrom('tablets').selectAll().execute(),
      await room.storage.db.selectFrom('tabletLinks').selectAll().execute(),
      await room.storage.db.selectFrom('journal').selectAll().execute()
    ]
    expect(JSON.stringify(rows)).not.toContain(token)
    expect(JSON.stringify(rows)).not.toContain(secret)
  })
})

describe('what a tablet tells', () => {
  test('stands on the desk: how many cards wait, since when, which version, and when it was last heard', async () => {
    const { secret, id } = await aTablet()
    expect((await listed()).tablets).toEqual([expect.objectContaining({ id, lastSeenAt: null, version: null })])
    room.clock.pass(5 * MINUTE)
    const answer = await beat(secret, { waiting: 3, oldestAt: START + MINUTE, parked: 1 })
    expect(await answer.json()).toEqual({ now: START + 5 * MINUTE })
    expect((await listed()).tablets).toEqual([
      {
        id,
        name: 'Tablet at the window',
        enrolledAt: START,
        revokedAt: null,
        lastSeenAt: START + 5 * MINUTE,
        waiting: 3,
        oldestAt: START + MINUTE,
        parked: 1,
        version: 'abc'
      }
    ])
  })

  test('is not believed where it lies in the future, and is refused where it is nonsense', async () => {
    const { secret } = await aTablet()
    await beat(secret, { waiting: 1, oldestAt: START + 1000 * MINUTE })
    expect((await listed()).tablets[0]!.oldestAt).toBe(START)
    for (const wrong of [{ waiting: -1 }, { waiting: '1' }, { oldestAt: 1.5 }, { version: '' }, { name: 'Mo' }])
      expect((await beat(secret, wrong)).status).toBe(422)
  })

  test('is heard by open desks only when the count changes, and never fills the journal', async () => {
    const told: string[] = []
    const { secret } = await aTablet()
    const deaf = room.storage.events.listen(event => void told.push(event.kind))
    for (const waiting of [0, 0, 2, 2, 0]) await beat(secret, { waiting })
    deaf()
    // the first contact, two cards, none
    expect(told).toEqual(['team', 'team', 'team'])
    const journal = await room.storage.db.selectFrom('journal').select('what').execute()
    expect(journal.map(i => i.what)).toEqual(['tablet.link', 'tablet.enrol'])
  })

  test('counts from its own secret only', async () => {
    await aTablet()
    expect(await code(await beat(newId(32)))).toEqual([401, 'wrong-secret'])
    const bare = await room.ask('POST', '/v1/tablets/heartbeat', { body: quiet })
    expect(await code(bare)).toEqual([401, 'wrong-secret'])
  })
})

describe('a revoked tablet', () => {
  test('is told so, and stays in the list with what it says of the cards that still wait on it', async () => {
    const { secret, id } = await aTablet()
    await beat(secret, { waiting: 2, oldestAt: START })
    const told: string[] = []
    const deaf = room.storage.events.listen(event => void told.push(event.kind))
    const answer = await room.ask('DELETE', `/v1/desk/tablets/${id}`, { who: chris })
    deaf()
    expect([answer.status, told]).toEqual([204, ['team']])
    expect((await listed()).tablets).toEqual([expect.objectContaining({ id, revokedAt: START, waiting: 2 })])
    expect(await code(await beat(secret, { waiting: 1, oldestAt: START }))).toEqual([410, 'gone'])
    expect((await listed()).tablets).toEqual([expect.objectContaining({ id, revokedAt: START, waiting: 1 })])
    expect(await code(await beat(secret))).toEqual([410, 'gone'])
    expect((await listed()).tablets).toEqual([expect.objectContaining({ waiting: 0, oldestAt: null })])
    const [row] = await room.storage.db.selectFrom('journal').selectAll().where('what', '=', 'tablet.revoke').execute()
    expect(row).toMatchObject({ who: chris.id, location: room.location, object: id })
  })

  test('still brings the cards that waited on it, as anybody may', async () => {
    const { secret, id } = await aTablet()
    await room.ask('DELETE', `/v1/desk/tablets/${id}`, { who: chris })
    const card = anEnvelope({ location: room.location })
    expect((await room.put(card, { headers: bearer(secret) })).status).toBe(201)
    expect(await room.state(card.id)).toBe('received')
  })

  test("of another place looks exactly like one that does not exist, and stays that place's", async () => {
    const elsewhere = await aPlace(room.storage)
    const eva = await room.colleague('Eva', 'coordinator', elsewhere)
    const { id, secret } = await aTablet()
    const [theirs, none] = await Promise.all(
      [id, newId()].map(i => room.ask('DELETE', `/v1/desk/tablets/${i}`, { who: eva }))
    )
    const whole = async (answer: Response) => [answer.status, await answer.text(), ...answer.headers]
    expect(await whole(theirs!)).toEqual(await whole(none!))
    expect(theirs!.status).toBe(404)
    expect((await beat(secret)).status).toBe(200)
    expect(await listed(eva)).toEqual({ tablets: [], links: [] })
  })
})

describe('the team', () => {
  test('sees tablets and open links, but only a coordinator makes and revokes', async () => {
    const ria = await room.colleague('Ria')
    const { id } = await aTablet()
    const { expiresAt } = await aLink('Tablet at the door')
    expect(await listed(ria)).toMatchObject({ tablets: [{ id }], links: [{ name: 'Tablet at the door', expiresAt }] })
    expect((await room.ask('POST', '/v1/desk/tablets', { who: ria, body: { name: 'x' } })).status).toBe(403)
    expect((await room.ask('DELETE', `/v1/desk/tablets/${id}`, { who: ria })).status).toBe(403)
    room.clock.pass(10 * MINUTE)
    expect((await listed(ria)).links).toEqual([])
  })
})

describe('a crowd at the same address', () => {
  const put = (headers: Record<string, string> = {}) => room.put(anEnvelope({ location: room.location }), { headers })
  const statuses = async (times: number, headers?: Record<string, string>) => {
    const all: number[] = []
    for (let i = 0; i < times; i++) all.push((await put(headers)).status)
    return all
  }

  test('cannot use up what the tablet of the place may send, by address nor by place', async () => {
    const { secret } = await aTablet()
    expect(await statuses(4)).toEqual([201, 201, 429, 429])
    expect(await statuses(4, bearer(secret))).toEqual([201, 201, 201, 429])
  })

  test('is not joined by a tablet: what it sends leaves the crowd its own', async () => {
    const { secret } = await aTablet()
    await statuses(3, bearer(secret))
    expect(await statuses(3)).toEqual([201, 201, 429])
  })

  test('gets nothing by a made-up or a revoked secret', async () => {
    const { secret, id } = await aTablet()
    await room.ask('DELETE', `/v1/desk/tablets/${id}`, { who: chris })
    expect(await statuses(3, bearer(newId(32)))).toEqual([201, 201, 429])
    expect(await statuses(1, bearer(secret))).toEqual([429])
  })
})
