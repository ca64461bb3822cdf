/**
 * Every refusal is `application/problem+json` (RFC 9457) with one of these codes. The code is for programs and
 * never changes meaning; words for people stand in `locales/`.
 */
export const problems = {
  'bad-request': 400,
  'not-signed-in': 401,
  'wrong-secret': 401,
  'not-allowed': 403,
  'wrong-origin': 403,
  'not-found': 404,
  'held-by-other': 409,
  'id-taken': 409,
  'wrong-state': 409,
  'already-used': 409,
  full: 409,
  gone: 410,
  'version-changed': 412,
  'too-large': 413,
  'wrong-type': 415,
  'not-an-envelope': 422,
  'unknown-location': 422,
  'unknown-epoch': 422,
  'id-differs': 422,
  'invalid-body': 422,
  silent: 422,
  'too-many': 429,
  'server-error': 500,
  'storage-full': 503,
  unavailable: 503
} as const

export type ProblemCode = keyof typeof problems

export interface Problem {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly code: ProblemCode
  /** Which part of the request, for a program's log; never a value a person typed. */
  readonly detail?: string
  /** With `held-by-other`: the display name of the colleague who has the card. */
  readonly holder?: string
  /** With `version-changed`: the version that stands now. */
  readonly version?: number
}

export function isProblem(value: unknown): value is Problem {
  return (
    typeof value === 'object' && value !== null && ((value as Record<string, unknown>)['code'] as string) in problems
  )
}
