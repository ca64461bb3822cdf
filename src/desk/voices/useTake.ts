import { LONGEST } from '#wire/voices.ts'
import { useCallback, useEffect, useRef, useState } from 'preact/hooks'

import type { Playing, Running, Studio } from './studio.ts'

export type Phase = 'idle' | 'asking' | 'recording' | 'working' | 'take'
/** Why there is no take, or why it is not heard. */
export type Trouble = 'refused' | 'none' | 'failed' | 'unheard'

export interface TakeHook {
  readonly phase: Phase
  readonly trouble: Trouble | undefined
  readonly playing: boolean
  readonly take: Blob | undefined
  /** From 0 to 1, while it records. */
  readonly level: number
  /** Begins a recording, or ends the one that runs. */
  readonly record: () => void
  /** Plays the take or an address; stops what plays. */
  readonly listen: (sound: Blob | string) => void
  /** Forgets take and trouble: for the next sentence. */
  readonly clear: () => void
}

/** So often the level is looked at (ms). */
const LOOK = 80

/** One sentence before the microphone: silence, a recording that runs, a take that waits to be kept. */
export function useTake(studio: Studio): TakeHook {
  const [phase, setPhase] = useState<Phase>('idle')
  const [trouble, setTrouble] = useState<Trouble>()
  const [take, setTake] = useState<Blob>()
  const [level, setLevel] = useState(0)
  const [playing, setPlaying] = useState(false)
  const running = useRef<Running | undefined>(undefined)
  const sound = useRef<Playing | undefined>(undefined)
  // what comes of a recording that nobody waits for any more is let go
  const turn = useRef(0)

  const quiet = useCallback(() => {
    sound.current?.stop()
    sound.current = undefined
    setPlaying(false)
  }, [])

  const begin = useCallback(async () => {
    const mine = ++turn.current
    setTrouble(undefined)
    setPhase('asking')
    const begun = await studio.record()
    if (mine !== turn.current) return void (typeof begun === 'string' || begun.stop())
    if (typeof begun === 'string') {
      setTrouble(begun)
      return setPhase('idle')
    }
    running.current = begun
    setTake(undefined)
    setPhase('recording')
  }, [studio])

  const end = useCallback(async () => {
    const mine = turn.current
    const ending = running.current
    if (!ending) return
    running.current = undefined
    setPhase('working')
    const made = await ending.stop()
    if (mine !== turn.current) return
    setTake(made === 'failed' ? undefined : made)
    setTrouble(made === 'failed' ? 'failed' : undefined)
    setPhase(made === 'failed' ? 'idle' : 'take')
  }, [])

  useEffect(() => {
    if (phase !== 'recording') return
    const look = setInterval(() => setLevel(running.current?.level() ?? 0), LOOK)
    const enough = setTimeout(() => void end(), LONGEST * 1000)
    return () => {
      clearInterval(look)
      clearTimeout(enough)
    }
  }, [phase, end])

  const clear = useCallback(() => {
    turn.current++
    void running.current?.stop()
    running.current = undefined
    quiet()
    setTake(undefined)
    setTrouble(undefined)
    setPhase('idle')
  }, [quiet])

  useEffect(
    () => () => {
      clear()
      studio.close()
    },
    [clear, studio]
  )

  return {
    phase,
    trouble,
    playing,
    take,
    level,
    clear,
    record() {
      quiet()
      if (phase === 'recording') void end()
      else if (phase === 'idle' || phase === 'take') void begin()
    },
    listen(what) {
      if (playing) return quiet()
      setTrouble(undefined)
      setPlaying(true)
      const mine = (sound.current = studio.play(what))
      void mine.over.then(how => {
        if (sound.current !== mine) return
        sound.current = undefined
        setPlaying(false)
        if (how === 'failed') setTrouble('unheard')
      })
    }
  }
}
