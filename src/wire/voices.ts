import * as z from 'zod/mini'

import { bytes, time } from './primitives.ts'

/** What all clips of one language may weigh, in bytes: the shipped ones together, and a place's recordings together. */
export const VOICE_BUDGET = 4 * 1024 * 1024
/** A place keeps recordings of at most so many languages. */
export const VOICE_LANGUAGES = 24
/** Nothing that a page says takes longer to say (seconds). */
export const LONGEST = 20
/** Samples a second of what a desk sends and of every clip. */
export const RATE = 22_050
/** The longest recording as WAV: its head, and two bytes a sample. */
export const WAV_LIMIT = 44 + LONGEST * RATE * 2

/** ISO 639. */
export const languageCode = z.string().check(z.regex(/^[a-z]{2,3}$/))
/** A key of `locales/`. */
export const textKey = z.string().check(z.regex(/^[a-z][A-Za-z]*(\.\w+){1,3}$/), z.maxLength(80))
/** SHA-256 of a clip. */
export const clipHash = bytes(32)
/** What `textMark` makes. */
const mark = bytes(9)

/** `GET /v1/locations/{id}/voices/{language}`: what people of this place recorded. Public: only the product's own texts. */
export const Recordings = z.strictObject({
  /** Whether a computer's voice may be heard at this place. */
  generated: z.boolean(),
  /** Where each lies, and the mark of the text that was read out. */
  clips: z.record(textKey, z.tuple([clipHash, mark]))
})
export type Recordings = z.infer<typeof Recordings>

/** One recording as the desk sees it. */
export const Recording = z.strictObject({
  key: textKey,
  hash: clipHash,
  /** `textMark` of the text that was read out. */
  mark,
  /** Milliseconds. */
  lasts: z.int(),
  bytes: z.int(),
  at: time,
  /** Who recorded it, by name. */
  by: z.string()
})
export type Recording = z.infer<typeof Recording>

/** `GET /v1/desk/voices`: how many recordings each language has. */
export const VoiceCounts = z.strictObject({
  languages: z.record(languageCode, z.strictObject({ count: z.int(), bytes: z.int() }))
})
export type VoiceCounts = z.infer<typeof VoiceCounts>

/** `GET /v1/desk/voices/{language}`. */
export const LanguageRecordings = z.strictObject({ recordings: z.array(Recording) })
export type LanguageRecordings = z.infer<typeof LanguageRecordings>

/** `PUT /v1/desk/voices/{language}/{key}?mark=…` with a WAV as its body. */
export const RecordingQuery = z.strictObject({ mark })

/** `public/audio/<language>/index.json`, beside the clips one after the other in `voice.mp3`: [offset, length, mark]. */
export const VoicePack = z.strictObject({
  made: z.literal('generated'),
  /** The program that made them. */
  by: z.string(),
  /** Bytes of `voice.mp3`. */
  length: z.int(),
  clips: z.record(textKey, z.tuple([z.int(), z.int(), mark]))
})
export type VoicePack = z.infer<typeof VoicePack>
