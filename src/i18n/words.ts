import { createInstance } from 'i18next'

import { type Language, languageOf } from './languages.ts'

/** Whose page it is: each loads only its own texts. */
export type Namespace = 'resident' | 'desk'

export interface Words {
  /** The text of a key, `{{names}}` filled in; with `count` the right plural form. A missing key gives the key. */
  readonly t: (key: string, values?: Readonly<Record<string, string | number>>) => string
  readonly language: string
  /** BCP 47, of the texts: another than `language` where that is heard over them. */
  readonly written: string
  readonly dir: 'ltr' | 'rtl'
  /** ISO 15924: which letters the page needs. */
  readonly script: string
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
/** Names of the twelve months, for languages that browsers have none of. */
const calendars = import.meta.glob<readonly string[]>('../../locales/*/months.json', { import: 'default' })

/** Fetches one language of one page. Throws when the file cannot be fetched; an unknown language gives the first. */
export async function loadWords(code: string, namespace: Namespace): Promise<Words> {
  const language = languageOf(code)
  const folder = `../../locales/${language.over ?? language.code}`
  const [texts, months] = await Promise.all([
    files[`${folder}/${namespace}.json`]!(),
    calendars[`${folder}/months.json`]?.()
  ])
  return wordsOf(language, texts, months)
}

/**
 * The same from texts at hand; tests use it.
 *
 * @param months twelve names, where browsers have none
 */
export function wordsOf(language: Language, texts: Record<string, unknown>, months?: readonly string[]): Words {
  const i18n = createInstance()
  // A browser that does not know the language would take the rules of its own. English has one and other, as the
  // languages have that no browser knows (Tigrinya, Somali).
  const written = language.over ?? language.code
  const rules = Intl.PluralRules.supportedLocalesOf(written).length > 0 ? written : 'en'
  void i18n.init({
    lng: rules,
    resources: { [rules]: { translation: texts } },
    // Preact escapes; a second time would show &amp; on the screen.
    interpolation: { escapeValue: false },
    initAsync: false
  })
  const locale = `${rules}-u-ca-gregory-nu-latn`
  const date = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric' })
  const time = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
  const list = new Intl.ListFormat(locale, { type: 'conjunction' })
  const named = (at: number, names: readonly string[]) => {
    const day = new Date(at)
    return `${day.getDate()} ${names[day.getMonth()]} ${day.getFullYear()}`
  }
  return {
    t: (key, values) => i18n.t(key, values ? standingApart(values, language.dir) : {}),
    language: language.code,
    written,
    dir: language.dir,
    script: language.script,
    reviewed: language.reviewed,
    date: at => (months ? named(at, months) : date.format(at)),
    time: at => time.format(at),
    // without the language's own "and", a comma says the same
    list: values => (rules === written ? list.format(values) : values.join(', '))
  }
}

const RTL = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/

/**
 * Names, numbers and codes inside a sentence that runs the other way: wrapped in marks (FIRST STRONG ISOLATE and its
 * end), so that "Huis 3." keeps its order and turns nothing around it.
 */
function standingApart<T extends string | number>(
  values: Readonly<Record<string, T>>,
  dir: 'ltr' | 'rtl'
): Record<string, string | number> {
  const apart = (value: string | number) =>
    typeof value === 'string' && (dir === 'rtl' || RTL.test(value)) ? `\u2068${value}\u2069` : value
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, apart(value)]))
}
