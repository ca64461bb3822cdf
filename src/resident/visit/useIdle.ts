import { useEffect, useRef, useState } from 'preact/hooks'

import { type Idle, watchIdle } from './idle.ts'

/** Signs of life. Reading aloud sends `speaking` to the window with each sentence: who listens is here. */
const signs = ['pointerdown', 'keydown', 'wheel', 'scroll', 'input', 'focusin', 'speaking'] as const

/**
 * Counts down on a tablet that nobody touches. `left`: seconds, set while the question is on the screen.
 *
 * @param seconds what the place chose
 */
export function useIdle(on: boolean, seconds: number | undefined, now: () => number, onGone: () => void) {
  const [left, setLeft] = useState<number>()
  const idle = useRef<Idle>(undefined)
  const gone = useRef(onGone)
  gone.current = onGone

  useEffect(() => {
    if (!on) return
    let asking = false
    const watch = watchIdle({
      now,
      seconds,
      words: () => document.body.innerText.split(/\s+/).length,
      onSink: still => {
        asking = still !== undefined
        setLeft(still)
      },
      onGone: () => gone.current()
    })
    idle.current = watch
    // once the question is on the screen only its own buttons answer it: its title takes the focus by itself
    const stir = ({ type }: Event) => {
      // the border of one switch moves the page by itself: only a press is a sign of life
      const alone = type === 'scroll' && 'scan' in document.documentElement.dataset
      if (!asking && !alone) watch.stir()
    }
    const look = () => watch.look()
    for (const sign of signs) addEventListener(sign, stir, { capture: true, passive: true })
    // a print dialog and a dark screen stop timers; nothing may be read longer than the clock allows
    addEventListener('afterprint', look)
    document.addEventListener('visibilitychange', look)
    return () => {
      watch.stop()
      for (const sign of signs) removeEventListener(sign, stir, { capture: true })
      removeEventListener('afterprint', look)
      document.removeEventListener('visibilitychange', look)
      setLeft(undefined)
    }
  }, [on, seconds, now])

  return { left, stay: () => idle.current?.stir() }
}
