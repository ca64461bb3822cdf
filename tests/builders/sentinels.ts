import { randomInt } from 'node:crypto'

/** Words that stand nowhere else on this machine, one in each script, to be looked for wherever they must not be. */
export interface Sentinels {
  readonly latin: string
  readonly arabic: string
  readonly ethiopic: string
}

/** Letters that are themselves in every normal form; the Latin ones are rare together. */
const alphabets = {
  latin: 'kqvwxzjy',
  arabic: 'بتثجحخدذرزسشصضطظعغفقكلمنهوي',
  ethiopic: 'ሀለሐመሠረሰሸቀበተቸኀነኘአከኸወዐዘየደጀገጠጨጰጸፀፈ'
} as const

const letters = 11

const word = (alphabet: string): string =>
  Array.from({ length: letters }, () => alphabet[randomInt(alphabet.length)]).join('')

export const someSentinels = (): Sentinels => ({
  latin: word(alphabets.latin),
  arabic: word(alphabets.arabic),
  ethiopic: word(alphabets.ethiopic)
})
