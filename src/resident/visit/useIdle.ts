import { useEffect, useRef, useState } from 'preact/hooks'

import { type Idle, watchIdle } from './idle.ts'

const signs = ['pointerdown', 'keydown', 'wheel', 'scroll', 'input', 'focusin'] as const

/** Counts down on a tablet that nobody touches. `seconds` is set while the question is on the screen. */
export function useIdle(on: boolean, now: () => number, onGone: () => void) {
  const [seconds, setSeconds] = useState<number>()
  const idle = useRef<Idle>(undefined)
  const gone = useRef(onGone)
  gone.current = onGone

  useEffect(() => {
    if (!on) return
    const words = () => document.body.innerText.split(/\s+/).length
    let asking = false
    const watch = watchIdle({
      now,
      words,
      onSink: left => {
        asking = left !== undefined
        setSeconds(left)
      },
      onGone: () => gone.current()
    })
    idle.current = watch
    // once the question is on the screen only its own buttons answer it: its title takes the focus by itself
    const stir = () => !asking && watch.stir()
    for (const sign of signs) addEventListener(sign, stir, { capture: true, passive: true })
    return () => {
      watch.stop()
      for (const sign of signs) removeEventListener(sign, stir, { capture: true })
    }
  }, [on, now])

  return { seconds, stay: () => idle.current?.stir() }
}
