import type { Spoken } from '#intake/speakable.ts'
import type { Words } from '#i18n/words.ts'
import type { Mouth } from '#speech/mouth.ts'
import { sentenceOf } from '#speech/sentence.ts'
import { useEffect, useRef, useState } from 'preact/hooks'

import { makePointer } from './pointer.ts'

/** Something to read, and what shows it. */
export interface Piece {
  readonly say: Spoken
  readonly element?: HTMLElement | undefined
}

export interface Reader {
  /** Whose voice is heard now; nothing while it is quiet. */
  readonly by: 'recorded' | 'device' | 'generated' | undefined
  /** It stopped because the page went out of sight. */
  readonly paused: boolean
  readonly can: (say: Spoken) => boolean
  readonly start: (pieces: readonly Piece[]) => void
  readonly stop: () => void
}

const calm = () => matchMedia('(prefers-reduced-motion: reduce)').matches

/** Reads pieces of the page one after the other and marks each. A tap anywhere else stops it, and so does a page out of sight. */
export function useReader(mouth: Mouth | undefined, words: Words, slow: boolean): Reader {
  const [by, setBy] = useState<Reader['by']>()
  const [paused, setPaused] = useState(false)
  const stopping = useRef<(() => void) | undefined>(undefined)
  const stop = () => {
    stopping.current?.()
    stopping.current = undefined
  }

  useEffect(() => {
    // buttons that start or stop it answer for themselves
    const tap = ({ target }: Event) => {
      setPaused(false)
      if (!(target instanceof Element && target.closest('[data-aloud]'))) stop()
    }
    const key = (event: KeyboardEvent) => event.key === 'Escape' && stop()
    const look = () => {
      if (document.visibilityState !== 'hidden' || !stopping.current) return
      stop()
      setPaused(true)
    }
    addEventListener('click', tap, { capture: true })
    addEventListener('input', tap, { capture: true })
    addEventListener('keydown', key, { capture: true })
    addEventListener('pagehide', stop)
    document.addEventListener('visibilitychange', look)
    return () => {
      stop()
      removeEventListener('click', tap, { capture: true })
      removeEventListener('input', tap, { capture: true })
      removeEventListener('keydown', key, { capture: true })
      removeEventListener('pagehide', stop)
      document.removeEventListener('visibilitychange', look)
    }
  }, [])

  return {
    by,
    paused,
    can(say) {
      const sentence = mouth && sentenceOf(say, words)
      return sentence !== undefined && mouth!.can(sentence)
    },
    start(pieces) {
      stop()
      if (!mouth) return
      const pointer = makePointer(calm)
      const heard = pieces.flatMap(piece => {
        const sentence = sentenceOf(piece.say, words)
        return sentence ? [{ ...piece, sentence }] : []
      })
      let ended = false
      const end = mouth.read(
        heard.map(i => i.sentence),
        {
          slow,
          onSentence(place, voice) {
            const { element } = heard[place]!
            if (element && !pointer.at(element)) return false
            setBy(voice)
            // who listens is here: the tablet waits (`visit/useIdle.ts`)
            dispatchEvent(new Event('speaking'))
            return true
          },
          onEnd() {
            ended = true
            stopping.current = undefined
            pointer.away()
            setBy(undefined)
            dispatchEvent(new Event('speaking'))
          }
        }
      )
      if (!ended) stopping.current = end
    },
    stop
  }
}
