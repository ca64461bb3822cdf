import type { Language } from '#i18n/languages.ts'
import type { RecordingsSource } from '#speech/recordings.ts'

/** The languages that are heard over others here. A tablet also keeps what was recorded, in all that it shows. */
export async function recorded(source: RecordingsSource, shown: readonly Language[], keep: boolean) {
  try {
    const { heardHere, keepVoices } = await import('#speech/keepVoices.ts')
    const heard = await heardHere(source, shown)
    if (keep) void keepVoices(source, shown)
    return heard
  } catch {
    // the next visit tries again
    return []
  }
}
