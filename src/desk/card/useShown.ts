import { loadWords, type Words } from '#i18n/words.ts'
import { useEffect, useState } from 'preact/hooks'

/** The words the resident saw, fetched when they are asked for. Stays absent while they cannot be fetched. */
export function useShown(lang: string, place: string): { shown: Words | undefined; toggle: () => void } {
  const [on, setOn] = useState(false)
  const [words, setWords] = useState<Words>()
  useEffect(() => {
    if (!on || words?.language === lang) return
    let left = false
    loadWords(lang, 'resident').then(
      loaded => {
        if (!left) setWords({ ...loaded, t: (key, values) => loaded.t(key, { place, ...values }) })
      },
      () => {
        if (!left) setOn(false)
      }
    )
    return () => {
      left = true
    }
  }, [on, lang, place, words])
  return { shown: on ? words : undefined, toggle: () => setOn(!on) }
}
