import { createContext } from 'preact'
import { useContext } from 'preact/hooks'

/** Reading aloud, as a page sees it. Outside a conversation there is none, and no button for it. */
export interface Aloud {
  /** The title of this page can be heard in its language: only then is there a button. */
  readonly there: boolean
  /** Everything that could be heard is known: without a voice by now, there is none. */
  readonly settled: boolean
  readonly reading: boolean
  /** Text key of what is said about it above the controls. */
  readonly note: string | undefined
  /** Reads the page, or stops reading. */
  readonly listen: () => void
  readonly hears: (key: string) => boolean
  /** Reads these texts only. */
  readonly hear: (keys: readonly string[]) => void
  readonly slow: boolean
  readonly onSlow: () => void
  /** Somebody chose this language with a tap: it says who it is as soon as it can. */
  readonly hello: (language: string) => void
}

export const AloudContext = createContext<Aloud | undefined>(undefined)

export const useAloud = (): Aloud | undefined => useContext(AloudContext)
