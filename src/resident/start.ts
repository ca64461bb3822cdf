import type { Words } from '#i18n/words.ts'

import type { Theme } from '#ui/theme.ts'

import type { LanguagePage } from './conversation/languagePage.ts'
import { waited } from './waited.ts'

export interface Outside {
  /** As it was when the page came, with the root of a poster in its fragment. */
  readonly address: Pick<Location, 'pathname' | 'hash'>
  readonly page: LanguagePage
  /** The colours, from the first paint on. */
  readonly theme: Theme
  readonly root: HTMLElement
  readonly loadWords: (language: string) => Promise<Words>
  readonly fetch: typeof fetch
  readonly now: () => number
  readonly random: (length: number) => Uint8Array
  /** Of this app: eight letters and digits, from the build. */
  readonly version: string
}

/**
 * The language page is alive first: it speaks the chosen language. Everything else (the conversation, the drawer, the
 * keys) is fetched behind it.
 */
export async function start(outside: Outside): Promise<void> {
  const { page, loadWords } = outside
  const speak = async () => {
    const language = page.language()
    const words = await untilThere(() => loadWords(language))
    if (page.language() === language) page.say(words)
  }
  const quiet = page.listen(() => void speak())
  const behind = untilThere(() => import('./behind.tsx'))
  await speak()
  const { open } = await behind
  await open({ ...outside, taken: quiet })
}

/** A network that fails half-way, before the worker has put everything on this device: again, until it is there. */
async function untilThere<T>(fetching: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await fetching()
    } catch {
      await waited(2_000)
    }
  }
}
