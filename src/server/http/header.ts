import type { Context } from 'hono'

/** What node:http has parsed already, when there is a node:http underneath. */
type Incoming = { incoming?: { headers?: Readonly<Record<string, string | string[] | undefined>> } } | undefined

/** One request header by its lower-case name, without building a `Headers` of all: the busiest path asks for four. */
export function header(c: Context, name: string): string | undefined {
  const parsed = (c.env as Incoming)?.incoming?.headers
  if (!parsed) return c.req.header(name)
  const value = parsed[name]
  return Array.isArray(value) ? value.join(', ') : value
}
