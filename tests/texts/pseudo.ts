/**
 * A language that nobody speaks: Dutch with an accent on every letter, half as long again, between brackets. A text on
 * the screen without brackets was written into the code; one bracket without the other was cut off or put together.
 */
const accents: Record<string, string> = {
  a: 'á',
  e: 'ë',
  i: 'î',
  o: 'ö',
  u: 'ù',
  n: 'ñ',
  c: 'ç',
  s: 'š',
  z: 'ž',
  y: 'ý'
}

const strange = (part: string) =>
  // a name between braces stays, so that it can be filled in
  part.startsWith('{{')
    ? part
    : part.replace(/[a-z]/gi, letter => {
        const accented = accents[letter.toLowerCase()] ?? letter
        return letter === letter.toLowerCase() ? accented : accented.toUpperCase()
      })

/** One text in it. */
export function pseudoText(text: string): string {
  const body = text
    .split(/(\{\{\w+\}\})/)
    .map(strange)
    .join('')
  return `⟦${body}${'·'.repeat(Math.ceil(text.length / 2))}⟧`
}

/** Whole files in it, of the same shape. */
export const pseudo = (texts: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(texts).map(([key, value]) => [
      key,
      typeof value === 'string' ? pseudoText(value) : pseudo(value as Record<string, unknown>)
    ])
  )

/** What of a shown text is not in it: letters outside its brackets, and brackets that were torn apart. */
export function notPseudo(shown: string): string {
  // a text may be filled in with other texts, so from the inside out
  const inner = /⟦[^⟦⟧]*⟧/g
  const rest = shown.replace(inner, '')
  return rest === shown ? rest.trim() : notPseudo(rest)
}
