import { expect, test } from 'vitest'

import { deliver } from '#outbox/deliver.ts'
import { envelopeRow, withdrawalRow } from '#outbox/row.ts'
import { toBase64url } from '#wire/bytes.ts'
import { sha256 } from '#wire/digest.ts'
import { type ProblemCode, problems } from '#wire/problem.ts'

import { problem } from './postRoom.ts'

const body = new Uint8Array(4252).fill(7)
const envelope = envelopeRow({ id: 'AAAAAAAAAAAAAAAAAAAAAA', location: 'here', body }, 0)
const withdrawal = withdrawalRow({ id: envelope.id, location: 'here', body: new Uint8Array(32) }, 0)
const bodySha256 = toBase64url(await sha256(body))
const receipt = { id: envelope.id, seq: 1, receivedAt: 2, bodySha256 }
const portal = () =>
  new Response('<!doctype html><h1>Welkom op ons WiFi</h1>', { headers: { 'content-type': 'text/html' } })

const sent = (row = envelope, answer: (request: RequestInit) => Response | Promise<Response>) =>
  deliver(row, { fetch: async (_path, request) => answer(request!), now: () => 0, timeout: 30 })

test('the server that names the hash of our bytes has them', async () => {
  expect(await sent(envelope, () => Response.json(receipt, { status: 201 }))).toEqual({ kind: 'delivered', receipt })
  expect(await sent(envelope, () => Response.json(receipt))).toMatchObject({ kind: 'delivered' })
})

const lies: [string, () => Response | Promise<Response>][] = [
  ['the sign-in page of a café', portal],
  ['a page of HTML that says 201', () => new Response('<p>ok</p>', { status: 201 })],
  ['an empty 200', () => new Response('')],
  ['a 204', () => new Response(null, { status: 204 })],
  ['a receipt for other bytes', () => Response.json({ ...receipt, bodySha256: toBase64url(new Uint8Array(32)) })],
  ['a receipt for another id', () => Response.json({ ...receipt, id: 'BAAAAAAAAAAAAAAAAAAAAA' })],
  ['half a receipt', () => new Response(JSON.stringify(receipt).slice(0, 40), { status: 201 })],
  ['a receipt without a number', () => Response.json({ ...receipt, seq: '1' })],
  ['a right receipt with the wrong status', () => Response.json(receipt, { status: 202 })],
  ['an endless answer', () => new Response('x', { headers: { 'content-length': '99999999' } })],
  ['a connection that breaks', () => Promise.reject(new TypeError('reset'))],
  ['a server that never answers', () => new Promise<Response>(() => {})],
  ['a body that never ends', () => new Response(new ReadableStream({ start: c => c.enqueue(new Uint8Array([123])) }))]
]

test.each(lies)('%s is no receipt, and the card waits', async (_what, answer) => {
  expect(await sent(envelope, answer)).toMatchObject({ kind: 'waiting' })
  expect(await sent(withdrawal, answer)).toMatchObject({ kind: 'waiting' })
})

test.each([403, 404, 409, 410, 413, 422, 451, 511])(
  'a proxy that says %i in HTML costs nobody their card',
  async status => {
    const proxied = () => new Response('<h1>Geen toegang</h1>', { status })
    expect(await sent(envelope, proxied)).toMatchObject({ kind: 'waiting' })
    expect(await sent(withdrawal, proxied)).toMatchObject({ kind: 'waiting' })
  }
)

test('a problem whose status does not fit its answer is not ours', async () => {
  const forged = Response.json({ type: '', title: '', status: 410, code: 'gone' }, { status: 200 })
  expect(await sent(envelope, () => forged)).toMatchObject({ kind: 'waiting' })
})

const passing: ProblemCode[] = ['too-many', 'server-error', 'storage-full', 'unavailable', 'not-signed-in']

test.each(Object.keys(problems) as ProblemCode[])('our own refusal "%s" is for good only when it is', async code => {
  const outcome = await sent(envelope, () => problem(code))
  if (passing.includes(code) || code === 'wrong-secret')
    expect(outcome).toMatchObject({ kind: 'waiting', silent: false })
  else expect(outcome).toEqual({ kind: 'refused', code })
})

test('a withdrawal with the wrong secret is refused once and not guessed again', async () => {
  expect(await sent(withdrawal, () => problem('wrong-secret'))).toEqual({ kind: 'refused', code: 'wrong-secret' })
})

test('a withdrawal counts when the server names its id', async () => {
  const answer = (id: string, state: string, status: number) => () => Response.json({ id, state }, { status })
  expect(await sent(withdrawal, answer(envelope.id, 'withdrawn', 200))).toEqual({
    kind: 'delivered',
    withdrawn: 'withdrawn'
  })
  expect(await sent(withdrawal, answer(envelope.id, 'unknown', 202))).toEqual({
    kind: 'delivered',
    withdrawn: 'unknown'
  })
  expect(await sent(withdrawal, answer('other', 'withdrawn', 200))).toMatchObject({ kind: 'waiting' })
})

test('the server may ask for patience', async () => {
  expect(await sent(envelope, () => problem('too-many', { 'retry-after': '120' }))).toMatchObject({ wait: 120_000 })
  expect(await sent(envelope, () => problem('unavailable', { 'retry-after': '7' }))).toMatchObject({ wait: 7_000 })
})

test('what leaves carries no cookie, follows no other address and is kept by no cache', async () => {
  const seen: RequestInit[] = []
  await sent(envelope, request => {
    seen.push(request)
    return Response.json(receipt)
  })
  expect(seen[0]).toMatchObject({ method: 'PUT', credentials: 'omit', redirect: 'error', cache: 'no-store' })
  expect(seen[0]!.body).toEqual(body)
})
