import { wall } from './headers.ts'

/** Answers that carry the wall already, so that the busiest paths build their headers once. */
const walled = new WeakSet<Response>()

export function isWalled(response: Response): boolean {
  return walled.has(response)
}

/** `value` as JSON behind the wall. */
export function answer(value: unknown, status = 200, headers: Readonly<Record<string, string>> = {}): Response {
  const all = { ...wall, 'cache-control': 'no-store', 'content-type': 'application/json', ...headers }
  const response = new Response(JSON.stringify(value), { status, headers: all })
  walled.add(response)
  return response
}
