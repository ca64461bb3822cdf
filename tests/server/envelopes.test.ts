import { randomBytes } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'

import { BODY_LIMIT, ENVELOPE_LENGTH } from '#wire/envelope.ts'
import { toBase64url } from '#wire/bytes.ts'
import { type Problem, isProblem } from '#wire/problem.ts'
import { isReceipt } from '#wire/receipt.ts'
import { isStatesAnswer, isWithdrawalAnswer } from '#wire/states.ts'

import { type APostRoom, aPostRoom, anEnvelope, DAY, newId, sha256, START } from './world.ts'

let room: APostRoom
beforeEach(async () => {
  room = await aPostRoom()
})
afterEach(() => room.remove())

async function refusal(response: Response): Promise<[number, string, string?]> {
  expect(response.headers.get('content-type')).toBe('application/problem+json')
  const problem = (await response.json()) as Problem
  expect(isProblem(problem)).toBe(true)
  expect(problem.status).toBe(response.status)
  return problem.detail ? [problem.status, problem.code, problem.detail] : [problem.status, problem.code]
}
const stored = async () => (await room.storage.queue.page(room.location, 0, 50)).items.length

describe('an envelope', () => {
  test('gets a receipt that proves what was stored, and the same one each time it comes again', async () => {
    const envelope = anEnvelope({ location: room.location })
    const first = await room.put(envelope)
    expect(first.status).toBe(201)
    const receipt: unknown = await first.json()
    expect(isReceipt(receipt)).toBe(true)
    expect(receipt).toEqual({
      id: envelope.id,
      seq: 1,
      receivedAt: START,
      bodySha256: toBase64url(sha256(envelope.bytes))
    })
    room.clock.pass(60_000)
    const second = await room.put(envelope)
    expect(second.status).toBe(200)
    expect(await second.json()).toEqual(receipt)
  })

  test('is never overwritten: another with its id is refused', async () => {
    const envelope = anEnvelope({ location: room.location })
    await room.put(envelope)
    const other = anEnvelope({ location: room.location, id: Buffer.from(envelope.id, 'base64url') })
    expect(await refusal(await room.put(other))).toEqual([409, 'id-taken'])
    expect((await room.put(envelope)).status).toBe(200)
  })

  test('does not come back after its resident withdrew it', async () => {
    const envelope = anEnvelope({ location: room.location })
    await room.put(envelope)
    const answer = await room.withdraw(envelope)
    expect(answer.status).toBe(200)
    const withdrawn: unknown = await answer.json()
    expect(isWithdrawalAnswer(withdrawn)).toBe(true)
    expect(withdrawn).toEqual({ id: envelope.id, state: 'withdrawn' })
    expect(await refusal(await room.put(envelope))).toEqual([410, 'gone'])
    expect(await stored()).toBe(0)
  })

  test('is refused when its withdrawal came first', async () => {
    const envelope = anEnvelope({ location: room.location })
    const early = await room.withdraw(envelope)
    expect(early.status).toBe(202)
    expect(await early.json()).toEqual({ id: envelope.id, state: 'unknown' })
    expect(await refusal(await room.put(envelope))).toEqual([410, 'gone'])
  })

  test('is only withdrawn with the right secret, in the right shape', async () => {
    const envelope = anEnvelope({ location: room.location })
    await room.put(envelope)
    expect(await refusal(await room.withdraw(envelope, randomBytes(32)))).toEqual([401, 'wrong-secret'])
    const path = `/v1/envelopes/${envelope.id}`
    for (const body of [{}, { secret: 3 }, { secret: 'x' }, { secret: newId(31) }, null, []]) {
      expect(await refusal(await room.ask('DELETE', path, { body }))).toEqual([422, 'invalid-body'])
    }
    expect(await refusal(await room.ask('DELETE', path))).toEqual([400, 'bad-request', 'not JSON'])
    expect(await refusal(await room.ask('DELETE', '/v1/envelopes/x', { body: {} }))).toEqual([404, 'not-found'])
    expect(await stored()).toBe(1)
  })

  test('that has no right shape changes nothing', async () => {
    const { location } = room
    const good = anEnvelope({ location })
    const bent = (at: number, to: number) => {
      const bytes = good.bytes.slice()
      bytes[at] = to
      return room.put({ ...good, bytes })
    }
    const short = { ...good, bytes: good.bytes.slice(1) }
    const long = { ...good, bytes: new Uint8Array(ENVELOPE_LENGTH + 1) }
    expect(await refusal(await room.put(short))).toEqual([422, 'not-an-envelope', 'length'])
    expect(await refusal(await room.put(long))).toEqual([422, 'not-an-envelope', 'length'])
    expect(await refusal(await bent(0, 0))).toEqual([422, 'not-an-envelope', 'magic'])
    expect(await refusal(await bent(2, 2))).toEqual([422, 'not-an-envelope', 'version'])
    expect(await refusal(await bent(3, 9))).toEqual([422, 'not-an-envelope', 'suite'])
    expect(await refusal(await bent(42, 2))).toEqual([422, 'not-an-envelope', 'flags'])
    expect(await refusal(await bent(75, 3))).toEqual([422, 'not-an-envelope', 'key'])
    expect(await refusal(await room.put({ ...good, id: newId() }))).toEqual([422, 'id-differs'])
    expect(await refusal(await room.put(anEnvelope({ location: newId() })))).toEqual([422, 'unknown-location'])
    expect(await refusal(await room.put(anEnvelope({ location, epoch: 1 })))).toEqual([422, 'unknown-epoch'])
    const text = { 'content-type': 'application/json' }
    expect(await refusal(await room.put(good, { headers: text }))).toEqual([415, 'wrong-type'])
    const plain = { bytes: Buffer.from('{"answer":"I want to work"}') }
    expect(await refusal(await room.put(good, plain))).toEqual([422, 'not-an-envelope', 'length'])
    expect(await stored()).toBe(0)
  })

  test('that is too large is refused, by its announced length or while it streams', async () => {
    const good = anEnvelope({ location: room.location })
    const announced = { 'content-length': String(BODY_LIMIT + 1) }
    expect(await refusal(await room.put(good, { headers: announced }))).toEqual([413, 'too-large'])
    let read = 0
    const endless = new ReadableStream<Uint8Array>(
      {
        pull(controller) {
          read += 8192
          controller.enqueue(new Uint8Array(8192))
        }
      },
      { highWaterMark: 0 }
    )
    const headers = { 'content-type': 'application/octet-stream' }
    const init = { method: 'PUT', headers, body: endless, duplex: 'half' } as RequestInit
    expect(await refusal(await room.app.request(`/v1/envelopes/${good.id}`, init))).toEqual([413, 'too-large'])
    expect(read).toBeLessThanOrEqual(64 * 1024)
  })
})

describe('states', () => {
  test('are told per id, unknown for what the server never saw', async () => {
    const envelope = anEnvelope({ location: room.location })
    await room.put(envelope)
    const unseen = newId()
    const response = await room.ask('POST', '/v1/envelopes/states', { body: { ids: [envelope.id, unseen] } })
    const answer: unknown = await response.json()
    expect(isStatesAnswer(answer)).toBe(true)
    expect(answer).toEqual({ states: { [envelope.id]: 'received', [unseen]: 'unknown' } })
  })

  test('are not told about what is no id, nor about more than a hundred', async () => {
    const many = Array.from({ length: 101 }, () => newId())
    for (const body of [{}, { ids: [] }, { ids: 'x' }, { ids: ['x'] }, { ids: ['__proto__'] }, { ids: many }, null]) {
      expect(await refusal(await room.ask('POST', '/v1/envelopes/states', { body }))).toEqual([422, 'invalid-body'])
    }
  })

  test('follow a card to its end by the clock of the server', async () => {
    const envelope = anEnvelope({ location: room.location })
    await room.put(envelope)
    room.clock.pass(90 * DAY)
    await room.storage.erasing.expired(room.clock.now())
    expect(await room.state(envelope.id)).toBe('expired')
    expect(await refusal(await room.put(envelope))).toEqual([410, 'gone'])
  })
})

describe('limits', () => {
  test('an address that sends too much waits, and another does not', async () => {
    const own = await aPostRoom({ limits: { envelopesPerAddress: 3 } })
    const send = (from: string) => own.put(anEnvelope({ location: own.location }), { from })
    for (let i = 0; i < 3; i++) expect((await send('192.0.2.1')).status).toBe(201)
    const refused = await send('192.0.2.1')
    expect(refused.headers.get('retry-after')).toBe('1200')
    expect(await refusal(refused)).toEqual([429, 'too-many'])
    expect((await send('192.0.2.2')).status).toBe(201)
    own.clock.pass(1200_000)
    expect((await send('192.0.2.1')).status).toBe(201)
    await own.remove()
  })

  test('a location takes so many an hour, whoever sends them', async () => {
    const own = await aPostRoom({ limits: { envelopesPerLocation: 2 } })
    const send = (from: string) => own.put(anEnvelope({ location: own.location }), { from })
    expect((await send('192.0.2.1')).status).toBe(201)
    expect((await send('192.0.2.2')).status).toBe(201)
    expect(await refusal(await send('192.0.2.3'))).toEqual([429, 'too-many'])
    await own.remove()
  })

  test('guesses at withdrawals and questions about states are counted apart', async () => {
    const own = await aPostRoom({ limits: { withdrawalsPerAddress: 1, statesPerAddress: 1 } })
    expect((await own.withdraw(anEnvelope({ location: own.location }))).status).toBe(202)
    expect(await refusal(await own.withdraw(anEnvelope({ location: own.location })))).toEqual([429, 'too-many'])
    expect(await own.state(newId())).toBe('unknown')
    const again = await own.ask('POST', '/v1/envelopes/states', { body: { ids: [newId()] } })
    expect(await refusal(again)).toEqual([429, 'too-many'])
    await own.remove()
  })

  test('a forwarded address counts only from a proxy that is trusted', async () => {
    const limits = { envelopesPerAddress: 1 }
    const open = await aPostRoom({ limits })
    const behind = await aPostRoom({ limits, config: { trustedProxies: ['10.0.0.1'] } })
    for (const [own, second] of [
      [open, 429],
      [behind, 201]
    ] as const) {
      const send = (address: string) => {
        const headers = { 'x-forwarded-for': `203.0.113.9, ${address}` }
        return own.put(anEnvelope({ location: own.location }), { headers, from: '::ffff:10.0.0.1' })
      }
      expect((await send('198.51.100.1')).status).toBe(201)
      expect((await send('198.51.100.2')).status).toBe(second)
      expect((await send('198.51.100.1')).status).toBe(429)
      await own.remove()
    }
  })

  test('a household with a whole IPv6 network is one address', async () => {
    const own = await aPostRoom({ limits: { envelopesPerAddress: 1 } })
    const send = (from: string) => own.put(anEnvelope({ location: own.location }), { from })
    expect((await send('2001:db8:1:2::7')).status).toBe(201)
    expect((await send('2001:db8:1:2:aaaa:bbbb:cccc:dddd')).status).toBe(429)
    expect((await send('2001:db8:1:3::7')).status).toBe(201)
    await own.remove()
  })
})

describe('a full disk', () => {
  test('is said, loses nothing that was acknowledged, and heals when there is room', async () => {
    const pages = Number(await pragma('page_count'))
    await pragma(`max_page_count = ${pages + 20}`)
    const kept: string[] = []
    let refused = anEnvelope({ location: room.location })
    for (let status = 201; status === 201;) {
      refused = anEnvelope({ location: room.location })
      const answer = await room.put(refused)
      status = answer.status
      if (status === 201) kept.push(refused.id)
      else expect(await refusal(answer)).toEqual([503, 'storage-full'])
    }
    expect(kept.length).toBeGreaterThan(0)
    for (const id of kept) expect(await room.state(id)).toBe('received')
    expect(await room.state(refused.id)).toBe('unknown')
    await pragma('max_page_count = 1000000')
    expect((await room.put(refused)).status).toBe(201)
    const rows = await room.storage.queue.page(room.location, 0, 50)
    expect(rows.items.map(i => i.seq)).toEqual(rows.items.map((_, at) => at + 1))
  })

  test('stops acts at the desk with the same words, and they succeed later', async () => {
    const ria = await room.colleague('Ria')
    const envelope = anEnvelope({ location: room.location })
    await room.put(envelope)
    await pragma(`max_page_count = ${Number(await pragma('page_count'))}`)
    const full = await fill()
    expect(await refusal(full)).toEqual([503, 'storage-full'])
    await pragma('max_page_count = 1000000')
    expect((await room.ask('POST', `/v1/desk/queue/${envelope.id}/claim`, { who: ria })).status).toBe(200)

    /** Claims and releases, each of which adds lines to the journal, until one does not fit. */
    async function fill(): Promise<Response> {
      for (;;) {
        const claimed = await room.ask('POST', `/v1/desk/queue/${envelope.id}/claim`, { who: ria })
        if (claimed.status !== 200) return claimed
        const { version } = (await claimed.json()) as { version: number }
        const released = await room.ask('POST', `/v1/desk/queue/${envelope.id}/release`, { who: ria, version })
        if (released.status !== 200) return released
      }
    }
  })

  async function pragma(text: string): Promise<unknown> {
    return (room.storage as unknown as { raw: { pragma(t: string, o: object): unknown } }).raw.pragma(text, {
      simple: true
    })
  }
})
