import { isProblem, type Problem, type ProblemCode } from '#wire/problem.ts'

/** Why the server did not do it: its own code, `offline` (no answer came) or `unexpected` (an answer we cannot read). */
export interface Refused {
  readonly refused: ProblemCode | 'offline' | 'unexpected'
  readonly problem?: Problem
  /** Seconds, when the server asked for patience. */
  readonly retryAfter?: number
}

/** A zod/mini schema, seen from here: every answer passes one before anything believes it. */
interface Schema<T> {
  safeParse(value: unknown): { success: true; data: T } | { success: false }
}

export interface Question<T> {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE'
  readonly path: string
  /** Sent as JSON. */
  readonly body?: unknown
  /** A recording, sent as it is instead. */
  readonly wav?: Blob
  /** The version this change was based on. */
  readonly ifMatch?: number
  /** Left out when nothing comes back but the status. */
  readonly answer?: Schema<T>
}

/** Twenty seconds: longer than a slow mobile network needs, shorter than a person's patience. */
const PATIENCE = 20_000

/** One question to the server. Never throws for what a network or a server can do. */
export async function ask<T = undefined>(
  fetch: typeof globalThis.fetch,
  question: Question<T>
): Promise<{ ok: T } | Refused> {
  const { method = 'GET', path, body, wav, ifMatch, answer } = question
  const headers: Record<string, string> = { Accept: 'application/json' }
  // the server takes a change only with these types: no form on another site can send them
  if (method !== 'GET') headers['Content-Type'] = wav ? 'audio/wav' : 'application/json'
  if (ifMatch !== undefined) headers['If-Match'] = `"${ifMatch}"`
  const stop = new AbortController()
  const timer = setTimeout(() => stop.abort(), PATIENCE)
  try {
    const response = await fetch(path, {
      method,
      headers,
      credentials: 'same-origin',
      cache: 'no-store',
      signal: stop.signal,
      ...(method === 'GET' ? {} : { body: wav ?? JSON.stringify(body ?? {}) })
    })
    if (!response.ok) return await refusal(response)
    if (!answer) return { ok: undefined as T }
    const parsed = answer.safeParse(await response.json())
    return parsed.success ? { ok: parsed.data } : { refused: 'unexpected' }
  } catch (error) {
    return { refused: error instanceof SyntaxError ? 'unexpected' : 'offline' }
  } finally {
    clearTimeout(timer)
  }
}

async function refusal(response: Response): Promise<Refused> {
  const wait = Number(response.headers.get('Retry-After') ?? Number.NaN)
  const patience = Number.isFinite(wait) ? { retryAfter: wait } : {}
  const said: unknown = await response.json().catch(() => undefined)
  if (isProblem(said)) return { refused: said.code, problem: said, ...patience }
  // a gateway between us and the server answers without our codes
  return { refused: response.status >= 502 && response.status <= 504 ? 'offline' : 'unexpected', ...patience }
}
