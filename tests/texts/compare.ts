import { baseKey, placeholders, plurals, type Table } from './tables.ts'

/** Forms of plural that a language has, by the rules that browsers use. */
export const formsOf = (language: string): readonly string[] =>
  new Intl.PluralRules(language).resolvedOptions().pluralCategories

/** Every key that a translation needs: those of the Dutch, and for what is counted each form of its own language. */
export function keysFor(language: string, dutch: Table): ReadonlySet<string> {
  const counted = new Set(plurals(dutch))
  const isForm = (key: string) => key !== baseKey(key) && counted.has(baseKey(key))
  return new Set(
    [...dutch.keys()].flatMap(key => (isForm(key) ? formsOf(language).map(form => `${baseKey(key)}_${form}`) : [key]))
  )
}

/** Keys that a translation lacks, and keys that nobody asks for. */
export function differingKeys(language: string, texts: Table, dutch: Table) {
  const wanted = keysFor(language, dutch)
  return {
    lacking: [...wanted].filter(key => !texts.has(key)),
    extra: [...texts.keys()].filter(key => !wanted.has(key))
  }
}

/** Texts whose names between braces are not those of the Dutch text, each as often. */
export function lostPlaceholders(texts: Table, dutch: Table): readonly string[] {
  return [...texts].flatMap(([key, text]) => {
    const source = dutch.get(key) ?? dutch.get(`${baseKey(key)}_other`) ?? ''
    return placeholders(text) === placeholders(source) ? [] : [key]
  })
}

/** Texts that count and have no form for one. */
export const countingWithoutForms = (texts: Table): readonly string[] =>
  [...texts].flatMap(([key, text]) => (text.includes('{{count}}') && baseKey(key) === key ? [key] : []))

/** Texts that are empty or not finished. */
export const unfinished = (texts: Table): readonly string[] =>
  [...texts].flatMap(([key, text]) =>
    text === '' || text !== text.trim() || /\s\s|\bTODO\b|\bundefined\b/.test(text) ? [key] : []
  )

/** Labels that stand twice among those of one screen. */
export const doubles = (labels: readonly string[]): readonly string[] =>
  labels.filter((name, i) => labels.findIndex(other => other.toLowerCase() === name.toLowerCase()) !== i)

/** Characters of a text that cannot be drawn, in the order of the text, as `U+1200 ሀ`. Names between braces are no text. */
export function unknownGlyphs(text: string, known: (code: number) => boolean): readonly string[] {
  return Array.from(text.replace(/\{\{\w+\}\}/g, ''))
    .filter(i => !known(i.codePointAt(0)!))
    .map(i => `U+${i.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')} ${i}`)
}
