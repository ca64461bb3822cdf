import { headline, type Spoken, speakable } from '#intake/speakable.ts'
import type { Visit } from '#intake/visit.ts'
import type { Words } from '#i18n/words.ts'
import type { Aloud } from '#ui/aloud.ts'
import { useEffect, useRef, useState } from 'preact/hooks'

import { readingOrder } from './order.ts'
import { shownBy, textsOn } from './pointer.ts'
import type { Speech } from './speech.ts'
import { useMouth } from './useMouth.ts'
import { type Piece, useReader } from './useReader.ts'

/** A language says hello so soon after the tap that chose it, milliseconds; later it would speak unasked. */
const HELLO_WITHIN = 4_000

export interface AloudOptions {
  readonly visit: Visit
  /** With the name of the place filled in. */
  readonly words: Words
  readonly speech: Speech | undefined
  /** Seconds left while a tablet asks whether somebody is there. */
  readonly asking: number | undefined
  readonly now: () => number
}

const idleLines = (count: number): readonly Spoken[] => [
  { key: 'idle.title' },
  { key: 'idle.body', values: { count } },
  { key: 'idle.stay' },
  { key: 'idle.wipe' }
]

/**
 * Reading aloud through one visit. Nothing is read that nobody asked for: only the question whether somebody is still
 * there is spoken by itself, to who has listened before. It ends with the visit, and keeps nothing.
 */
export function useAloudHere({ visit, words, speech, asking, now }: AloudOptions): Aloud {
  const mouth = useMouth(speech, words.language)
  const [slow, setSlow] = useState(false)
  const reader = useReader(mouth, words, slow)
  /** Somebody listened in this visit. */
  const listened = useRef(false)
  const [greets, setGreets] = useState<{ language: string; at: number }>()

  /** What sounds is only a hello: Luister does not stop it, it begins. */
  const greeting = useRef(false)
  const readPage = () => {
    greeting.current = false
    const said = asking === undefined ? speakable(visit) : idleLines(asking)
    const elements = textsOn(document)
    const turns = readingOrder(said, elements.map(shownBy))
    reader.start(turns.map(({ say, at }): Piece => ({ say, element: elements[at] })))
  }

  // what was read belongs to the page that was left
  const asked = asking !== undefined
  useEffect(() => reader.stop, [visit.page, visit.overlay, words.language, asked])

  useEffect(() => {
    if (asked && listened.current) readPage()
  }, [asked])

  const ready = reader.can({ key: 'lang.hello' })
  useEffect(() => {
    if (!greets || greets.language !== words.language || !ready) return
    setGreets(undefined)
    // who is at the first question by now was greeted by silence: a hello there would speak into it
    if (now() - greets.at >= HELLO_WITHIN || !['language', 'welcome'].includes(visit.page)) return
    greeting.current = true
    reader.start([{ say: { key: 'lang.hello' } }])
  }, [greets, words.language, ready])

  return {
    there: reader.can(headline(visit)),
    settled: mouth?.settled() ?? false,
    reading: reader.by !== undefined && !greeting.current,
    note: reader.by === 'generated' ? 'listen.generated' : reader.paused ? 'listen.paused' : undefined,
    listen() {
      listened.current = true
      if (reader.by && !greeting.current) reader.stop()
      else readPage()
    },
    hears: key => reader.can({ key }),
    hear(keys) {
      listened.current = true
      greeting.current = false
      const elements = textsOn(document)
      reader.start(keys.map(key => ({ say: { key }, element: elements.find(i => i.dataset['say'] === key) })))
    },
    slow,
    onSlow: () => setSlow(!slow),
    hello: language => setGreets({ language, at: now() })
  }
}
