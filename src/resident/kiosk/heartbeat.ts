import { ask } from '#outbox/ask.ts'
import { bearerOf } from '#outbox/bearer.ts'
import { overview, watch } from '#outbox/news.ts'
import type { Store } from '#store/database.ts'
import { isProblem } from '#wire/problem.ts'
import { type Heartbeat, HeartbeatAnswer } from '#wire/tablet.ts'

import type { HealthWatch } from './health.ts'

/** A tablet that is looked at tells of itself this often, also when nothing changes. */
export const EVERY = 5 * 60_000
/** Several changes of the outbox in a row are told once. */
const TOGETHER = 500
/** A clock that is off by more makes sealed times, and later the connection itself, wrong. */
const CLOCK = 10 * 60_000
/** A moment that is further off than this is told again, corrected. */
const OFF = 60_000
/** Less room than this, about two hundred cards, is as good as full. */
const ROOM = 1_000_000

export interface HeartbeatDeps {
  readonly store: Pick<Store, 'outbox' | 'place' | 'lasting'>
  readonly fetch: typeof globalThis.fetch
  readonly now: () => number
  readonly health: HealthWatch
  /** Bytes used and allowed, where the browser tells. */
  readonly estimate?: (() => Promise<StorageEstimate>) | undefined
  readonly page: {
    readonly window: Pick<Window, 'addEventListener' | 'removeEventListener'>
    readonly document: Pick<Document, 'addEventListener' | 'removeEventListener' | 'visibilityState'>
    readonly navigator: Pick<Navigator, 'onLine'>
  }
}

export interface Beating {
  /** Tells now, and looks at everything anew. Resolves when it knows. */
  readonly beat: () => Promise<void>
  readonly stop: () => void
}

/**
 * Tells the server how many cards wait on this tablet, and finds out what keeps them: at the start, after each change
 * of the outbox (also by the worker), when the network or the eyes come back, and every five minutes while it is seen.
 */
export function startHeartbeat(deps: HeartbeatDeps): Beating {
  const { health, page } = deps
  let running: Promise<void> | undefined
  let again = false
  let soon: ReturnType<typeof setTimeout> | undefined

  const beat = (): Promise<void> => {
    if (running) {
      again = true
      return running
    }
    running = (async () => {
      do {
        again = false
        await beatOnce(deps)
      } while (again)
    })().finally(() => (running = undefined))
    return running
  }
  const later = () => {
    soon ??= setTimeout(() => {
      soon = undefined
      void beat()
    }, TOGETHER)
  }
  const seen = () => {
    if (page.document.visibilityState === 'visible') void beat()
  }
  const gone = () => health.set({ offline: true, silentSince: undefined })

  const deaf = watch(later)
  const clock = setInterval(seen, EVERY)
  page.window.addEventListener('online', later)
  page.window.addEventListener('offline', gone)
  page.document.addEventListener('visibilitychange', seen)
  void beat()

  return {
    beat,
    stop() {
      deaf()
      clearInterval(clock)
      clearTimeout(soon)
      page.window.removeEventListener('online', later)
      page.window.removeEventListener('offline', gone)
      page.document.removeEventListener('visibilitychange', seen)
    }
  }
}

async function beatOnce(deps: HeartbeatDeps, corrects = true): Promise<void> {
  const { store, fetch, now, health, page } = deps
  const bearer = await bearerOf(store)
  const storageFull = await isFull(deps)
  // an enrolled tablet that cannot read its own secret has lost its drawer: "nothing waits" would be a lie
  if (!store.lasting || !('authorization' in bearer)) {
    return health.set({ storageMissing: true, storageFull, waiting: undefined })
  }
  const { waiting, parked, oldest } = await overview(store)
  health.set({ waiting, parked, oldestWaiting: oldest, storageMissing: false, storageFull })

  const told: Heartbeat = {
    waiting,
    oldestAt: oldest === undefined ? null : Math.max(0, Math.round(oldest + health.get().clockOff)),
    parked: parked.length,
    version: health.get().version
  }
  const before = now()
  const answer = await ask(fetch, '/v1/tablets/heartbeat', {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...bearer },
    body: JSON.stringify(told),
    // a portal that leads elsewhere is then seen as such, and not followed
    redirect: 'manual'
  })
  if (answer === 'silence') {
    const silentSince = page.navigator.onLine ? (health.get().silentSince ?? now()) : undefined
    return health.set({ offline: true, captivePortal: false, silentSince })
  }
  const known = HeartbeatAnswer.safeParse(answer.json)
  if (answer.status === 200 && known.success) {
    const clockOff = known.data.now - (before + now()) / 2
    const clockWrong = Math.abs(clockOff) > CLOCK
    const believed = health.get().clockOff
    health.set({ ...reached(now()), revoked: false, clockOff, clockWrong })
    if (corrects && oldest !== undefined && Math.abs(clockOff - believed) > OFF) await beatOnce(deps, false)
  } else if (isProblem(answer.json) && answer.json.status === answer.status) {
    const { code } = answer.json
    health.set({ ...reached(now()), ...(code === 'gone' || code === 'wrong-secret' ? { revoked: true } : {}) })
  } else {
    // a gateway that finds no server behind it is no portal
    const gateway = answer.status >= 502 && answer.status <= 504
    health.set({ offline: gateway, captivePortal: !gateway, silentSince: undefined })
  }
}

const reached = (checkedAt: number) => ({ offline: false, captivePortal: false, silentSince: undefined, checkedAt })

async function isFull({ estimate }: HeartbeatDeps): Promise<boolean> {
  try {
    const { quota, usage } = (await estimate?.()) ?? {}
    return quota !== undefined && usage !== undefined && quota - usage < ROOM
  } catch {
    return false
  }
}
