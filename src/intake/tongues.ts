/** A language that somebody may like to speak most, by its own name. */
export interface Tongue {
  /** BCP 47, or 'other'. */
  readonly code: string
  /** Its own name; '' for 'other', which has the text key `speaks.another`. */
  readonly name: string
  readonly rtl?: true
}

/** About forty languages, by the Latin alphabet of their codes' names; the page puts the language on the screen first. */
export const tongues: readonly Tongue[] = [
  { code: 'nl', name: 'Nederlands' },
  { code: 'en', name: 'English' },
  { code: 'ar', name: 'العربية', rtl: true },
  { code: 'ary', name: 'الدارجة', rtl: true },
  { code: 'rif', name: 'Tarifit' },
  { code: 'zgh', name: 'ⵜⴰⵎⴰⵣⵉⵖⵜ' },
  { code: 'tr', name: 'Türkçe' },
  { code: 'kmr', name: 'Kurmancî' },
  { code: 'ckb', name: 'سۆرانی', rtl: true },
  { code: 'ti', name: 'ትግርኛ' },
  { code: 'am', name: 'አማርኛ' },
  { code: 'om', name: 'Afaan Oromoo' },
  { code: 'so', name: 'Af-Soomaali' },
  { code: 'fa', name: 'فارسی', rtl: true },
  { code: 'prs', name: 'دری', rtl: true },
  { code: 'ps', name: 'پښتو', rtl: true },
  { code: 'ur', name: 'اردو', rtl: true },
  { code: 'pa', name: 'ਪੰਜਾਬੀ' },
  { code: 'hi', name: 'हिन्दी' },
  { code: 'hns', name: 'Sarnámi' },
  { code: 'bn', name: 'বাংলা' },
  { code: 'ta', name: 'தமிழ்' },
  { code: 'uk', name: 'Українська' },
  { code: 'ru', name: 'Русский' },
  { code: 'pl', name: 'Polski' },
  { code: 'bg', name: 'Български' },
  { code: 'ro', name: 'Română' },
  { code: 'hu', name: 'Magyar' },
  { code: 'sq', name: 'Shqip' },
  { code: 'bs', name: 'Bosanski' },
  { code: 'el', name: 'Ελληνικά' },
  { code: 'hy', name: 'Հայերեն' },
  { code: 'de', name: 'Deutsch' },
  { code: 'fr', name: 'Français' },
  { code: 'es', name: 'Español' },
  { code: 'pt', name: 'Português' },
  { code: 'it', name: 'Italiano' },
  { code: 'pap', name: 'Papiamentu' },
  { code: 'srn', name: 'Sranantongo' },
  { code: 'sw', name: 'Kiswahili' },
  { code: 'zh', name: '中文' },
  { code: 'vi', name: 'Tiếng Việt' },
  { code: 'th', name: 'ไทย' },
  { code: 'id', name: 'Bahasa Indonesia' },
  { code: 'dse', name: 'Nederlandse Gebarentaal' },
  { code: 'other', name: '' }
]

/** The own name of a language, or the code itself when it is not on the list. */
export const tongueName = (code: string): string => tongues.find(i => i.code === code)?.name || code
