import type { Summary } from './summary.ts'

/** Longest summary in bytes: the sealed plaintext is 4096 with at least one byte of padding. */
export const SUMMARY_MAX = 4095

/**
 * A summary as UTF-8 JSON: keys in alphabetical order at every depth, no spaces, absent fields left out, so that the
 * same summary is always the same bytes. At most `SUMMARY_MAX` bytes, whatever a resident typed.
 */
export function summaryBytes(summary: Summary): Uint8Array<ArrayBuffer> {
  const bytes = new TextEncoder().encode(JSON.stringify(summary, sorted))
  if (bytes.length > SUMMARY_MAX) throw new RangeError(`a summary has at most ${SUMMARY_MAX} bytes`)
  return bytes
}

const sorted = (_: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value
