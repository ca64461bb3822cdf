import { codeWords } from './codes.ts'
import type { PickupCode } from './visit.ts'

/**
 * A picture word and three digits, so that a card can be found again at the desk by who cannot read. Random, not unique,
 * made from nothing, and it opens nothing.
 *
 * @param random gives a number from 0 up to but not including 1
 */
export const pickupCode = (random: () => number): PickupCode => ({
  word: codeWords[Math.floor(random() * codeWords.length)]!,
  digits: String(Math.floor(random() * 1000)).padStart(3, '0')
})
