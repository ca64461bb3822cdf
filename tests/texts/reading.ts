/** How a Dutch text reads: words, sentences, syllables. A formula is a smoke alarm, not a proof. */

/** Placeholders as what will stand there. */
const filled = (text: string): string =>
  text
    .replace(/\{\{place\}\}/g, 'Huis')
    .replace(/\{\{(count|k)\}\}/g, '3')
    .replace(/\{\{\w+\}\}/g, 'Sam')

export const words = (text: string): readonly string[] =>
  filled(text)
    .replace(/[^\p{L}\p{N}'’-]+/gu, ' ')
    .trim()
    .split(' ')
    .filter(Boolean)

export const sentences = (text: string): readonly string[] =>
  filled(text)
    .split(/[.!?:]+/)
    .map(i => i.trim())
    .filter(Boolean)

const VOWELS = /(?:aai|ooi|oei|eeu|ieu|aa|[eé]{2}|oo|uu|ie|eu|oe|ou|au|ei|ij|ui|[éëïöü]|[aeiouy])/giu

/** Syllables by a rule of thumb: groups of vowels. A number counts as one. */
export const syllables = (word: string): number =>
  /^\d+$/.test(word) ? 1 : Math.max(1, word.match(VOWELS)?.length ?? 0)

/** Reading ease after Flesch and Douma: 206.84 − 77·(syllables a word) − 0.93·(words a sentence). Higher is easier. */
export function fleschDouma(texts: readonly string[]): number {
  const all = texts.flatMap(words)
  const lines = texts.flatMap(sentences)
  const sounds = all.reduce((sum, word) => sum + syllables(word), 0)
  return 206.84 - 77 * (sounds / all.length) - 0.93 * (all.length / lines.length)
}
