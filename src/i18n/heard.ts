/** A language that people hear rather than read: its voice is laid over the texts of another language. */
export interface HeardLanguage {
  /** ISO 639-3. */
  readonly code: string
  /** Its own name. */
  readonly name: string
  readonly dir: 'ltr' | 'rtl'
  /** Whose texts stand on the screen. */
  readonly over: string
}

/** There is no voice for these but a person's, so a place offers them only once somebody recorded them. */
export const heardLanguages: readonly HeardLanguage[] = [
  { code: 'ary', name: 'الدارجة', dir: 'rtl', over: 'ar' },
  { code: 'rif', name: 'Tarifit', dir: 'ltr', over: 'nl' }
]
