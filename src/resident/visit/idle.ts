import { IDLE_SECONDS } from '#wire/location.ts'

/** After the question whether somebody is there: so long to answer, in milliseconds. */
export const SINK = 30_000
/** Nobody is asked without having this long to answer with one tap, whatever stood still meanwhile. */
export const REACT = 20_000
/** The clock is compared each second: longer ago than this, it stood still. */
const MISSED = 2_000
/** A page full of words may be read for so long, unless the place is more patient anyway. */
const LONG_READING = 180_000
/** A slow reader takes this long for a word. */
const PER_WORD = 1_500

/**
 * Milliseconds without a sign of life before the question comes: what the place chose, longer on a page with many
 * words.
 */
export const patienceFor = (words: number, seconds = IDLE_SECONDS): number =>
  Math.max(seconds * 1000, Math.min(LONG_READING, words * PER_WORD))

export interface Idle {
  /** Somebody is here: from the start again. */
  stir(): void
  /** Compares the clock now instead of at the next second: a dialog closed, or the screen came on. */
  look(): void
  stop(): void
}

export interface IdleOptions {
  readonly now: () => number
  /** Words on the page now. */
  readonly words: () => number
  /** What the place chose, in seconds. */
  readonly seconds?: number | undefined
  /** Every second while the goal sinks, with the seconds left; `undefined` when somebody stirred. */
  readonly onSink: (seconds: number | undefined) => void
  readonly onGone: () => void
}

/**
 * Watches over a tablet that somebody may have walked away from. It compares clocks instead of trusting timers: a
 * print dialog or a sleeping tablet stops those. Whoever was away for the whole time finds nothing; whoever comes back
 * in the middle of the question still gets time to answer it.
 */
export function watchIdle({ now, words, seconds, onSink, onGone }: IdleOptions): Idle {
  let last = now()
  /** When the page goes; set when the question is asked. */
  let end: number | undefined
  let gone = false
  const look = () => {
    if (gone) return
    const at = now()
    // a clock that was set back must not give anybody another hour
    if (at < last) {
      last = at
      end &&= at + SINK
    }
    const asks = last + patienceFor(words(), seconds)
    if (end === undefined && at >= asks && at < asks + SINK) end = Math.max(asks + SINK, at + REACT)
    if (at >= (end ?? asks + SINK)) {
      gone = true
      clearInterval(clock)
      onGone()
    } else if (end !== undefined) onSink(Math.ceil(Math.min(end - at, SINK) / 1000))
  }
  const clock = setInterval(look, 1000)
  return {
    stir() {
      // The touch that wakes a sleeping tablet may come before the clock was compared, and may be the next visitor's:
      // it neither saves a page that should be gone nor answers a question that nobody has seen.
      const asked = end !== undefined
      if (now() - last > MISSED) look()
      if (gone || (end !== undefined && !asked)) return
      last = now()
      if (end !== undefined) onSink(undefined)
      end = undefined
    },
    look,
    stop() {
      gone = true
      clearInterval(clock)
    }
  }
}
