import type { Visit } from '#intake/visit.ts'
import type { JourneyEvent } from '#intake/journey.ts'
import { useAloud } from '#ui/aloud.ts'
import { useLayoutEffect, useRef } from 'preact/hooks'

import type { LanguagePage } from './languagePage.ts'

export interface LanguageProps {
  readonly visit: Visit
  readonly dispatch: (event: JourneyEvent) => void
  readonly page: LanguagePage
}

/** Puts the language page of the HTML on the screen and hears what is tapped there, or was tapped already. */
export function Language({ visit, dispatch, page }: LanguageProps) {
  useLayoutEffect(() => {
    page.show(true)
    if (visit.trail.length > 0) page.focus()
    return () => page.show(false)
  }, [page])

  const aloud = useAloud()
  const voice = useRef(aloud)
  voice.current = aloud
  useLayoutEffect(() => page.chosen(language => voice.current?.hello(language)), [page])
  useLayoutEffect(() => page.voice(aloud?.there ?? false, aloud?.reading ?? false))

  useLayoutEffect(() => {
    const hear = () => {
      const language = page.language()
      if (language !== visit.language) dispatch({ type: 'choose', code: language })
      const tapped = page.tapped()
      page.answered()
      if (tapped === 'go') dispatch({ type: 'next' })
      if (tapped === 'listen') voice.current?.listen()
      if (tapped === 'help') dispatch({ type: 'open', page: 'help' })
    }
    hear()
    return page.listen(hear)
  }, [page, visit.language, dispatch])

  return null
}
