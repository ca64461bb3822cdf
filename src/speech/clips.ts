import { languages } from '#i18n/languages.ts'
import type { Words } from '#i18n/words.ts'
import { textMark } from '#wire/textMark.ts'

import { openPack } from './pack.ts'
import { openRecordings, type RecordingsSource } from './recordings.ts'

/** Who made a sound file: a person who read it out, or a computer. */
export type Made = 'recorded' | 'generated'

/**
 * The sound files of one language. A clip's key is its text key; where the text has a placeholder, it is `spoken.<key>`,
 * so that it can be recorded once for every place.
 */
export interface Clips {
  /** Nothing where there is no clip, or where the place does not want a generated one. */
  has(key: string): Made | undefined
  /** The sound, from this device if it is kept here. Nothing when it cannot be had now. */
  clip(key: string): Promise<Blob | undefined>
}

/** What there is before anything was recorded. */
export const noClips: Clips = { has: () => undefined, clip: async () => undefined }

/** Whose recordings and wishes count, and what this device has to fetch and keep them. */
export interface ClipSource extends RecordingsSource {
  /** Whether the place wants a generated voice, as its profile says; its list of recordings knows it newer. */
  readonly generated?: boolean | undefined
  /** The texts as they are now. */
  readonly loadWords: (language: string) => Promise<Pick<Words, 't'>>
}

/**
 * The clips of a language at a place: what people recorded wins over what a computer made. Where a recording cannot be
 * fetched just now, the generated clip stands in for it. Never throws: without a network and without kept clips there
 * are none.
 */
export async function openClips(language: string, source: ClipSource): Promise<Clips> {
  const ships = languages.find(({ code }) => code === language)?.voice
  const [recorded, shipped] = await Promise.all([
    openRecordings(language, source),
    ships ? openPack(language, source.fetch) : undefined
  ])
  const said = await saidAsWritten(recorded.marks, () => source.loadWords(language))
  const isRecorded = (key: string) => said.has(key) && recorded.has(key)
  const generated = (recorded.generated ?? source.generated ?? true) ? shipped : undefined
  return {
    has: key => (isRecorded(key) ? 'recorded' : generated?.has(key) ? 'generated' : undefined),
    clip: async key => (isRecorded(key) ? await recorded.clip(key) : undefined) ?? generated?.clip(key)
  }
}

/** Keys whose text is still the one that was read out: nobody hears what is not written. */
async function saidAsWritten(
  marks: ReadonlyMap<string, string>,
  loadWords: () => Promise<Pick<Words, 't'>>
): Promise<ReadonlySet<string>> {
  const said = new Set<string>()
  // most places recorded nothing, and then the texts need not be looked at
  const words = marks.size > 0 && (await loadWords().catch(() => undefined))
  if (!words) return said
  for (const [key, mark] of marks) if ((await textMark(words.t(key))) === mark) said.add(key)
  return said
}
