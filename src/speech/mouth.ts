import type { Clips } from './clips.ts'
import { playClip, silence } from './playClip.ts'
import { read } from './read.ts'
import type { Sentence } from './sentence.ts'
import { speakText, type Synthesis } from './speakText.ts'
import { type Way, waysToSay } from './ways.ts'

/** Slower is 0.7 of the speed. */
export const SLOW = 0.7

export interface MouthWorld {
  /** Arrive when they arrive; until then the device speaks alone. */
  readonly clips: Promise<Clips>
  /** Absent in a browser that has no voices. */
  readonly synthesis: Synthesis | undefined
  readonly utter: (text: string) => SpeechSynthesisUtterance
  readonly audio: HTMLAudioElement
  /** There are more voices, or fewer, than a moment ago. */
  readonly onChange: () => void
}

export interface ReadOptions {
  readonly slow: boolean
  /** Before each sentence, with whose voice it is; false leaves it out. */
  readonly onSentence: (place: number, by: Way<unknown>['by']) => boolean
  readonly onEnd: () => void
}

/** All voices of one language on this device. */
export interface Mouth {
  readonly language: string
  /** Whether it can be said now. */
  readonly can: (sentence: Sentence) => boolean
  /** Whether everything that could be heard is known; voices of a device may still come. */
  readonly settled: () => boolean
  /** Reads from inside a tap, so that the browser lets it be heard. Gives the function that stops it. */
  readonly read: (sentences: readonly Sentence[], options: ReadOptions) => () => void
  readonly close: () => void
}

/** Opens the voices of a language. */
export function openMouth(language: string, world: MouthWorld): Mouth {
  const { synthesis, utter, audio } = world
  let clips: Clips | undefined
  let closed = false
  let voices = synthesis?.getVoices() ?? []
  const changed = () => {
    voices = synthesis?.getVoices() ?? []
    if (!closed) world.onChange()
  }
  // Safari 15 has voices and no event for them: there they are all known at once
  synthesis?.addEventListener?.('voiceschanged', changed)
  void world.clips.then(found => {
    clips = found
    changed()
  })

  const ways = (sentence: Sentence) => waysToSay(sentence, clips, voices)

  const say =
    (rate: number) =>
    async (way: Way<SpeechSynthesisVoice>, { text }: Sentence, signal: AbortSignal) => {
      if (way.by === 'device') return synthesis ? speakText(synthesis, utter, { ...way, text, rate }, signal) : 'failed'
      const sound = await clips?.clip(way.clip).catch(() => undefined)
      return sound ? playClip(audio, sound, rate, signal) : 'failed'
    }

  return {
    language,
    can: sentence => ways(sentence).length > 0,
    settled: () => clips !== undefined,
    read(sentences, { slow, onSentence, onEnd }) {
      // what another page, or another tap, left in the queue of the device
      if (synthesis?.speaking || synthesis?.pending) synthesis.cancel()
      const firsts = sentences.flatMap(i => ways(i)[0]?.by ?? [])
      if (firsts.some(by => by !== 'device')) {
        wake(audio)
        // the same for the voice of an iPhone, which comes only after a clip
        if (firsts[0] !== 'device' && firsts.includes('device')) synthesis?.speak(utter(''))
      }
      return read(sentences, {
        ways,
        say: say(slow ? SLOW : 1),
        onSentence: (place, way) => onSentence(place, way.by),
        onEnd
      })
    },
    close() {
      closed = true
      synthesis?.removeEventListener?.('voiceschanged', changed)
    }
  }
}

/** A tap that plays something, even silence, lets this element play what is fetched after it. */
function wake(audio: HTMLAudioElement): void {
  const address = URL.createObjectURL(silence())
  audio.src = address
  audio.play().then(
    () => URL.revokeObjectURL(address),
    () => URL.revokeObjectURL(address)
  )
}
