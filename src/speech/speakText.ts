import type { Outcome } from './read.ts'

export interface Utterance {
  readonly text: string
  readonly voice: SpeechSynthesisVoice
  /** 1 is the voice's own speed. */
  readonly rate: number
}

/** What we use of `speechSynthesis`. */
export type Synthesis = Pick<SpeechSynthesis, 'speak' | 'cancel' | 'speaking' | 'pending' | 'getVoices'> &
  Partial<Pick<SpeechSynthesis, 'addEventListener' | 'removeEventListener'>>

/** Milliseconds between two looks whether the device still speaks. */
const LOOK = 1_000

/** Lets the device say a text in one of its voices. `utter` makes the browser's own object for it. */
export function speakText(
  synthesis: Synthesis,
  utter: (text: string) => SpeechSynthesisUtterance,
  { text, voice, rate }: Utterance,
  signal: AbortSignal
): Promise<Outcome> {
  if (signal.aborted) return Promise.resolve('stopped')
  return new Promise<Outcome>(resolve => {
    // held here until the end: Chrome forgets one that nobody holds, and then never tells that it ended
    const utterance = utter(text)
    const end = (outcome: Outcome) => {
      clearInterval(clock)
      signal.removeEventListener('abort', stop)
      utterance.onend = null
      utterance.onerror = null
      resolve(outcome)
    }
    const stop = () => {
      end('stopped')
      synthesis.cancel()
    }
    // some Android devices stay silent about the end
    let quiet = 0
    const clock = setInterval(() => {
      quiet = synthesis.speaking || synthesis.pending ? 0 : quiet + 1
      if (quiet >= 2) end('said')
    }, LOOK)
    utterance.voice = voice
    utterance.lang = voice.lang
    utterance.rate = rate
    utterance.onend = () => end('said')
    utterance.onerror = () => end('failed')
    signal.addEventListener('abort', stop)
    synthesis.speak(utterance)
  })
}
