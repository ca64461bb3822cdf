import { follow, type Told } from '#desk/queue/follow.ts'
import { emptyQueue, type Queue, queue } from '#desk/queue/queue.ts'
import type { DeskEvent } from '#wire/queue.ts'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'

import { anItem, aSummary, aTeam, inQueue } from './aTeam.ts'

beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }))
afterEach(() => vi.useRealTimers())

class Stream extends EventTarget {
  static readonly CLOSED = 2
  static all: Stream[] = []
  readyState = 0
  onopen?: () => void
  onerror?: () => void
  onmessage?: (event: MessageEvent) => void
  closed = false
  constructor() {
    super()
    Stream.all.push(this)
  }
  close() {
    this.closed = true
  }
  say(event: DeskEvent) {
    this.onmessage?.(new MessageEvent('message', { data: JSON.stringify(event) }))
  }
  /** A gateway answered with an error page: the browser gives up by itself. */
  fail() {
    this.readyState = Stream.CLOSED
    this.onerror?.()
  }
}

function aFollower(answer: (path: string) => Response | Promise<Response>, random = () => 0) {
  Stream.all = []
  let now: Queue = emptyQueue
  const asked: string[] = []
  const links: string[] = []
  const told: Told & { signedOut: boolean; teams: number } = {
    signedOut: false,
    teams: 0,
    onEvent: event => (now = queue(now, event)),
    onLink: link => links.push(link),
    onSignedOut: () => (told.signedOut = true),
    onTeam: () => told.teams++
  }
  const follower = follow(
    {
      fetch: async path => {
        asked.push(path as string)
        return answer(path as string)
      },
      EventSource: Stream as unknown as typeof EventSource,
      random,
      known: () => now.cards
    },
    told
  )
  return { follower, told, asked, links, cards: () => now.cards }
}

const page = (...items: unknown[]) => Response.json({ items, event: 0 })
const settle = () => vi.advanceTimersByTimeAsync(0)

test('a desk listens before it reads, so that nothing falls between the two', async () => {
  const { asked, follower } = aFollower(() => page())
  await settle()
  expect(asked).toEqual([])
  Stream.all[0]!.onopen!()
  await settle()
  expect(asked).toEqual(['/v1/desk/queue?after=0&limit=50'])
  follower.stop()
  expect(Stream.all[0]!.closed).toBe(true)
})

test('a long queue is read page by page, to its end and not in a circle', async () => {
  const items = [anItem(aSummary(0).id, 1), anItem(aSummary(0).id, 2)]
  const { asked, cards } = aFollower(path =>
    path.includes('after=0&')
      ? Response.json({ items: [items[0]], next: 7, event: 0 })
      : Response.json({ items: [items[1]], next: 7, event: 0 })
  )
  Stream.all[0]!.onopen!()
  await settle()
  expect(asked).toHaveLength(2)
  expect(cards().size).toBe(2)
})

test('when a gateway breaks the stream, the desk reads by itself and comes back a little later, spread by chance', async () => {
  const { asked, links } = aFollower(
    () => page(),
    () => 0.5
  )
  Stream.all[0]!.fail()
  await settle()
  expect(asked).toHaveLength(1)
  expect(links).toEqual(['live'])
  await vi.advanceTimersByTimeAsync(1_499)
  expect(Stream.all).toHaveLength(1)
  await vi.advanceTimersByTimeAsync(1)
  expect(Stream.all).toHaveLength(2)
  // without a stream the queue is read every fifteen seconds
  await vi.advanceTimersByTimeAsync(15_000)
  expect(asked.length).toBeGreaterThanOrEqual(2)
})

test('a stream that cannot replay makes the desk read everything again', async () => {
  const { asked, told } = aFollower(() => page())
  Stream.all[0]!.onopen!()
  await settle()
  Stream.all[0]!.say({ kind: 'again' })
  Stream.all[0]!.say({ kind: 'team' })
  await settle()
  expect(asked).toHaveLength(2)
  expect(told.teams).toBe(1)
})

test('a session that ended asks to sign in; no network only says that the screen is old', async () => {
  const out = aFollower(() => Response.json({ code: 'not-signed-in' }, { status: 401 }))
  Stream.all[0]!.fail()
  await settle()
  expect(out.told.signedOut).toBe(true)
  expect(out.links).toEqual([])
  const off = aFollower(() => Promise.reject(new TypeError('Failed to fetch')))
  Stream.all[0]!.fail()
  await settle()
  expect(off.links).toEqual(['cut'])
})

test('an answer that comes in after the lock brings no word back', async () => {
  vi.useRealTimers()
  const team = await aTeam(Date.now())
  const item = await inQueue(team, aSummary(Date.now()))
  let release: ((answer: Response) => void) | undefined
  const { follower, cards } = aFollower(() => new Promise<Response>(resolve => (release = resolve)))
  follower.use(team.keys)
  Stream.all[0]!.onopen!()
  await vi.waitFor(() => expect(release).toBeDefined())
  release!(page(item))
  follower.use(undefined)
  await vi.waitFor(() => expect(cards().size).toBe(1))
  expect(cards().get(item.id)?.content.is).toBe('sealed')
  follower.use(team.keys)
  await vi.waitFor(() => expect(cards().get(item.id)?.content.is).toBe('open'))
  follower.stop()
})
