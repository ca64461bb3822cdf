import type { getAdapter } from 'better-auth/db/adapter'

import { hash } from './secret.ts'

export type Adapter = Awaited<ReturnType<typeof getAdapter>>
type Inner = Omit<Adapter, 'transaction'>
type Where = NonNullable<Parameters<Adapter['findMany']>[0]['where']>
type Row = Record<string, unknown>

/**
 * better-auth keeps session tokens as they are: whoever reads the database or a backup could sign in with them.
 * This stands between it and the database and lets only SHA-256 of a token through. Rows come back with the token
 * that was asked for; rows found in another way carry the hash, which opens nothing.
 */
export function hashTokens(inner: Adapter): Adapter {
  return { ...wrap(inner), transaction: run => inner.transaction(part => run(wrap(part as Inner) as typeof part)) }
}

function wrap(inner: Inner): Inner {
  const known = (request: { model: string; where?: Where | undefined }) => {
    const tokens = new Map<unknown, string>()
    const one = (token: string) => {
      const stored = hash(token)
      tokens.set(stored, token)
      return stored
    }
    const any = (value: Where[number]['value']) =>
      typeof value === 'string' ? one(value) : Array.isArray(value) ? value.map(token => one(String(token))) : value
    const where = request.where?.map(part => (part.field === 'token' ? { ...part, value: any(part.value) } : part))
    const back = <R>(row: R): R => {
      const token = tokens.get((row as Row | null)?.['token'])
      return token === undefined ? row : { ...row, token }
    }
    return { where: where as Where, back }
  }
  const others = (request: { model: string }) => request.model !== 'session'

  return {
    ...inner,
    async create(request) {
      const token = (request.data as Row)['token']
      if (others(request) || typeof token !== 'string') return inner.create(request)
      const row = await inner.create({ ...request, data: { ...request.data, token: hash(token) } })
      return { ...row, token } as never
    },
    async findOne(request) {
      if (others(request)) return inner.findOne(request)
      const { where, back } = known(request)
      return back(await inner.findOne({ ...request, where })) as never
    },
    async findMany(request) {
      if (others(request)) return inner.findMany(request)
      const { where, back } = known(request)
      return (await inner.findMany({ ...request, where })).map(back) as never
    },
    async update(request) {
      if (others(request)) return inner.update(request)
      const { where, back } = known(request)
      return back(await inner.update({ ...request, where })) as never
    },
    async consumeOne(request) {
      if (others(request)) return inner.consumeOne(request)
      const { where, back } = known(request)
      return back(await inner.consumeOne({ ...request, where })) as never
    },
    updateMany: request => inner.updateMany(others(request) ? request : { ...request, where: known(request).where }),
    delete: request => inner.delete(others(request) ? request : { ...request, where: known(request).where }),
    deleteMany: request => inner.deleteMany(others(request) ? request : { ...request, where: known(request).where }),
    count: request => inner.count(others(request) ? request : { ...request, where: known(request).where })
  }
}
