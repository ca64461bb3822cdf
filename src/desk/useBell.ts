import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks'

import { ringing, type Ringing } from './queue/bell.ts'
import type { Queue } from './queue/queue.ts'
import type { World } from './world.ts'

/** Rings for who comes while this desk is open; once with sound for each, and as a bar until it is dealt with. */
export function useBell(
  { sound }: Pick<World, 'sound'>,
  cards: Queue['cards'],
  first: ReadonlySet<string>,
  now: number
): { ringing: readonly Ringing[]; quiet: (ids: readonly string[]) => void } {
  const [silenced, setSilenced] = useState<ReadonlySet<string>>(new Set())
  const rung = useRef(new Set<string>())
  const quiet = useMemo(() => new Set([...first, ...silenced]), [first, silenced])
  const rings = useMemo(() => ringing(cards.values(), quiet, now), [cards, quiet, now])

  useEffect(() => {
    const wake = () => sound.wake()
    addEventListener('pointerdown', wake)
    addEventListener('keydown', wake)
    return () => {
      removeEventListener('pointerdown', wake)
      removeEventListener('keydown', wake)
    }
  }, [sound])

  useEffect(() => {
    const fresh = rings.filter(({ id }) => !rung.current.has(id))
    for (const { id } of fresh) rung.current.add(id)
    if (fresh.length > 0) sound.ring()
  }, [rings, sound])

  return { ringing: rings, quiet: useCallback(ids => setSilenced(was => new Set([...was, ...ids])), []) }
}
