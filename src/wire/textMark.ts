import { toBase64url } from './bytes.ts'
import { sha256 } from './digest.ts'

/** 12 letters that change with the text: the start of its SHA-256. Tells a text that changed after it was said. */
export async function textMark(text: string): Promise<string> {
  return toBase64url((await sha256(new TextEncoder().encode(text))).slice(0, 9))
}
