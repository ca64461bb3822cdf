import { fromBase64url } from '#wire/bytes.ts'

/** The bytes, or undefined when the text is not base64url in its one spelling: a schema sees letters and length only. */
export function bytesOf(text: string): Uint8Array | undefined {
  try {
    return fromBase64url(text)
  } catch {
    return undefined
  }
}
