import type { TeamKeys } from '#sealing/keys.ts'
import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks'

import { follow, type Follower } from './queue/follow.ts'
import { emptyQueue, type Queue, queue, type QueueEvent } from './queue/queue.ts'
import type { World } from './world.ts'

export interface Link {
  /** False: what stands on the screen is of `at`. */
  readonly live: boolean
  /** When the screen was last true (ms). */
  readonly at?: number
}

export interface QueueHook {
  readonly queue: Queue
  readonly link: Link
  /** Cards that were there when this desk began to look: they stand on the board and do not ring. */
  readonly first: ReadonlySet<string>
  readonly tell: (event: QueueEvent) => void
  readonly again: () => void
}

interface Ears {
  readonly onSignedOut: () => void
  readonly onTeam: () => void
}

/** The queue of one signed-in professional, kept up to date as long as the page stands; without keys it stays sealed. */
export function useQueue(world: World, keys: TeamKeys | undefined, ears: Ears): QueueHook {
  const [state, setState] = useState<Queue>(emptyQueue)
  const [link, setLink] = useState<Link>({ live: true })
  const [first, setFirst] = useState<ReadonlySet<string>>()
  const now = useRef(state)
  const heard = useRef(ears)
  heard.current = ears
  const follower = useRef<Follower | undefined>(undefined)

  const tell = useCallback((event: QueueEvent) => {
    now.current = queue(now.current, event)
    setState(now.current)
    if (event.is === 'read') setFirst(seen => seen ?? new Set(event.cards.map(({ item }) => item.id)))
  }, [])

  useEffect(() => {
    const { fetch, EventSource, random } = world
    follower.current = follow(
      { fetch, EventSource, random, known: () => now.current.cards },
      {
        onEvent: tell,
        onLink: to => setLink(was => (to === 'live' ? { live: true, at: world.now() } : { ...was, live: false })),
        onSignedOut: () => heard.current.onSignedOut(),
        onTeam: () => heard.current.onTeam()
      }
    )
    const again = () => follower.current?.again()
    const offline = () => setLink(was => ({ ...was, live: false }))
    const looked = () => document.visibilityState === 'visible' && again()
    addEventListener('online', again)
    addEventListener('offline', offline)
    document.addEventListener('visibilitychange', looked)
    return () => {
      removeEventListener('online', again)
      removeEventListener('offline', offline)
      document.removeEventListener('visibilitychange', looked)
      follower.current?.stop()
    }
  }, [world, tell])

  useEffect(() => follower.current?.use(keys), [keys])

  const again = useCallback(() => follower.current?.again(), [])
  const none = useMemo(() => new Set<string>(), [])
  return { queue: state, link, first: first ?? none, tell, again }
}
