import { useEffect, useState } from 'preact/hooks'

/** A start page that nobody touches for so long shows the landscape again. */
const QUIET = 60_000

/** True when a waiting tablet should draw people; any touch ends it. */
export function useAttract(on: boolean, onQuiet: () => void): boolean {
  const [drawing, setDrawing] = useState(false)
  useEffect(() => {
    if (!on) return setDrawing(false)
    let clock: ReturnType<typeof setTimeout>
    const wait = () => {
      clearTimeout(clock)
      clock = setTimeout(() => {
        setDrawing(true)
        onQuiet()
      }, QUIET)
    }
    const touched = () => {
      setDrawing(false)
      wait()
    }
    wait()
    // `click`, not `pointerdown`: the tap that ends it must not also choose what lies below
    addEventListener('click', touched)
    addEventListener('keydown', touched)
    return () => {
      clearTimeout(clock)
      removeEventListener('click', touched)
      removeEventListener('keydown', touched)
    }
  }, [on])
  return drawing
}
