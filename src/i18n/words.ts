import { createInstance } from 'i18next'

import { type Language, languageOf } from './languages.ts'

/** Whose page it is: each loads only its own texts. */
export type Namespace = 'resident' | 'desk'

export interface Words {
  /** The text of a key, `{{names}}` filled in; with `count` the right plural form. A missing key gives the key. */
  readonly t: (key: string, values?: Readonly<Record<string, string | number>>) => string
  readonly language: string
  readonly dir: 'ltr' | 'rtl'
  /** False: say that a computer translated this. */
  readonly reviewed: boolean
  /** "3 november 2026", from milliseconds since 1970; Gregorian, Latin digits in every language. */
  readonly date: (at: number) => string
  /** "10:40". */
  readonly time: (at: number) => string
  /** "Koken, Schoonmaken en Leren". */
  readonly list: (values: readonly string[]) => string
}

const files = import.meta.glob<Record<string, unknown>>('../../locales/*/{resident,desk}.json', { import: 'default' })

/** Fetches one language of one page. Throws when the file cannot be fetched; an unknown language gives the first. */
export async function loadWords(code: string, namespace: Namespace): Promise<Words> {
  const language = languageOf(code)
  const texts = await files[`../../locales/${language.code}/${namespace}.json`]!()
  return wordsOf(language, texts)
}

/** The same from texts at hand; tests use it. */
export function wordsOf(language: Language, texts: Record<string, unknown>): Words {
  const i18n = createInstance()
  void i18n.init({
    lng: language.code,
    resources: { [language.code]: { translation: texts } },
    // Preact escapes; a second time would show &amp; on the screen.
    interpolation: { escapeValue: false },
    initAsync: false
  })
  const locale = `${language.code}-u-ca-gregory-nu-latn`
  const date = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric' })
  const time = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
  const list = new Intl.ListFormat(locale, { type: 'conjunction' })
  return {
    t: (key, values) => i18n.t(key, values ?? {}),
    language: language.code,
    dir: language.dir,
    reviewed: language.reviewed,
    date: at => date.format(at),
    time: at => time.format(at),
    list: values => list.format(values)
  }
}
