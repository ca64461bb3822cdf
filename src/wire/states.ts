/** What became of an envelope, as its sender may know it. `unknown`: the server has never seen it, so send it again. */
export const envelopeStates = ['received', 'seen', 'claimed', 'closed', 'withdrawn', 'expired', 'unknown'] as const
export type EnvelopeState = (typeof envelopeStates)[number]

/** At most this many ids in one question. */
export const STATES_LIMIT = 100

/** `POST /v1/envelopes/states`: ids as base64url. */
export interface StatesQuestion {
  readonly ids: readonly string[]
}

export interface StatesAnswer {
  readonly states: Readonly<Record<string, EnvelopeState>>
}

/** Hand-written for the service worker, like `isReceipt`. */
export function isStatesAnswer(value: unknown): value is StatesAnswer {
  if (typeof value !== 'object' || value === null) return false
  const states = (value as Record<string, unknown>)['states']
  if (typeof states !== 'object' || states === null) return false
  return Object.values(states).every(state => envelopeStates.includes(state as EnvelopeState))
}

/** `DELETE /v1/envelopes/{id}`: the secret whose hash stands in the envelope's header, 32 bytes as base64url. */
export interface Withdrawal {
  readonly secret: string
}

/** 200 when the envelope was known and is erased; 202 when it was not yet seen and its arrival will be refused. */
export interface WithdrawalAnswer {
  readonly id: string
  readonly state: 'withdrawn' | 'unknown'
}

export function isWithdrawalAnswer(value: unknown): value is WithdrawalAnswer {
  if (typeof value !== 'object' || value === null) return false
  const it = value as Record<string, unknown>
  return typeof it['id'] === 'string' && (it['state'] === 'withdrawn' || it['state'] === 'unknown')
}
