import type { Context } from 'hono'

import { Closing } from '#wire/queue.ts'

import type { Deps } from '../deps.ts'
import { readJson } from '../http/body.ts'
import { isId } from '../http/id.ts'
import { problem } from '../http/problem.ts'
import type { App, Env, Member } from '../member.ts'
import type { Act, Refused } from '../storage/storage.ts'

const MOST = 50

/** The queue of the member's own location. Another location's card and none at all give the same answer. */
export function queueRoutes(app: App, { storage, now, streams, people }: Deps): void {
  const { queue, erasing } = storage
  app.use('/v1/desk/queue', people.requireMember)
  app.use('/v1/desk/queue/*', people.requireMember)
  app.use('/v1/desk/events', people.requireMember)

  app.get('/v1/desk/queue', async c => {
    const { location } = c.get('member')
    const after = whole(c.req.query('after') ?? '0', Number.MAX_SAFE_INTEGER)
    const limit = whole(c.req.query('limit') ?? String(MOST), MOST)
    if (after === undefined || limit === undefined || limit === 0) return problem('bad-request')
    if (location === null) return problem('not-found')
    return c.json(await queue.page(location, after, limit))
  })

  app.get('/v1/desk/queue/:id', async c => {
    const who = actor(c, now())
    return who ? answer(c, await queue.item(who.location, who.id)) : problem('not-found')
  })

  app.post('/v1/desk/queue/:id/opened', async c => {
    const who = actor(c, now())
    return who ? answer(c, await queue.opened(who)) : problem('not-found')
  })

  app.post('/v1/desk/queue/:id/claim', async c => {
    const who = actor(c, now())
    return who ? answer(c, await queue.claim(who)) : problem('not-found')
  })

  /** Acts that need to say which version they saw. */
  function versioned(path: string, run: (c: Context<Env>, act: Act, member: Member) => Promise<Response>) {
    app.post(`/v1/desk/queue/:id/${path}`, async c => {
      const who = actor(c, now())
      if (!who) return problem('not-found')
      const version = /^"(\d{1,15})"$/.exec(c.req.header('if-match') ?? '')?.[1]
      if (version === undefined) return problem('bad-request', { detail: 'If-Match' })
      return run(c, { ...who, version: Number(version) }, c.get('member'))
    })
  }

  versioned('release', async (c, act, { role }) => answer(c, await queue.release(act, role === 'coordinator')))
  versioned('reopen', async (c, act) => answer(c, await queue.reopen(act)))
  versioned('gone', async (c, act) => answer(c, await queue.gone(act)))
  versioned('close', async (c, act) => {
    const closing = await readJson(c, Closing)
    return closing instanceof Response ? closing : answer(c, await queue.close(act, closing.outcome))
  })

  app.delete('/v1/desk/queue/:id', async c => {
    const who = actor(c, now())
    return who && (await erasing.onRequest(who)) ? c.body(null, 204) : problem('not-found')
  })

  app.get('/v1/desk/events', c => {
    const member = c.get('member')
    if (member.location === null) return problem('not-found')
    const since = whole(c.req.header('last-event-id') ?? c.req.query('after') ?? '', Number.MAX_SAFE_INTEGER)
    return c.body(streams.open(member, member.location, since ?? null), 200, {
      'content-type': 'text/event-stream',
      // a proxy that gathers lines would make the bell late
      'x-accel-buffering': 'no'
    })
  })
}

/** Who acts on which card of their own location, or undefined when there cannot be such a card. */
function actor(c: Context<Env>, now: number): Omit<Act, 'version'> | undefined {
  const { id: member, location } = c.get('member')
  const id = c.req.param('id')
  return location !== null && isId(id) ? { location, id, member, now } : undefined
}

function answer<T extends object>(c: Context, result: T | Refused): Response {
  if (typeof result === 'string') return problem(result)
  if ('heldBy' in result) return problem('held-by-other', { holder: result.heldBy })
  if ('versionNow' in result) return problem('version-changed', { version: result.versionNow })
  return c.json(result)
}

/** A whole number from 0 to `most`. */
function whole(text: string, most: number): number | undefined {
  const value = /^\d{1,16}$/.test(text) ? Number(text) : Number.NaN
  return value <= most ? value : undefined
}
