import { languageOf } from '#i18n/languages.ts'
import { wordsOf } from '#i18n/words.ts'
import { type JourneyEvent, journey } from '#intake/journey.ts'
import type { Visit } from '#intake/visit.ts'
import texts from '#locales/nl/resident.json'
import { useAloudHere } from '#resident/aloud/useAloudHere.ts'
import { Asides } from '#resident/Asides.tsx'
import { useEase } from '#resident/ease/useEase.ts'
import type { Device, PlaceHere } from '#resident/page.ts'
import { fetchPage } from '#resident/pages.ts'
import { Shown } from '#resident/Shown.tsx'
import type { Clips } from '#speech/clips.ts'
import { openMouth } from '#speech/mouth.ts'
import { AloudContext } from '#ui/aloud.ts'
import { WordsContext } from '#ui/words.ts'
import { act, render } from '@testing-library/preact'
import { useReducer, useState } from 'preact/hooks'

import { type AnEar, anEar } from '../speech/aDevice.ts'

const words = wordsOf(languageOf('nl'), texts)
export const t = (key: string, values = {}): string => words.t(key, { place: 'Werkwinkel Overvecht', ...values })

export interface Listener {
  readonly ear: AnEar
  readonly visit: () => Visit
  readonly container: Element
  /** What the conversation does by itself, such as coming to another page. */
  readonly does: (event: JourneyEvent) => Promise<void>
  /** Nobody touched the tablet for a while: so many seconds are left. */
  readonly asks: (seconds: number | undefined) => Promise<void>
  readonly hello: (language: string) => void
  /** Ends what sounds now. */
  readonly finish: () => Promise<void>
  /** What is marked as being read. */
  readonly marked: () => (string | null)[]
}

interface Wish {
  readonly clips: Clips
  readonly voices?: readonly SpeechSynthesisVoice[]
  readonly place: PlaceHere
  readonly device: Device
}

/** Somebody who listens to a page, as the conversation has it: page, what lies over it, and the voices. */
export async function aListener(first: Visit, { clips, voices = [], place, device }: Wish): Promise<Listener> {
  await fetchPage(first.page)
  const ear = anEar(voices)
  const opened = Promise.resolve(clips)
  const speech = async (language: string, onChange: () => void) =>
    openMouth(language, { ...ear, clips: opened, onChange })
  let now = first
  let tell: (event: JourneyEvent) => void
  let ask: (seconds: number | undefined) => void
  let greet: (language: string) => void

  function World() {
    const [visit, dispatch] = useReducer(journey, first)
    const [asking, setAsking] = useState<number>()
    now = visit
    tell = dispatch
    ask = setAsking
    const own = { ...words, t }
    const ease = useEase(undefined)
    const aloud = useAloudHere({ visit, words: own, speech, asking, now: device.now })
    greet = aloud.hello
    const over = asking !== undefined || visit.overlay !== undefined
    return (
      <WordsContext.Provider value={own}>
        <AloudContext.Provider value={aloud}>
          {over && (
            <Asides
              visit={visit}
              dispatch={dispatch}
              seconds={asking}
              onStay={() => setAsking(undefined)}
              ease={ease}
            />
          )}
          <div hidden={over}>
            <Shown visit={visit} dispatch={dispatch} place={place} device={device} />
          </div>
        </AloudContext.Provider>
      </WordsContext.Provider>
    )
  }
  const { container } = render(<World />)
  // voices and clips arrive by themselves
  await act(async () => void (await opened))
  return {
    ear,
    container,
    visit: () => now,
    does: event => act(async () => tell(event)),
    asks: seconds => act(async () => ask(seconds)),
    hello: language => void act(() => greet(language)),
    finish: () => act(() => ear.finish()),
    marked: () => [...container.querySelectorAll('[data-heard]')].map(i => i.textContent)
  }
}
