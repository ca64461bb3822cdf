import { useEffect, useRef } from 'preact/hooks'

/**
 * Calls `onOver` once so much time has passed by the clock: a print dialog and a dark screen stop timers, so the clock
 * is compared when they end.
 *
 * @param milliseconds counted from when this page came
 */
export function useAtLatest(on: boolean, milliseconds: number, now: () => number, onOver: () => void): void {
  const over = useRef(onOver)
  over.current = onOver
  useEffect(() => {
    if (!on) return
    let from = now()
    const look = () => {
      // a clock that was set back gives no more time
      from = Math.min(from, now())
      if (now() - from >= milliseconds) over.current()
    }
    const clock = setInterval(look, 1000)
    addEventListener('afterprint', look)
    document.addEventListener('visibilitychange', look)
    return () => {
      clearInterval(clock)
      removeEventListener('afterprint', look)
      document.removeEventListener('visibilitychange', look)
    }
  }, [on, milliseconds, now])
}
