import { languages } from '#i18n/languages.ts'
import type { Words } from '#i18n/words.ts'
import type { Translated } from '#ui/Translated.tsx'
import { useEffect, useState } from 'preact/hooks'

export interface OwnOrDutch {
  /** What the page speaks now. */
  readonly words: Words
  /** What it says of these words; nothing for who reads Dutch. */
  readonly translated?: Translated
}

/**
 * The language of the resident, or for a while the Dutch that it was translated from. Only what is read changes: the
 * visit, its answers and its language stay as they are.
 *
 * @param choosing a language is being chosen: that ends it
 */
export function useOwnOrDutch(
  own: Words,
  choosing: boolean,
  loadWords: (language: string) => Promise<Words>
): OwnOrDutch {
  const source = languages[0]!.code
  const [dutch, setDutch] = useState<Words>()
  const [askedIn, setAskedIn] = useState<string>()
  const translates = own.written !== source

  useEffect(() => {
    // ahead, so that a tap shows it at once, also without a network
    if (translates && !dutch) void loadWords(source).then(setDutch, () => undefined)
  }, [translates, dutch, source, loadWords])
  useEffect(() => setAskedIn(undefined), [own.language, choosing])

  if (!translates || !dutch) return { words: own }
  if (askedIn === own.language) {
    const { written: language, dir } = own
    return {
      words: dutch,
      translated: { unread: false, label: own.t('lang.own'), language, dir, onTap: () => setAskedIn(undefined) }
    }
  }
  return {
    words: own,
    translated: {
      unread: !own.reviewed,
      label: own.t('lang.dutch'),
      language: own.written,
      dir: own.dir,
      onTap: () => setAskedIn(own.language)
    }
  }
}
