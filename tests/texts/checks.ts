import { capitals, figurative, knownLongWords, officeWords } from './forbidden.ts'
import { fleschDouma, sentences, words } from './reading.ts'
import type { Table } from './tables.ts'

/** The limits of `conversation.md` 8, for Dutch that residents read. */
export const limits = { question: 10, help: 12, sentence: 10, option: 7, letters: 12, ease: 70 } as const

export type Check =
  | 'question'
  | 'help'
  | 'sentence'
  | 'option'
  | 'long word'
  | 'ease'
  | 'office word'
  | 'figurative'
  | 'u-form'
  | 'exclamation'
  | 'capitals'
  | 'must'
  | 'passive'
  | 'double negation'

/** Something that is not plain Dutch. `key` is a text key, or for `ease` the first part of the keys of one screen. */
export interface Finding {
  readonly check: Check
  readonly key: string
  readonly what: string
}

/** What is wrong with one Dutch text; `isOption` when it stands on a tile. */
export function findings(key: string, text: string, isOption: boolean): readonly Finding[] {
  const low = text.toLowerCase()
  const all = words(text)
  const found: Finding[] = []
  const note = (check: Check, wrong: boolean, what: string) => wrong && found.push({ check, key, what })

  note('question', /\.q(_|$)/.test(key) && all.length > limits.question, text)
  note('help', key.endsWith('.help') && all.length > limits.help, text)
  for (const line of sentences(text)) note('sentence', words(line).length > limits.sentence, line)
  note('option', isOption && all.length > limits.option, text)
  for (const word of all) {
    note('long word', word.length > limits.letters && !knownLongWords.includes(word.toLowerCase()), word)
  }
  for (const word of officeWords) note('office word', low.includes(word), word)
  for (const phrase of figurative) note('figurative', low.includes(phrase), phrase)
  note('u-form', /(?<![\p{L}])(u|uw)(?![\p{L}])/iu.test(text), text)
  note('exclamation', text.includes('!'), text)
  for (const [word] of text.matchAll(/\p{Lu}{2,}\d*/gu)) note('capitals', !capitals.includes(word), word)
  note('must', /\bmoet(en)?\b/i.test(text), text)
  note('passive', /\b(word|wordt|worden|werd|werden)\b.*\b(ge|be|ver|ont)\p{L}+(d|t|en)\b/iu.test(text), text)
  note('double negation', /\bniet\b[^.?]*\bniet\b|\bgeen\b[^.?]*\bgeen\b/i.test(text), text)
  return found
}

/** Screens that read too hard as a whole: the texts whose keys begin the same. */
export function hardScreens(texts: Table): readonly Finding[] {
  const screens = Map.groupBy(texts, ([key]) => key.split('.')[0]!)
  return [...screens].flatMap(([key, entries]): Finding[] => {
    const ease = fleschDouma(entries.map(([, text]) => text))
    return ease < limits.ease ? [{ check: 'ease', key, what: ease.toFixed(0) }] : []
  })
}
