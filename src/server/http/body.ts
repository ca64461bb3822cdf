import type { Context } from 'hono'

import { header } from './header.ts'
import { problem } from './problem.ts'

/** A JSON body of more bytes is refused. */
export const JSON_LIMIT = 64 * 1024

/**
 * The body, or `too-large` as soon as it is known to exceed `limit`: by its announced length before anything is read,
 * else while reading, at most one chunk over the limit. `unreadable`: the sender went away.
 */
export async function readBytes(c: Context, limit: number): Promise<Uint8Array | 'too-large' | 'unreadable'> {
  const announced = header(c, 'content-length')
  if (announced !== undefined) {
    if (!/^\d{1,15}$/.test(announced)) return 'unreadable'
    if (Number(announced) > limit) return 'too-large'
    // the server underneath holds senders to the length they announce
    if (header(c, 'transfer-encoding') === undefined) return whole(c, limit)
  }
  return inParts(c, limit)
}

async function whole(c: Context, limit: number): Promise<Uint8Array | 'too-large' | 'unreadable'> {
  try {
    const bytes = new Uint8Array(await c.req.raw.arrayBuffer())
    return bytes.length > limit ? 'too-large' : bytes
  } catch {
    return 'unreadable'
  }
}

async function inParts(c: Context, limit: number): Promise<Uint8Array | 'too-large' | 'unreadable'> {
  const reader = c.req.raw.body?.getReader()
  if (!reader) return new Uint8Array()
  const parts: Uint8Array[] = []
  let length = 0
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return Buffer.concat(parts)
      length += value.length
      if (length > limit) {
        void reader.cancel().catch(() => {})
        return 'too-large'
      }
      parts.push(value)
    }
  } catch {
    return 'unreadable'
  }
}

/** Anything of zod that checks: `wire/` schemas fit. */
export interface Schema<T> {
  safeParse(
    value: unknown
  ): { success: true; data: T } | { success: false; error: { issues: { path: PropertyKey[] }[] } }
}

/**
 * The JSON body as `schema` describes it, or the response that refuses it (`instanceof Response`): 413, 400 for what
 * is no JSON, 422 with the path of the first fault and never its value.
 */
export async function readJson<T>(c: Context, schema: Schema<T>): Promise<T | Response> {
  const bytes = await readBytes(c, JSON_LIMIT)
  if (bytes === 'too-large') return problem('too-large')
  if (bytes === 'unreadable') return problem('bad-request')
  let value: unknown
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return problem('bad-request', { detail: 'not JSON' })
  }
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  const path = parsed.error.issues[0]?.path.map(String).join('.') ?? ''
  return problem('invalid-body', { detail: path.slice(0, 80) })
}
