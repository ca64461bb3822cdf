/**
 * A quiet sound of two soft tones, made here so that nothing is fetched. Browsers keep it silent until the person has
 * touched the page once: `wake` is called on the first key or click. Returns at once; a browser without sound is fine,
 * because the bar says the same.
 */
export interface Sound {
  readonly wake: () => void
  readonly ring: () => void
}

const TONES = [
  [659.3, 0],
  [880, 0.22]
] as const

export function sound(AudioContext: typeof globalThis.AudioContext | undefined): Sound {
  let context: AudioContext | undefined
  const wake = () => {
    if (!AudioContext) return
    context ??= new AudioContext()
    if (context.state === 'suspended') void context.resume().catch(() => undefined)
  }
  const ring = () => {
    if (context?.state !== 'running') return
    const start = context.currentTime + 0.02
    for (const [pitch, after] of TONES) tone(context, pitch, start + after)
  }
  return { wake, ring }
}

function tone(context: AudioContext, pitch: number, at: number): void {
  const voice = context.createOscillator()
  const loudness = context.createGain()
  voice.type = 'sine'
  voice.frequency.value = pitch
  loudness.gain.setValueAtTime(0, at)
  loudness.gain.linearRampToValueAtTime(0.09, at + 0.03)
  loudness.gain.exponentialRampToValueAtTime(0.0001, at + 0.7)
  voice.connect(loudness).connect(context.destination)
  voice.start(at)
  voice.stop(at + 0.75)
}
