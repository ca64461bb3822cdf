import { type Clips, type Made } from '#speech/clips.ts'
import type { MouthWorld } from '#speech/mouth.ts'
import type { Synthesis } from '#speech/speakText.ts'

export const aVoice = (lang: string, change: Partial<SpeechSynthesisVoice> = {}): SpeechSynthesisVoice => ({
  lang,
  localService: true,
  default: false,
  name: lang,
  voiceURI: lang,
  ...change
})

/** A set of sound files; each is its key as text. `gone`: keys that cannot be fetched now. */
export function aClipSet(made: Readonly<Record<string, Made>>, gone: readonly string[] = []): Clips {
  return {
    has: key => made[key],
    clip: async key => (made[key] && !gone.includes(key) ? new Blob([key]) : undefined)
  }
}

/** What was heard: a clip by its key, or a text in the voice of a language, at which speed. */
export interface Heard {
  readonly said: string
  readonly voice?: string
  readonly rate: number
}

export interface AnEar extends Omit<MouthWorld, 'clips'> {
  readonly heard: Heard[]
  /** Still sounding. */
  readonly sounding: () => string | undefined
  /** Ends what sounds now. Does nothing when it is quiet. */
  readonly finish: () => Promise<void>
  /** Voices that came later, as they do in Chrome. */
  readonly voices: (voices: readonly SpeechSynthesisVoice[]) => void
  readonly changes: () => number
  readonly audio: HTMLAudioElement & { readonly pitchKept: () => boolean }
}

/** A device that speaks and plays without a sound, and only as fast as it is told to. */
export function anEar(first: readonly SpeechSynthesisVoice[] = []): AnEar {
  const heard: Heard[] = []
  const events = new EventTarget()
  let voices = first
  let changes = 0
  let speaking: SpeechSynthesisUtterance | undefined

  const synthesis: Synthesis = {
    get speaking() {
      return speaking !== undefined
    },
    pending: false,
    getVoices: () => [...voices],
    speak(utterance) {
      // an empty one only wakes the voices of an iPhone
      if (!utterance.text) return
      speaking = utterance
      heard.push({ said: utterance.text, voice: utterance.voice!.lang, rate: utterance.rate })
    },
    cancel() {
      speaking = undefined
    },
    addEventListener: events.addEventListener.bind(events) as Synthesis['addEventListener'] & object,
    removeEventListener: events.removeEventListener.bind(events) as Synthesis['removeEventListener'] & object
  }

  const sounds = new Map<string, Blob>()
  let count = 0
  URL.createObjectURL = thing => {
    const address = `blob:${++count}`
    sounds.set(address, thing as Blob)
    return address
  }
  URL.revokeObjectURL = address => void sounds.delete(address)

  let playing: string | undefined
  const element = Object.assign(new EventTarget(), {
    src: '',
    paused: true,
    ended: false,
    playbackRate: 1,
    defaultPlaybackRate: 1,
    preservesPitch: false,
    pitchKept: () => audio.preservesPitch,
    async play() {
      const sound = sounds.get(audio.src)
      audio.paused = false
      audio.ended = false
      if (!sound) throw new Error('nothing to play')
      // silence wakes the element of an iPhone
      if (sound.type) return
      playing = await sound.text()
      heard.push({ said: playing, rate: audio.playbackRate })
    },
    pause() {
      playing = undefined
      if (audio.paused) return
      audio.paused = true
      queueMicrotask(() => audio.dispatchEvent(new Event('pause')))
    }
  })
  const audio = element as unknown as HTMLAudioElement & { paused: boolean; ended: boolean; pitchKept: () => boolean }

  return {
    heard,
    sounding: () => playing ?? speaking?.text,
    async finish() {
      // what was asked for is fetched first
      for (let turn = 0; turn < 10; turn++) await Promise.resolve()
      if (speaking) {
        const { onend } = speaking
        const done = speaking
        speaking = undefined
        onend?.call(done, new Event('end') as SpeechSynthesisEvent)
      } else if (playing !== undefined) {
        playing = undefined
        audio.paused = true
        audio.ended = true
        audio.dispatchEvent(new Event('ended'))
      }
      for (let turn = 0; turn < 10; turn++) await Promise.resolve()
    },
    voices(later) {
      voices = later
      events.dispatchEvent(new Event('voiceschanged'))
    },
    changes: () => changes,
    onChange: () => void changes++,
    synthesis,
    utter: text => ({ text, rate: 1, voice: null, lang: '', onend: null, onerror: null }) as SpeechSynthesisUtterance,
    audio
  }
}
