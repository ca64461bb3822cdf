import { languages } from '#i18n/languages.ts'

import { openPack } from './pack.ts'
import { forgetOthers, openRecordings, type RecordingsSource } from './recordings.ts'

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
  /** An own phone keeps the recordings of one language only; a tablet those of all that its place shows. */
  readonly alone?: boolean | undefined
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
  if (source.alone) void forgetOthers(source, [language])
  const generated = (recorded.generated ?? source.generated ?? true) ? shipped : undefined
  return {
    has: key => (recorded.has(key) ? 'recorded' : generated?.has(key) ? 'generated' : undefined),
    clip: async key => (recorded.has(key) ? await recorded.clip(key) : undefined) ?? generated?.clip(key)
  }
}
