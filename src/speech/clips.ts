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

export interface ClipSource {
  readonly fetch: typeof fetch
  /** Id of the place, whose recordings and wishes count. */
  readonly location: string
}

/** The clips of a language at a place. Never throws: without a network and without kept clips there are none. */
export async function openClips(_language: string, _source: ClipSource): Promise<Clips> {
  return noClips
}
