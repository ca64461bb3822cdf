import { useEffect, useRef } from 'preact/hooks'

/** Calls `onQuiet` once nobody touched the page for so long: a staff page that was left open closes itself. */
export function useQuiet(milliseconds: number, onQuiet: () => void): void {
  const quiet = useRef(onQuiet)
  quiet.current = onQuiet
  useEffect(() => {
    let clock: ReturnType<typeof setTimeout>
    const wait = () => {
      clearTimeout(clock)
      clock = setTimeout(() => quiet.current(), milliseconds)
    }
    wait()
    addEventListener('pointerdown', wait)
    addEventListener('keydown', wait)
    return () => {
      clearTimeout(clock)
      removeEventListener('pointerdown', wait)
      removeEventListener('keydown', wait)
    }
  }, [milliseconds])
}
