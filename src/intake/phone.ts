/**
 * A telephone number as E.164, or nothing when it is none. Accepts Dutch numbers as people write them (06 12 34 56 78,
 * 030-1234567, 0031 6…, +31 (0)6…) and foreign ones with a plus or 00. Dutch numbers have nine digits after +31.
 */
export function readPhone(typed: string): string | undefined {
  if (!/^[\s\p{Nd}+().\-–/]+$/u.test(typed)) return undefined
  const compact = latinDigits(typed)
    .replace(/\(0\)/g, '')
    .replace(/[\s().\-–/]/g, '')
  const international = compact
    .replace(/^00/, '+')
    .replace(/^0(?=[1-9])/, '+31')
    .replace(/^\+310/, '+31')
  if (international.startsWith('+31')) return /^\+31[1-9]\d{8}$/.test(international) ? international : undefined
  return /^\+[1-9]\d{7,14}$/.test(international) ? international : undefined
}

/** Arabic and Persian digits as Latin ones, so that everybody can type their own. */
const latinDigits = (text: string): string =>
  text.replace(/[\u0660-\u0669\u06F0-\u06F9]/g, digit => String(digit.charCodeAt(0) & 15))
