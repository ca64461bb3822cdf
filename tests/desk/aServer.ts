import { problems, type ProblemCode } from '#wire/problem.ts'
import type { DeskEvent, QueueItem } from '#wire/queue.ts'
import type { Tablets } from '#wire/tablets.ts'
import type { Team } from '#wire/team.ts'
import type { Recording } from '#wire/voices.ts'

import type { TestTeam } from './aTeam.ts'

export interface TestServer {
  readonly fetch: typeof globalThis.fetch
  readonly EventSource: typeof globalThis.EventSource
  readonly items: Map<string, QueueItem>
  readonly team: Team
  /** Of this place; a test may put its own in. */
  readonly tablets: { now: Tablets }
  /** By language. */
  readonly recordings: Map<string, Recording[]>
  /** What the next recording is refused with. */
  refuse: ProblemCode | undefined
  /** What was asked, as "POST /v1/…". */
  readonly asked: string[]
  /** A card arrives, changes or goes, and every open desk hears of it. */
  put(item: QueueItem): void
  drop(id: string): void
  tell(event: DeskEvent): void
  /** The network goes, and comes back. */
  cut(): void
  mend(): void
}

const problem = (code: ProblemCode, extra: object = {}) =>
  Response.json(
    { type: 'about:blank', title: code, status: problems[code], code, ...extra },
    { status: problems[code] }
  )

/** A post room in memory, seen from the desk: the queue's rules, the stream, and a network that can be cut. */
export function aServer({ profile }: TestTeam, me = { id: 'me', name: 'Fatma' }, clock = Date.now): TestServer {
  const items = new Map<string, QueueItem>()
  const streams = new Set<FakeStream>()
  const recordings = new Map<string, Recording[]>()
  const asked: string[] = []
  let up = true
  const team: Team = {
    members: [
      { id: me.id, name: me.name, role: 'coordinator', active: true },
      { id: 'mo', name: 'Mohamed', role: 'professional', active: true },
      { id: 'ria', name: 'Ria', role: 'professional', active: false }
    ],
    devices: [
      { id: 'thisDevice000000000000', name: 'Chrome, Windows', member: me.id, state: 'trusted', lastSeenAt: clock() },
      {
        id: 'iPad000000000000000000',
        name: 'Safari, iPad',
        member: 'mo',
        state: 'trusted',
        lastSeenAt: clock() - 86_400_000
      },
      { id: 'oldEdge000000000000000', name: 'Edge, Windows', member: 'mo', state: 'revoked', lastSeenAt: null }
    ].map(device => ({ ...device, publicKey: 'A'.repeat(87), createdAt: clock() - 9e8 })) as Team['devices'],
    invites: [{ name: 'Joke', role: 'professional', expiresAt: clock() + 6e8 }],
    holders: 2
  }

  const tablets: TestServer['tablets'] = { now: { tablets: [], links: [] } }

  class FakeStream extends EventTarget {
    static readonly CLOSED = 2
    readyState = 0
    onopen: (() => void) | null = null
    onmessage: ((event: MessageEvent) => void) | null = null
    onerror: (() => void) | null = null
    constructor() {
      super()
      streams.add(this)
      queueMicrotask(() => this.begin())
    }
    begin() {
      this.readyState = up ? 1 : 0
      if (up) this.onopen?.()
      else this.onerror?.()
    }
    close() {
      streams.delete(this)
    }
  }

  const act = (item: QueueItem, what: string, ifMatch: string | null, body: { outcome?: QueueItem['outcome'] }) => {
    if (ifMatch !== null && ifMatch !== `"${item.version}"`)
      return problem('version-changed', { version: item.version })
    const next = (change: Partial<QueueItem>) => {
      const changed = { ...item, ...change, version: item.version + 1 }
      server.put(changed)
      return Response.json(changed)
    }
    switch (what) {
      case 'opened': {
        const seen = { ...item, openedBy: [...item.openedBy.filter(({ id }) => id !== me.id), me] }
        server.put(seen)
        return Response.json(seen)
      }
      case 'claim':
        if (item.owner && item.owner.id !== me.id) return problem('held-by-other', { holder: item.owner.name })
        return next({ state: 'claimed', owner: me })
      case 'release':
        return next({ state: 'new', owner: null })
      case 'close':
        return next({ state: 'closed', outcome: body.outcome ?? null })
      case 'reopen':
        return next({ state: 'claimed', owner: me, outcome: null })
      case 'gone':
        return next({ hereNow: false })
      default:
        return problem('not-found')
    }
  }

  const answer = (method: string, url: URL, headers: Headers, body: object): Response => {
    const [, , , room, id = '', what] = url.pathname.split('/')
    if (room === 'team') return Response.json(team)
    if (room === 'tablets') {
      if (method === 'GET') return Response.json(tablets.now)
      if (method === 'POST')
        return Response.json({ token: 'C'.repeat(43), expiresAt: clock() + 600_000 }, { status: 201 })
      tablets.now = {
        ...tablets.now,
        tablets: tablets.now.tablets.map(i => (i.id === id ? { ...i, revokedAt: clock() } : i))
      }
      return new Response(null, { status: 204 })
    }
    if (room === 'voices') {
      const kept = recordings.get(id) ?? []
      if (id === '') return Response.json({ languages: {} })
      if (method === 'GET') return Response.json({ recordings: kept })
      const rest = kept.filter(({ key }) => key !== what)
      if (method === 'DELETE') {
        recordings.set(id, rest)
        return new Response(null, { status: 204 })
      }
      if (server.refuse) return problem(server.refuse)
      const mark = url.searchParams.get('mark')!
      const made = { key: what!, hash: 'B'.repeat(43), mark, lasts: 900, bytes: 2_700, at: clock(), by: me.name }
      recordings.set(id, [...rest, made])
      return Response.json(made)
    }
    if (url.pathname.startsWith('/v1/locations/')) return Response.json(profile)
    if (room === 'location') return Response.json({ ...profile, ...(body as object) })
    if (room === 'invites') return Response.json({ token: 'B'.repeat(43), expiresAt: clock() + 6e8 }, { status: 201 })
    if (room !== 'queue') return problem('not-found')
    if (id === '') {
      const after = Number(url.searchParams.get('after'))
      const rest = [...items.values()].filter(({ seq }) => seq > after).sort((a, b) => a.seq - b.seq)
      const page = rest.slice(0, 50)
      return Response.json({ items: page, event: 0, ...(rest.length > 50 ? { next: page[49]!.seq } : {}) })
    }
    const item = items.get(decodeURIComponent(id))
    if (!item) return problem('not-found')
    if (method === 'DELETE') {
      server.drop(item.id)
      return new Response(null, { status: 204 })
    }
    return what === undefined ? Response.json(item) : act(item, what, headers.get('If-Match'), body)
  }

  const server: TestServer = {
    items,
    team,
    tablets,
    recordings,
    refuse: undefined,
    asked,
    EventSource: FakeStream as unknown as typeof globalThis.EventSource,
    fetch: async (input, init = {}) => {
      const method = init.method ?? 'GET'
      // the desk asks by path only
      const path = input as string
      asked.push(`${method} ${path}`)
      if (!up) throw new TypeError('Failed to fetch')
      const body = typeof init.body === 'string' ? (JSON.parse(init.body) as object) : {}
      return answer(method, new URL(path, 'https://waarheen.test'), new Headers(init.headers), body)
    },
    put: item => {
      const had = items.has(item.id)
      items.set(item.id, item)
      server.tell({ kind: had ? 'changed' : 'arrived', id: item.id })
    },
    drop: id => {
      items.delete(id)
      server.tell({ kind: 'erased', id })
    },
    tell: event => {
      if (!up) return
      for (const stream of streams) stream.onmessage?.(new MessageEvent('message', { data: JSON.stringify(event) }))
    },
    cut: () => {
      up = false
      for (const stream of streams) stream.begin()
    },
    mend: () => {
      up = true
      for (const stream of streams) stream.begin()
    }
  }
  return server
}
