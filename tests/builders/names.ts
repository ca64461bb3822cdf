/** A first name for each number, without a digit, as the field for names wants it. */
export function nameOf(n: number): string {
  const letters = Array.from(n.toString(26), digit => 'abcdefghijklmnopqrstuvwxyz'[Number.parseInt(digit, 26)])
  return `Naam ${letters.join('')}`
}
