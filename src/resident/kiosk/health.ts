import { createContext } from 'preact'
import { useContext, useEffect, useState } from 'preact/hooks'

/** How a tablet is doing, for its staff: what waits on it, and what keeps that from leaving. Nothing of a resident. */
export interface Health {
  /** As the desk named this tablet. */
  readonly name: string
  /** Of the app that runs here: eight letters and digits. */
  readonly version: string
  /** Cards; absent until they were counted, and where they cannot be. */
  readonly waiting?: number | undefined
  /** Why cards were refused for good, one code each (`wire/problem.ts`). */
  readonly parked: readonly string[]
  /** When the oldest card that waits was shared, by this tablet's own clock. */
  readonly oldestWaiting?: number | undefined
  /** The desk revoked this tablet, or the server does not know it: it needs a new link. Its cards still leave. */
  readonly revoked: boolean
  /** More than ten minutes off; `clockOff` says how many milliseconds the server is ahead. */
  readonly clockWrong: boolean
  readonly clockOff: number
  /** There is no database (any more): nothing can be kept. */
  readonly storageMissing: boolean
  /** Hardly any room is left. */
  readonly storageFull: boolean
  /** Something answers that is not our server, such as the sign-in page of a WiFi. */
  readonly captivePortal: boolean
  /** Nothing answers. */
  readonly offline: boolean
  /** Since when nothing answers though there is a network: a line that is dead, or a clock that no certificate bears. */
  readonly silentSince?: number | undefined
  /** The server shows a team key that does not follow from ours; it is not used. */
  readonly forged: boolean
  /** When the server last answered. */
  readonly checkedAt?: number | undefined
}

/** One for a page. It changes by `set`, and tells whoever listens. */
export interface HealthWatch {
  get(): Health
  set(change: Partial<Health>): void
  /** @returns a function that stops listening */
  listen(onChange: () => void): () => void
}

export function makeHealth(first: Pick<Health, 'name' | 'version'> & Partial<Health>): HealthWatch {
  let health: Health = {
    parked: [],
    revoked: false,
    clockWrong: false,
    clockOff: 0,
    storageMissing: false,
    storageFull: false,
    captivePortal: false,
    offline: false,
    forged: false,
    ...first
  }
  const listeners = new Set<() => void>()
  return {
    get: () => health,
    set(change) {
      health = { ...health, ...change }
      for (const hear of listeners) hear()
    },
    listen(onChange) {
      listeners.add(onChange)
      return () => void listeners.delete(onChange)
    }
  }
}

/** Given on an enrolled tablet only. */
export const HealthContext = createContext<HealthWatch | undefined>(undefined)

/** How this tablet is doing; nothing on a phone. */
export function useHealth(): Health | undefined {
  const watch = useContext(HealthContext)
  const [health, setHealth] = useState(watch?.get())
  useEffect(() => {
    const look = () => setHealth(watch?.get())
    look()
    return watch?.listen(look)
  }, [watch])
  return health
}
