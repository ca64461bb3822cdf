/** Six digits or more, also with spaces, dots, dashes, slashes or brackets between them. */
const LONG_NUMBER = /\p{Nd}(?:[\s.,\-–—/\\()_+]*\p{Nd}){5}/u
/** In one piece or in groups of four; only a right checksum makes it an account number. */
const IBAN = /\b[a-z]{2}\d{2}(?: ?[a-z\d]{4}){2,7}(?: ?[a-z\d]{1,3})?\b/gi
const EMAIL = /\S\s*(?:@|\(at\)|\[at\])\s*\S+\s*(?:\.|\(dot\))\s*\S{2,}/iu

/** Controls, lone surrogates, and the marks that turn the direction of what follows: a name must not turn a desk's line. */
const UNSEEN = /[\p{Cc}\p{Cs}\u00AD\u061C\u200B\u200E\u200F\u2028-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB]/gu
/** Never on its own: marks, variation selectors, joiners, skin tones and tags belong to what stands before them. */
const HANGS_ON = /^(?:\p{M}|\u200C|\u200D|\p{Emoji_Modifier}|[\u{E0020}-\u{E007F}])$/u

/** Code points, because `Intl.Segmenter` is missing from the oldest browsers we serve. */
const letters = (text: string): string[] => Array.from(text)

/** The text without what one cannot see, with single spaces, in NFC, at most `max` code points and no letter cut in two. */
export function cleanText(text: string, max: number): string {
  const seen = text.replace(/\s+/gu, ' ').replace(UNSEEN, '').normalize('NFC').replace(/ +/g, ' ').trim()
  const points = letters(seen)
  let end = Math.min(points.length, max)
  while (end > 0 && end < points.length && (HANGS_ON.test(points[end]!) || points[end - 1] === '\u200D')) end--
  return points.slice(0, end).join('').trim()
}

/** How many characters a resident still has, counted as `cleanText` counts. Never below 0. */
export const left = (text: string, max: number): number => Math.max(0, max - letters(cleanText(text, Infinity)).length)

const hasAccount = (text: string): boolean =>
  (text.match(IBAN) ?? []).some(found => {
    const compact = found.replace(/ /g, '').toUpperCase()
    const numbers = (compact.slice(4) + compact.slice(0, 4)).replace(/[A-Z]/g, i => String(i.charCodeAt(0) - 55))
    return Array.from(numbers).reduce((rest, digit) => (rest * 10 + Number(digit)) % 97, 0) === 1
  })

/**
 * A free text as it may be kept: cleaned, or '' when nothing is left. Nothing comes back for a text with a number of six
 * digits or more, an IBAN or an e-mail address: that is not kept.
 */
export function checkFreeText(text: string, max: number): string | undefined {
  // longer than any field takes: a pasted page need not be searched to its end
  const whole = cleanText(text.slice(0, 400), Infinity)
  if (LONG_NUMBER.test(whole) || hasAccount(whole) || EMAIL.test(whole)) return undefined
  return cleanText(whole, max)
}

/** A first name or nickname of at most 20 characters; nothing comes back when there is a digit in it. */
export function checkName(text: string): string | undefined {
  return /\p{Nd}/u.test(text) ? undefined : checkFreeText(text, 20)
}

/** Most characters of each free text. */
export const textMax = { directionText: 80, strengthText: 40, stepText: 80, name: 20 } as const
