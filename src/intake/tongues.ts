/** A language that somebody may like to speak most, by its own name. */
export interface Tongue {
  /** BCP 47, or 'other'. */
  readonly code: string
  /** Its own name; '' for 'other', which has the text key `speaks.another`. */
  readonly name: string
  readonly rtl?: true
}

/**
 * About forty languages. Dutch first, then script by script and in each by the alphabet, so that who reads one script
 * finds theirs together; sign language and speech without a script of its own stand under the name people use.
 */
export const tongues: readonly Tongue[] = [
  { code: 'nl', name: 'Nederlands' },
  { code: 'om', name: 'Afaan Oromoo' },
  { code: 'so', name: 'Af-Soomaali' },
  { code: 'id', name: 'Bahasa Indonesia' },
  { code: 'bs', name: 'Bosanski' },
  { code: 'de', name: 'Deutsch' },
  { code: 'en', name: 'English' },
  { code: 'es', name: 'Español' },
  { code: 'fr', name: 'Français' },
  { code: 'it', name: 'Italiano' },
  { code: 'sw', name: 'Kiswahili' },
  { code: 'kmr', name: 'Kurmancî' },
  { code: 'hu', name: 'Magyar' },
  { code: 'dse', name: 'Nederlandse Gebarentaal' },
  { code: 'pap', name: 'Papiamentu' },
  { code: 'pl', name: 'Polski' },
  { code: 'pt', name: 'Português' },
  { code: 'ro', name: 'Română' },
  { code: 'hns', name: 'Sarnámi' },
  { code: 'sq', name: 'Shqip' },
  { code: 'srn', name: 'Sranantongo' },
  { code: 'shi', name: 'Tachelhit' },
  { code: 'rif', name: 'Tarifit' },
  { code: 'vi', name: 'Tiếng Việt' },
  { code: 'tr', name: 'Türkçe' },
  { code: 'el', name: 'Ελληνικά' },
  { code: 'bg', name: 'Български' },
  { code: 'ru', name: 'Русский' },
  { code: 'uk', name: 'Українська' },
  { code: 'hy', name: 'Հայերեն' },
  { code: 'ur', name: 'اردو', rtl: true },
  { code: 'ary', name: 'الدارجة', rtl: true },
  { code: 'ar', name: 'العربية', rtl: true },
  { code: 'ps', name: 'پښتو', rtl: true },
  { code: 'prs', name: 'دری', rtl: true },
  { code: 'ckb', name: 'سۆرانی', rtl: true },
  { code: 'fa', name: 'فارسی', rtl: true },
  { code: 'hi', name: 'हिन्दी' },
  { code: 'bn', name: 'বাংলা' },
  { code: 'pa', name: 'ਪੰਜਾਬੀ' },
  { code: 'ta', name: 'தமிழ்' },
  { code: 'th', name: 'ไทย' },
  { code: 'ti', name: 'ትግርኛ' },
  { code: 'am', name: 'አማርኛ' },
  { code: 'zgh', name: 'ⵜⴰⵎⴰⵣⵉⵖⵜ' },
  { code: 'zh', name: '中文' },
  { code: 'other', name: '' }
]

/** The own name of a language, or the code itself when it is not on the list. */
export const tongueName = (code: string): string => tongues.find(i => i.code === code)?.name || code
