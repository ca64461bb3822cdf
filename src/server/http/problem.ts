import { type Problem, type ProblemCode, problems } from '#wire/problem.ts'

import { answer } from './answer.ts'

const titles: Record<ProblemCode, string> = {
  'bad-request': 'This request cannot be read',
  'not-signed-in': 'Sign in first',
  'wrong-secret': 'That secret is not right',
  'not-allowed': 'Your role does not allow this',
  'wrong-origin': 'This request does not come from our own page',
  'not-found': 'There is nothing here',
  'held-by-other': 'A colleague has this card',
  'id-taken': 'This id has other contents',
  'wrong-state': 'Not possible in this state',
  'already-used': 'This was used already',
  full: 'There is no room for more recordings of this language',
  silent: 'Nobody speaks in this recording',
  gone: 'This was erased and does not come back',
  'version-changed': 'Somebody changed this meanwhile',
  'too-large': 'This is too large',
  'wrong-type': 'This content type is not taken',
  'not-an-envelope': 'These bytes are not a sealed envelope',
  'unknown-location': 'No such location',
  'unknown-epoch': 'This location has no key of that epoch',
  'id-differs': 'The id in the address is not the id in the envelope',
  'invalid-body': 'The body does not have the right shape',
  'too-many': 'Too many requests, try later',
  'server-error': 'Something broke here',
  'storage-full': 'There is no room to keep this',
  unavailable: 'Not available just now'
}

/** What a problem may carry beside its code. */
export type Extra = Pick<Problem, 'detail' | 'holder' | 'version'> & { readonly headers?: Record<string, string> }

/** A refusal as `application/problem+json`. */
export function problem(code: ProblemCode, { headers, ...extra }: Extra = {}): Response {
  const status = problems[code]
  const body: Problem = { type: `/problems/${code}`, title: titles[code], status, code, ...extra }
  return answer(body, status, { 'content-type': 'application/problem+json', ...headers })
}

/** 429 with the seconds after which to come back. */
export function tooMany({ retryAfter }: { readonly retryAfter: number }): Response {
  return problem('too-many', { headers: { 'retry-after': String(retryAfter) } })
}
