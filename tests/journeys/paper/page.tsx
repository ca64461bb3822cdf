import '#ui/first.css'

import { paperCard } from '#intake/paperCard.ts'
import type { Visit } from '#intake/visit.ts'
import { loadWords, type Words } from '#i18n/words.ts'
import { Paper, type PaperProps } from '#resident/print/Paper.tsx'
import { printPaperCard } from '#ui/printPaperCard.tsx'
import { WordsContext } from '#ui/words.ts'
import { render } from 'preact'

/** A page with nothing on it but the product's own paper, so that any card can be printed from a test. */
export interface Table {
  lay(card: Omit<PaperProps, 'visit'> & { readonly visit: Visit }): Promise<void>
  /** An empty card in this language; says what the browser was asked. */
  empty(language: string, place: PaperProps['profile']): Promise<string>
}

declare global {
  interface Window {
    table: Table
  }
}

window.table = {
  async lay(card) {
    const own = await loadWords(card.visit.language, 'resident')
    const words: Words = { ...own, t: (key, values) => own.t(key, { place: card.profile.place, ...values }) }
    document.documentElement.lang = words.language
    document.documentElement.dir = words.dir
    render(
      <WordsContext.Provider value={words}>
        <Paper {...card} />
      </WordsContext.Provider>,
      document.getElementById('table')!
    )
  },
  empty: (language, place) => printPaperCard({ sides: paperCard({ offSteps: [], offAsks: [] }), place, language })
}
