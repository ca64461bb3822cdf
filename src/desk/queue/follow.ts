import type { TeamKeys } from '#sealing/keys.ts'

import { listen, type Stream } from './listen.ts'
import type { Card, Queue, QueueEvent } from './queue.ts'
import { openAll, readCard, readQueue } from './read.ts'

/** What the follower tells the page. */
export interface Told {
  /** One step of the queue. */
  readonly onEvent: (event: QueueEvent) => void
  /** What is on the screen is the truth of now, or of the last time it was. */
  readonly onLink: (link: 'live' | 'cut') => void
  /** The session is over: somebody must sign in again. */
  readonly onSignedOut: () => void
  /** People, devices or the place's profile changed. */
  readonly onTeam: () => void
}

export interface World extends Stream {
  readonly fetch: typeof globalThis.fetch
  /** The queue as it stands on the page at this moment. */
  readonly known: () => Queue['cards']
}

export interface Follower {
  /** Other keys, or none: the desk was opened, repaired or locked. */
  readonly use: (keys: TeamKeys | undefined) => void
  /** Reads everything again: the network is back, the tab is looked at again. */
  readonly again: () => void
  readonly stop: () => void
}

/** Without a stream the queue is read this often; with one, now and then all the same. */
const POLL = 15_000
const RARELY = 5 * 60_000

/**
 * Keeps the page's queue equal to the server's. The stream only says that something happened; what happened is read
 * over HTTP, one thing after another, so that an old answer never overtakes a new one. Listening starts before reading:
 * nothing can fall between the two.
 */
export function follow(world: World, told: Told): Follower {
  let keys: TeamKeys | undefined
  let stopped = false
  let streaming = false
  let timer: ReturnType<typeof setTimeout> | undefined
  let work: Promise<void> = Promise.resolve()
  const waiting = new Set<string>()

  const reader = () => ({ fetch: world.fetch, keys, known: world.known() })

  /** Puts a task in line, once under each name, and never lets one failure stop the line. */
  const inLine = (name: string, task: () => Promise<void>) => {
    if (stopped || waiting.has(name)) return
    waiting.add(name)
    work = work.then(async () => {
      waiting.delete(name)
      if (!stopped) await task()
    })
  }

  const heard = (refused: string) => {
    if (refused === 'not-signed-in') told.onSignedOut()
    else if (refused !== 'not-found') told.onLink('cut')
  }

  /** What was opened with keys that were dropped meanwhile must not come back into a locked desk. */
  const asOfNow = (cards: readonly Card[], used: TeamKeys | undefined): readonly Card[] =>
    keys || !used ? cards : cards.map(({ item }) => ({ item, content: { is: 'sealed' } }))

  const all = async () => {
    const used = keys
    const answer = await readQueue(reader())
    if (stopped) return
    if ('ok' in answer) {
      told.onEvent({ is: 'read', cards: asOfNow(answer.ok, used) })
      told.onLink('live')
    } else heard(answer.refused)
    clearTimeout(timer)
    timer = setTimeout(() => inLine('all', all), streaming && 'ok' in answer ? RARELY : POLL)
  }

  const one = (id: string) => async () => {
    const used = keys
    const answer = await readCard(id, reader())
    if (stopped) return
    if ('ok' in answer) {
      for (const card of asOfNow([answer.ok], used)) told.onEvent({ is: 'card', card })
      told.onLink('live')
    } else if (answer.refused === 'not-found' || answer.refused === 'gone') told.onEvent({ is: 'erased', id })
    else heard(answer.refused)
  }

  const hangUp = listen(world, {
    onOpen: () => {
      streaming = true
      inLine('all', all)
    },
    onLost: () => {
      streaming = false
      inLine('all', all)
    },
    onEvent: ({ kind, id }) => {
      if (kind === 'team') told.onTeam()
      else if (kind === 'again' || id === undefined) inLine('all', all)
      else if (kind === 'erased') inLine(`erased ${id}`, async () => told.onEvent({ is: 'erased', id }))
      else inLine(id, one(id))
    }
  })

  return {
    use: next => {
      keys = next
      // a lock does not wait in line
      if (!next) told.onEvent({ is: 'locked' })
      else
        inLine('open', async () => {
          const contents = await openAll(world.known(), next)
          if (keys === next) told.onEvent({ is: 'opened', contents })
        })
    },
    again: () => inLine('all', all),
    stop: () => {
      stopped = true
      clearTimeout(timer)
      hangUp()
    }
  }
}
