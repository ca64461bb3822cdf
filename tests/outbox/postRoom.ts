import { toBase64url } from '#wire/bytes.ts'
import { sha256 } from '#wire/digest.ts'
import { problems, type ProblemCode } from '#wire/problem.ts'
import type { EnvelopeState } from '#wire/states.ts'

/** What happens to one exchange: the server is or is not reached, and the reply does or does not come through. */
export type Weather = 'fine' | 'unreachable' | 'reply lost' | 'busy' | 'portal'

/** A server small enough to be surely right: the contract of the protocol without HTTP, disk or time. */
export interface PostRoom {
  fetch: typeof globalThis.fetch
  weather: () => Weather
  readonly kept: Map<string, { hash: string; seq: number; state: EnvelopeState }>
  readonly erased: Set<string>
  /** Every exchange that reached the server, as `PUT id`. */
  readonly log: string[]
  backup(): () => void
}

/** @param secrets which secret withdraws an id; any secret does for ids it does not name */
export function aPostRoom(secrets = new Map<string, string>()): PostRoom {
  const kept: PostRoom['kept'] = new Map()
  const erased: PostRoom['erased'] = new Set()
  const announced = new Set<string>()
  let seq = 0

  const answer = async (method: string, id: string, body: BodyInit | null | undefined) => {
    if (method === 'PUT') {
      const hash = toBase64url(await sha256(new Uint8Array(body as Uint8Array)))
      const there = kept.get(id)
      if (erased.has(id) || announced.has(id)) return problem('gone')
      if (there && there.hash !== hash) return problem('id-taken')
      if (!there) kept.set(id, { hash, seq: ++seq, state: 'received' })
      const receipt = { id, seq: kept.get(id)!.seq, receivedAt: 1000 + seq, bodySha256: hash }
      return Response.json(receipt, { status: there ? 200 : 201 })
    }
    if (method === 'DELETE') {
      const { secret } = JSON.parse(body as string) as { secret: string }
      if (secrets.has(id) && secrets.get(id) !== secret) return problem('wrong-secret')
      if (!kept.has(id) && !erased.has(id)) {
        announced.add(id)
        return Response.json({ id, state: 'unknown' }, { status: 202 })
      }
      kept.delete(id)
      erased.add(id)
      return Response.json({ id, state: 'withdrawn' })
    }
    const { ids } = JSON.parse(body as string) as { ids: string[] }
    const stateOf = (one: string) => (erased.has(one) ? 'withdrawn' : (kept.get(one)?.state ?? 'unknown'))
    return Response.json({ states: Object.fromEntries(ids.map(one => [one, stateOf(one)])) })
  }

  const room: PostRoom = {
    kept,
    erased,
    log: [],
    weather: () => 'fine',
    async fetch(path, request) {
      const weather = room.weather()
      if (weather === 'unreachable') throw new TypeError('Failed to fetch')
      if (weather === 'busy') return problem('unavailable')
      if (weather === 'portal')
        return new Response('<h1>Welkom op ons WiFi</h1>', { headers: { 'content-type': 'text/html' } })
      const id = (path as string).split('/').at(-1)!
      room.log.push(`${request?.method} ${id}`)
      const response = await answer(request?.method ?? 'GET', id, request?.body)
      if (weather === 'reply lost') throw new TypeError('network changed')
      return response
    },
    backup() {
      const copy = {
        kept: new Map([...kept].map(([id, row]) => [id, { ...row }])),
        erased: [...erased],
        announced: [...announced],
        seq
      }
      return () => {
        kept.clear()
        for (const [id, row] of copy.kept) kept.set(id, { ...row })
        erased.clear()
        for (const id of copy.erased) erased.add(id)
        announced.clear()
        for (const id of copy.announced) announced.add(id)
        seq = copy.seq
      }
    }
  }
  return room
}

export const problem = (code: ProblemCode, headers: Record<string, string> = {}) =>
  Response.json(
    { type: 'about:blank', title: code, status: problems[code], code },
    { status: problems[code], headers: { 'content-type': 'application/problem+json', ...headers } }
  )
