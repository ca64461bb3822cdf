import type { OutboxRow } from '#store/outbox.ts'
import { toBase64url } from '#wire/bytes.ts'
import { sha256 } from '#wire/digest.ts'
import { isProblem, type ProblemCode } from '#wire/problem.ts'
import { isReceipt, type Receipt } from '#wire/receipt.ts'
import { isWithdrawalAnswer } from '#wire/states.ts'

import { type Answer, ask } from './ask.ts'
import { retryAfter } from './patience.ts'

/** The server has it: a receipt for exactly our bytes, or its word that the withdrawal is noted. */
export type Delivered =
  | { readonly kind: 'delivered'; readonly receipt: Receipt }
  | { readonly kind: 'delivered'; readonly withdrawn: 'withdrawn' | 'unknown' }
/** Try again later. `silent`: nobody answered, so the others would fare the same now. */
export interface Waiting {
  readonly kind: 'waiting'
  readonly silent: boolean
  /** Milliseconds the server asked us to wait. */
  readonly wait?: number
}
/** Never again. `gone`: the id was withdrawn or has expired; any other code is for staff to see. */
export interface Refused {
  readonly kind: 'refused'
  readonly code: ProblemCode
}

export interface Way {
  readonly fetch: typeof globalThis.fetch
  readonly now: () => number
  /** Milliseconds; 20 s unless a test is in a hurry. */
  readonly timeout?: number
  /** By which the server knows an enrolled tablet (`bearer.ts`). */
  readonly bearer?: Readonly<Record<string, string>>
}

/** One attempt to bring one row to the server. It never throws for what a network or a server can do. */
export function deliver(row: OutboxRow, way: Way): Promise<Delivered | Waiting | Refused> {
  return row.kind === 'envelope' ? deliverEnvelope(row, way) : deliverWithdrawal(row, way)
}

async function deliverEnvelope(row: OutboxRow, way: Way) {
  const answer = await ask(
    way.fetch,
    `/v1/envelopes/${row.id}`,
    {
      method: 'PUT',
      headers: { 'content-type': 'application/octet-stream', ...way.bearer },
      body: row.body as BufferSource
    },
    way.timeout
  )
  if (answer === 'silence') return silence
  const { status, json } = answer
  if ((status === 200 || status === 201) && isReceipt(json) && json.id === row.id) {
    // only a server that stored these very bytes can name their hash
    if (json.bodySha256 === toBase64url(await sha256(row.body))) return { kind: 'delivered', receipt: json } as const
  }
  return refusal(answer, way.now(), ['not-signed-in', 'wrong-secret'])
}

async function deliverWithdrawal(row: OutboxRow, way: Way) {
  const answer = await ask(
    way.fetch,
    `/v1/envelopes/${row.id}`,
    {
      method: 'DELETE',
      headers: { 'content-type': 'application/json', ...way.bearer },
      body: JSON.stringify({ secret: toBase64url(row.body) })
    },
    way.timeout
  )
  if (answer === 'silence') return silence
  const { status, json } = answer
  if ((status === 200 || status === 202) && isWithdrawalAnswer(json) && json.id === row.id)
    return { kind: 'delivered', withdrawn: json.state } as const
  return refusal(answer, way.now(), ['not-signed-in'])
}

const silence: Waiting = { kind: 'waiting', silent: true }
/** Answers that pass by themselves: a slow request, too early, too many. */
const passing = [408, 425, 429]

/**
 * A refusal counts only when it is ours: a problem with a known code and the status that belongs to it.
 * Whatever else answers (a portal's 403, a proxy's 404, a page of HTML) must not cost anybody their card.
 */
function refusal({ status, json, ...answer }: Answer, now: number, temporary: ProblemCode[]): Waiting | Refused {
  const ours = isProblem(json) && json.status === status
  if (ours && status >= 400 && status < 500 && !passing.includes(status) && !temporary.includes(json.code))
    return { kind: 'refused', code: json.code }
  const wait = retryAfter(answer.retryAfter, now)
  return { kind: 'waiting', silent: false, ...(wait === undefined ? {} : { wait }) }
}
