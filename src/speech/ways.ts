import type { Clips, Made } from './clips.ts'
import { type DeviceVoice, ownVoice } from './deviceVoice.ts'
import type { Sentence } from './sentence.ts'

/** One way to say a sentence. */
export type Way<V> = { readonly by: Made; readonly clip: string } | { readonly by: 'device'; readonly voice: V }

/**
 * Every way to say a sentence, the best first: a person who read it out, then a voice of this device in that very
 * language, then a computer's clip. None: it is passed over, and never said in the voice of another language.
 */
export function waysToSay<V extends DeviceVoice>(
  { clip, lang }: Sentence,
  clips: Pick<Clips, 'has'> | undefined,
  voices: readonly V[]
): readonly Way<V>[] {
  const made = clip === undefined ? undefined : clips?.has(clip)
  const clipped: readonly Way<V>[] = clip !== undefined && made ? [{ by: made, clip }] : []
  const voice = ownVoice(voices, lang)
  const spoken: readonly Way<V>[] = voice ? [{ by: 'device', voice }] : []
  return made === 'recorded' ? [...clipped, ...spoken] : [...spoken, ...clipped]
}
