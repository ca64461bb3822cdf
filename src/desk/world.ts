import type { Sound } from './queue/sound.ts'
import type { Studio } from './voices/studio.ts'

/** Everything of the browser that the desk uses, so that a test can bring its own. Only `main.tsx` makes the real one. */
export interface World {
  readonly fetch: typeof globalThis.fetch
  readonly EventSource: typeof globalThis.EventSource
  /** Milliseconds since 1970. */
  readonly now: () => number
  readonly random: () => number
  readonly sound: Sound
  /** Microphone and loudspeaker, for the page of the voices. */
  readonly studio: Studio
  /** A newer version of the app, when one waits; taking it loads the page again and so drops the keys. */
  readonly updates: {
    readonly ready: () => boolean
    readonly take: () => void
    /** Calls back when one begins to wait; returns what ends it. */
    readonly watch: (onReady: () => void) => () => void
  }
  /** The address of this desk without a path, for links on posters and tablets. */
  readonly origin: string
}
