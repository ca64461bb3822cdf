/** A language that people hear rather than read: its voice is laid over the texts of another language. */
export interface HeardLanguage {
  /** ISO 639-3. */
  readonly code: string
  /** Its own name. */
  readonly name: string
  /** Whose texts stand on the screen. */
  readonly over: string
}

/** There is no voice for these but a person's, so a place offers them only once somebody recorded them. */
export const heardLanguages: readonly HeardLanguage[] = [
  { code: 'ary', name: 'الدارجة', over: 'ar' },
  { code: 'rif', name: 'Tarifit', over: 'nl' }
]
