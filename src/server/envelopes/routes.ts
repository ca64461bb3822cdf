import type { Context } from 'hono'

import { fromBase64url } from '#wire/bytes.ts'
import { BODY_LIMIT, type Header, readHeader } from '#wire/envelope.ts'
import { STATES_LIMIT, type StatesAnswer, type StatesQuestion, type Withdrawal } from '#wire/states.ts'

import type { Deps, Gates } from '../deps.ts'
import { answer } from '../http/answer.ts'
import { readBytes, readJson } from '../http/body.ts'
import { header } from '../http/header.ts'
import { isId } from '../http/id.ts'
import { problem, tooMany } from '../http/problem.ts'
import { guarded } from '../http/guarded.ts'
import type { App } from '../member.ts'
import { base64url, sha256 } from '../storage/hash.ts'
import { trustedTablet } from '../tablets/bearer.ts'

/** What a resident's device says: here is an envelope, take it back, what became of it. */
export function envelopeRoutes(app: App, { storage, now }: Deps, gates: Gates): void {
  /** A tablet of a place counts for itself: a library full of phones at the same address does not stop its cards. */
  async function sender(c: Context) {
    const tablet = await trustedTablet(storage.db, c)
    return { tablet: tablet !== undefined, key: tablet ? `tablet ${tablet.id}` : gates.addressOf(c) }
  }

  app.put('/v1/envelopes/:id', async c => {
    const { tablet, key } = await sender(c)
    const allowed = tablet ? gates.tablets(key) : gates.envelopes(key)
    if (allowed !== 'allowed') return tooMany(allowed)
    if (header(c, 'content-type') !== 'application/octet-stream') return problem('wrong-type')
    const bytes = await readBytes(c, BODY_LIMIT)
    if (bytes === 'too-large') return problem('too-large', { headers: { connection: 'close' } })
    if (bytes === 'unreadable') return problem('bad-request')
    const outside = readHeader(bytes)
    if (typeof outside === 'string') return problem('not-an-envelope', { detail: outside })
    return takeIn(c, outside, bytes, tablet)
  })

  async function takeIn(c: Context, outside: Header, bytes: Uint8Array, tablet: boolean): Promise<Response> {
    const id = base64url(outside.id)
    if (id !== c.req.param('id')) return problem('id-differs')
    const location = base64url(outside.location)
    const allowed = tablet ? 'allowed' : gates.location(location)
    if (allowed !== 'allowed') return tooMany(allowed)
    const { epoch, schemaVersion, hereNow, withdrawHash } = outside
    const arrival = { id, location, epoch, schemaVersion, hereNow, withdrawHash, bytes, sha256: sha256(bytes) }
    const outcome = await storage.envelopes.takeIn(arrival, now())
    if (outcome.taken === 'new') return answer(outcome.receipt, 201)
    if (outcome.taken === 'again') return answer(outcome.receipt)
    return problem(outcome.taken)
  }

  app.delete('/v1/envelopes/:id', async c => {
    const allowed = gates.withdrawals((await sender(c)).key)
    if (allowed !== 'allowed') return tooMany(allowed)
    const id = c.req.param('id')
    if (!isId(id)) return problem('not-found')
    const withdrawal = await readJson(c, guarded(isWithdrawal))
    if (withdrawal instanceof Response) return withdrawal
    const state = await storage.envelopes.withdraw(id, sha256(fromBase64url(withdrawal.secret)), now())
    if (state === 'wrong-secret') return problem('wrong-secret')
    return answer({ id, state }, state === 'withdrawn' ? 200 : 202)
  })

  app.post('/v1/envelopes/states', async c => {
    const allowed = gates.states((await sender(c)).key)
    if (allowed !== 'allowed') return tooMany(allowed)
    const question = await readJson(c, guarded(isStatesQuestion))
    if (question instanceof Response) return question
    const states: StatesAnswer = { states: await storage.envelopes.states(question.ids) }
    return answer(states)
  })
}

function isWithdrawal(value: unknown): value is Withdrawal {
  const secret = (value as Withdrawal | null)?.secret
  if (typeof secret !== 'string' || secret.length !== 43) return false
  try {
    return fromBase64url(secret).length === 32
  } catch {
    return false
  }
}

function isStatesQuestion(value: unknown): value is StatesQuestion {
  const ids = (value as StatesQuestion | null)?.ids
  return Array.isArray(ids) && ids.length > 0 && ids.length <= STATES_LIMIT && ids.every(isId)
}
