import { createContext } from 'preact'
import { useContext } from 'preact/hooks'

import { Glyph } from './Glyph.tsx'
import { Say } from './Say.tsx'
import { useWords } from './words.ts'

/** What a page says of its own words, and the other words it can be read in. */
export interface Translated {
  /** The words say that no person has read them yet. */
  readonly unread: boolean
  /** "In het Nederlands", or the way back, in the language that it leads to or comes from. */
  readonly label: string
  readonly language: string
  readonly dir: 'ltr' | 'rtl'
  readonly onTap: () => void
}

/** Nothing where the page stands in the language that texts are written in. */
export const TranslatedContext = createContext<Translated | undefined>(undefined)

/** A calm line under the sky, on a wide screen in it: who translated this, and the same page in Dutch. */
export function TranslatedLine() {
  const { t } = useWords()
  const translated = useContext(TranslatedContext)
  if (!translated) return null
  const { unread, label, language, dir, onTap } = translated
  return (
    <aside class="translated" aria-label={t('common.language')}>
      {unread && (
        <p>
          <Say text="lang.machineNote" />
        </p>
      )}
      <button type="button" class="translated__way" lang={language} dir={dir} onClick={onTap}>
        <Glyph name="globe" />
        {label}
      </button>
    </aside>
  )
}
