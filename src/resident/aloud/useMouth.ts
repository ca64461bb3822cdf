import type { Mouth } from '#speech/mouth.ts'
import { useEffect, useReducer, useState } from 'preact/hooks'

import type { Speech } from './speech.ts'

/** Milliseconds until code that could not be fetched is asked for again. */
const AGAIN = 5_000

/** The voices of a language; nothing while they are not there. Draws anew when more voices come. */
export function useMouth(speech: Speech | undefined, language: string): Mouth | undefined {
  const [mouth, setMouth] = useState<Mouth>()
  const [, draw] = useReducer((count: number) => count + 1, 0)
  const [tries, again] = useReducer((count: number) => count + 1, 0)

  useEffect(() => {
    let opened: Mouth | undefined
    let gone = false
    let clock: ReturnType<typeof setTimeout> | undefined
    speech?.(language, () => draw(undefined)).then(
      found => {
        opened = found
        if (gone) found.close()
        else setMouth(found)
      },
      // no network yet, and not yet kept on this device
      () => gone || (clock = setTimeout(() => again(undefined), AGAIN))
    )
    return () => {
      gone = true
      clearTimeout(clock)
      opened?.close()
    }
  }, [speech, language, tries])

  return mouth?.language === language ? mouth : undefined
}
