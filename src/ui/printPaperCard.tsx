import { languages } from '#i18n/languages.ts'
import { loadWords } from '#i18n/words.ts'

import { PaperCard, type PaperCardProps } from './PaperCard.tsx'
import { printSheets } from './printSheets.ts'

export interface EmptyCard extends Pick<PaperCardProps, 'sides' | 'place'> {
  /** BCP 47; with another than the team's own, each text stands there in both. */
  readonly language: string
}

/** Prints an empty card to fill in by hand. Says 'no-words' when the texts of that language cannot be fetched. */
export async function printPaperCard({ language, ...card }: EmptyCard): Promise<'asked' | 'no-words'> {
  const theirs = languages[0]!.code
  const loading = Promise.all([
    loadWords(language, 'resident'),
    language === theirs ? undefined : loadWords(theirs, 'resident')
  ])
  const loaded = await loading.catch(() => undefined)
  if (!loaded) return 'no-words'
  const [words, also] = loaded
  await printSheets(<PaperCard {...card} words={words} also={also} />)
  return 'asked'
}
