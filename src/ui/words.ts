import type { Words } from '#i18n/words.ts'
import { createContext } from 'preact'
import { useContext } from 'preact/hooks'

export const WordsContext = createContext<Words | undefined>(undefined)

/** The words of the language that is on. Throws outside a page, which is a mistake in the code. */
export function useWords(): Words {
  const words = useContext(WordsContext)
  if (!words) throw new Error('no words around this component')
  return words
}
