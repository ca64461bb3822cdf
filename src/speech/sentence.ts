import type { Words } from '#i18n/words.ts'

/** What is to be said: a text key with what fills it, or words as they stand. */
export type ToSay =
  | { readonly key: string; readonly values?: Readonly<Record<string, string | number>> | undefined }
  | { readonly text: string; readonly lang?: string | undefined }

/** One sentence as a voice needs it. */
export interface Sentence {
  /** What the screen shows, with names and numbers in it. */
  readonly text: string
  /** BCP 47. */
  readonly lang: string
  /** Key of its clip. Words of the resident's own, names and numbers have none. */
  readonly clip?: string
}

/** A number of the code is read digit by digit. */
const spelled = (text: string) => (/^\d+$/.test(text) ? text.split('').join(' ') : text)

/** A sentence in the language of the words; nothing where there is no such text. */
export function sentenceOf(said: ToSay, { t, language }: Pick<Words, 't' | 'language'>): Sentence | undefined {
  if ('text' in said) return said.text ? { text: spelled(said.text), lang: said.lang ?? language } : undefined
  const { key, values } = said
  // marks that isolate a name in a line of the other direction are for the eye
  const text = t(key, values).replace(/[\u2066-\u2069]/g, '')
  // a missing text gives its key, which is no sentence
  if (text === key || !text) return undefined
  const form = `spoken.${key}`
  if (t(form) !== form) return { text, lang: language, clip: form }
  // a number without a spoken form is nothing that could be recorded
  return values ? { text, lang: language } : { text, lang: language, clip: key }
}
