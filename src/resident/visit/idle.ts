/** When to ask whether somebody is still there, in milliseconds; then 30 seconds to answer. */
export const SINK = 30_000
const SHORTEST = 90_000
const LONGEST = 180_000
/** A slow reader takes this long for a word. */
const PER_WORD = 1_500

/** A page with many words gets more patience. */
export const patienceFor = (words: number): number => Math.min(LONGEST, Math.max(SHORTEST, words * PER_WORD))

export interface Idle {
  /** Somebody is here: from the start again. */
  stir(): void
  stop(): void
}

export interface IdleOptions {
  readonly now: () => number
  /** Words on the page now. */
  readonly words: () => number
  /** Every second while the goal sinks, with the seconds left; `undefined` when somebody stirred. */
  readonly onSink: (seconds: number | undefined) => void
  readonly onGone: () => void
}

/**
 * Watches over a tablet that somebody may have walked away from. It compares clocks instead of trusting timers: a
 * print dialog or a sleeping tablet stops those.
 */
export function watchIdle({ now, words, onSink, onGone }: IdleOptions): Idle {
  let last = now()
  let sinking = false
  let gone = false
  const look = () => {
    if (gone) return
    const left = last + patienceFor(words()) + SINK - now()
    if (left <= 0) {
      gone = true
      clearInterval(clock)
      onGone()
    } else if (left <= SINK) {
      sinking = true
      onSink(Math.ceil(left / 1000))
    }
  }
  const clock = setInterval(look, 1000)
  return {
    stir() {
      if (gone) return
      last = now()
      if (sinking) onSink(undefined)
      sinking = false
    },
    stop() {
      gone = true
      clearInterval(clock)
    }
  }
}
