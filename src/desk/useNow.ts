import { useEffect, useState } from 'preact/hooks'

/** The time (ms), told again every so many milliseconds: waiting times count in minutes. */
export function useNow(now: () => number, every = 10_000): number {
  const [time, setTime] = useState(now)
  useEffect(() => {
    const timer = setInterval(() => setTime(now()), every)
    return () => clearInterval(timer)
  }, [now, every])
  return time
}
