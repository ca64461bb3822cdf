import type { Visit } from '#intake/visit.ts'
import type { JourneyEvent } from '#intake/journey.ts'
import { useLayoutEffect } from 'preact/hooks'

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

  useLayoutEffect(() => {
    const hear = () => {
      const language = page.language()
      if (language !== visit.language) dispatch({ type: 'choose', code: language })
      const tapped = page.tapped()
      page.answered()
      if (tapped === 'go') dispatch({ type: 'next' })
      if (tapped === 'help') dispatch({ type: 'open', page: 'help' })
    }
    hear()
    return page.listen(hear)
  }, [page, visit.language, dispatch])

  return null
}
