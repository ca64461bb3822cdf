import type { Recordings, VoicePack } from '#wire/voices.ts'

// Checked by hand: a validation library weighs more than all of reading aloud.

type Unknown<T> = { readonly [key in keyof T]?: unknown }

const all = (clips: unknown, is: (clip: unknown) => boolean): boolean =>
  typeof clips === 'object' && clips !== null && Object.values(clips).every(is)

const isLetters = (value: unknown, long: number) =>
  typeof value === 'string' && value.length === long && /^[\w-]*$/.test(value)
/** Where a recording lies, and the mark of its text. */
const isRecording = (value: unknown) => Array.isArray(value) && isLetters(value[0], 43) && isLetters(value[1], 12)

/** The list of a place as `GET /v1/locations/{id}/voices/{language}` gives it. */
export const isRecordings = (value: unknown): value is Recordings => {
  const { generated, clips } = (value ?? {}) as Unknown<Recordings>
  return typeof generated === 'boolean' && all(clips, isRecording)
}

/** The list of a shipped voice: every clip lies inside its file. */
export const isVoicePack = (value: unknown): value is Pick<VoicePack, 'length' | 'clips'> => {
  const { length, clips } = (value ?? {}) as Unknown<VoicePack>
  const lies = (clip: unknown) => {
    const [at, long] = Array.isArray(clip) ? (clip as unknown[]) : []
    return (
      Number.isInteger(at) && Number.isInteger(long) && Number(at) >= 0 && Number(at) + Number(long) <= Number(length)
    )
  }
  return Number.isInteger(length) && all(clips, lies)
}
