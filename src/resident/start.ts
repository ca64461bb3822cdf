import type { Words } from '#i18n/words.ts'

import type { LanguagePage } from './conversation/languagePage.ts'

export interface Outside {
  /** As it was when the page came, with the root of a poster in its fragment. */
  readonly address: Pick<Location, 'pathname' | 'hash'>
  readonly page: LanguagePage
  readonly root: HTMLElement
  readonly loadWords: (language: string) => Promise<Words>
  readonly fetch: typeof fetch
  readonly now: () => number
  readonly random: (length: number) => Uint8Array
}

/**
 * The language page is alive first: it speaks the chosen language. Everything else (the conversation, the drawer, the
 * keys) is fetched behind it.
 */
export async function start(outside: Outside): Promise<void> {
  const { page, loadWords } = outside
  const speak = async () => {
    const language = page.language()
    const words = await loadWords(language)
    if (page.language() === language) page.say(words)
  }
  const quiet = page.listen(() => void speak())
  const behind = import('./behind.tsx')
  await speak()
  const { open } = await behind
  await open({ ...outside, taken: quiet })
}
