import { languages } from '#i18n/languages.ts'
import { loadWords, type Words } from '#i18n/words.ts'
import { useWords } from '#ui/words.ts'
import { useEffect, useState } from 'preact/hooks'

/**
 * The words of the language that the team speaks, for who reads along; nothing while the page itself is in it, nor until
 * they are here.
 *
 * @param place fills in `{{place}}`
 */
export function useDutch(place: string): Words | undefined {
  const { language } = useWords()
  const [words, setWords] = useState<Words>()
  const theirs = languages[0]!.code
  useEffect(() => {
    let wanted = true
    const loaded = (words: Words) =>
      wanted && setWords({ ...words, t: (key, values) => words.t(key, { place, ...values }) })
    // without them the paper is still the resident's own
    if (language !== theirs) loadWords(theirs, 'resident').then(loaded, () => undefined)
    return () => {
      wanted = false
    }
  }, [language, theirs, place])
  return language === theirs ? undefined : words
}
