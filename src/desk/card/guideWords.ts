import type { Prompt } from '#intake/guide.ts'
import type { Words } from '#i18n/words.ts'

import { said } from './said.ts'

/** A prompt as a sentence. What a resident typed is set apart, so that its direction does not turn the sentence around. */
export function guideWords({ key, values }: Prompt, t: Words['t']): string {
  if (!values) return t(key)
  const { strength } = values
  const text = said(strength, { t })
  return t(key, { strength: 'text' in strength ? `\u2068${text}\u2069` : text })
}
