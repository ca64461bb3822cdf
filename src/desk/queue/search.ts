import type { Card } from './queue.ts'

/** Letters without accents and case, so that "boom", "Boom" and "BÓÓM" are one word. */
const plain = (text: string) => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()

/**
 * Cards whose pickup code fits what was typed: the start of the word, digits, or both in any order. A code is not
 * unique, so all matches come back. `word` says the picture word, in one language or more.
 */
export function search(cards: Iterable<Card>, typed: string, word: (code: string) => readonly string[]): Card[] {
  const parts = plain(typed).split(/\s+/).filter(Boolean)
  if (parts.length === 0) return []
  return [...cards].filter(({ content }) => {
    if (content.is !== 'open') return false
    const { code } = content.summary
    const words = word(code.word).map(plain)
    return parts.every(part =>
      /^\d+$/.test(part) ? code.digits.startsWith(part) : words.some(one => one.startsWith(part))
    )
  })
}
