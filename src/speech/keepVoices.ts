import { heard as heardOnly, type Language } from '#i18n/languages.ts'

import { forgetOthers, isRecorded, openRecordings, type RecordingsSource } from './recordings.ts'

/**
 * Keeps on a tablet what people of its place recorded in the languages that it shows, and in those that are heard over
 * one of them. One language after the other, so that a visit that begins meanwhile has its share of the network.
 */
export async function keepVoices(source: RecordingsSource, shown: readonly Pick<Language, 'code'>[]): Promise<void> {
  const languages = shown.map(({ code }) => code)
  const heard = heardOnly.filter(({ over }) => languages.includes(over!)).map(({ code }) => code)
  const wanted = [...languages, ...heard]
  await forgetOthers(source, wanted)
  for (const language of wanted) await (await openRecordings(language, source)).kept
}

/** The languages to be heard over those shown that people of the place recorded; there is no other voice for them. */
export async function heardHere(
  source: RecordingsSource,
  shown: readonly Pick<Language, 'code'>[]
): Promise<readonly Language[]> {
  const over = heardOnly.filter(i => shown.some(({ code }) => code === i.over))
  const recorded = await Promise.all(over.map(({ code }) => isRecorded(code, source)))
  return over.filter((_, at) => recorded[at])
}
