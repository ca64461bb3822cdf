import { useEffect, useState } from 'preact/hooks'

/** A call, or a card of somebody who waits here, that has not arrived by then is one that nobody hears; milliseconds. */
export const HEARD_WITHIN = 4_000

/** Whether so much time has passed since this page came. */
export function useLate(milliseconds: number): boolean {
  const [late, setLate] = useState(false)
  useEffect(() => {
    const clock = setTimeout(() => setLate(true), milliseconds)
    return () => clearTimeout(clock)
  }, [milliseconds])
  return late
}
