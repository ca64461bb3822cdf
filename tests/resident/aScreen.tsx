import type { JourneyEvent } from '#intake/journey.ts'
import { journey } from '#intake/journey.ts'
import type { Visit } from '#intake/visit.ts'
import { languageOf } from '#i18n/languages.ts'
import { wordsOf } from '#i18n/words.ts'
import texts from '#locales/nl/resident.json'
import type { Device, PageOf, PlaceHere } from '#resident/page.ts'
import { WordsContext } from '#ui/words.ts'
import { render } from '@testing-library/preact'
import { useReducer } from 'preact/hooks'

export interface Screen {
  /** What happened on the page, in order. */
  readonly events: JourneyEvent[]
  /** The visit as it is now. */
  readonly visit: () => Visit
  readonly container: Element
}

/** One page in front of a resident, in Dutch; the journey answers what they do, but no other page comes. */
export function aScreen(PageHere: PageOf, first: Visit, place: PlaceHere, device: Device): Screen {
  const events: JourneyEvent[] = []
  let now = first
  const words = wordsOf(languageOf('nl'), texts)
  const t: typeof words.t = (key, values) => words.t(key, { place: first.setting.place, ...values })
  function World() {
    const [visit, dispatch] = useReducer(journey, first)
    now = visit
    const tell = (event: JourneyEvent) => {
      events.push(event)
      dispatch(event)
    }
    return (
      <WordsContext.Provider value={{ ...words, t }}>
        <PageHere visit={visit} dispatch={tell} place={place} device={device} />
      </WordsContext.Provider>
    )
  }
  const { container } = render(<World />)
  return { events, visit: () => now, container }
}
