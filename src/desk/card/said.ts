import type { Value } from '#intake/lines.ts'
import type { Summary } from '#intake/summary.ts'
import { tongueName } from '#intake/tongues.ts'
import type { Words } from '#i18n/words.ts'

/** A value as text, with how it goes behind it. What a resident typed comes back as it is. */
export function said(value: Value, { t }: Pick<Words, 't'>): string {
  if ('text' in value) return value.text
  return value.note === undefined ? t(value.key) : `${t(value.key)} (${t(value.note)})`
}

export interface Tongue {
  /** BCP 47, for `lang`. */
  readonly code: string
  /** In its own words. */
  readonly own: string
  /** In the words of the professional, when those are other words. */
  readonly ours?: string
}

/** Languages of our residents that browsers have no Dutch name for. */
const ourNames: ReadonlySet<string> = new Set(['ary', 'rif', 'zgh', 'kmr', 'ckb', 'prs', 'hns', 'srn', 'pap', 'dse'])

/** A language by its own name and by the professional's: who cannot read الدارجة can still ask a colleague for Darija. */
export function tongue(code: string, { t, language }: Pick<Words, 't' | 'language'>): Tongue {
  const own = tongueName(code)
  const ours = ourNames.has(code) ? t(`pro.tongue.${code}`) : nameIn(language, code)
  return ours === undefined || ours === own ? { code, own } : { code, own, ours }
}

function nameIn(language: string, code: string): string | undefined {
  try {
    return new Intl.DisplayNames([language], { type: 'language', fallback: 'none' }).of(code)
  } catch {
    // no such table in this browser: the own name has to do
    return undefined
  }
}

/** The languages worth naming at a desk that works in `ours`: of the conversation, and what they like to speak most. */
export function tonguesOf({ lang, speaks }: Pick<Summary, 'lang' | 'speaks'>): {
  readonly lang?: string
  readonly speaks?: string
} {
  const dutch = lang === 'nl' || lang.startsWith('nl-')
  return { ...(dutch ? {} : { lang }), ...(speaks === undefined || speaks === lang ? {} : { speaks }) }
}
