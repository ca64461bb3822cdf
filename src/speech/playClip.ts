import type { Outcome } from './read.ts'

/**
 * Plays a sound to its end, at 1 as it was recorded, slower below it with the pitch kept. One element plays them all:
 * on an iPhone only an element that a tap once started may play.
 */
export function playClip(audio: HTMLAudioElement, sound: Blob, rate: number, signal: AbortSignal): Promise<Outcome> {
  if (signal.aborted) return Promise.resolve('stopped')
  const address = URL.createObjectURL(sound)
  return new Promise<Outcome>(resolve => {
    const heard = new AbortController()
    const end = (outcome: Outcome) => {
      heard.abort()
      audio.pause()
      URL.revokeObjectURL(address)
      resolve(outcome)
    }
    const until = { signal: heard.signal }
    audio.addEventListener('ended', () => end('said'), until)
    audio.addEventListener('error', () => end('failed'), until)
    // The device took the sound away: somebody telephones, or the headset came out. An event that is late may still
    // tell of the sound before this one, which is why it looks again.
    audio.addEventListener('pause', () => audio.paused && !audio.ended && end('stopped'), until)
    signal.addEventListener('abort', () => end('stopped'), until)
    audio.src = address
    keepPitch(audio)
    audio.defaultPlaybackRate = rate
    audio.playbackRate = rate
    audio.play().catch(() => !heard.signal.aborted && end('failed'))
  })
}

function keepPitch(audio: HTMLAudioElement & { webkitPreservesPitch?: boolean; mozPreservesPitch?: boolean }): void {
  audio.preservesPitch = true
  // Safari and Firefox of 2022
  audio.webkitPreservesPitch = true
  audio.mozPreservesPitch = true
}

/** A few samples of silence as WAV: what a tap starts, so that the same element may play later. */
export function silence(): Blob {
  const samples = 80
  const bytes = new DataView(new ArrayBuffer(44 + samples))
  const word = (at: number, text: string) => new TextEncoder().encode(text).forEach((i, n) => bytes.setUint8(at + n, i))
  word(0, 'RIFF')
  bytes.setUint32(4, 36 + samples, true)
  word(8, 'WAVEfmt ')
  bytes.setUint32(16, 16, true)
  bytes.setUint16(20, 1, true)
  bytes.setUint16(22, 1, true)
  bytes.setUint32(24, 8000, true)
  bytes.setUint32(28, 8000, true)
  bytes.setUint16(32, 1, true)
  bytes.setUint16(34, 8, true)
  word(36, 'data')
  bytes.setUint32(40, samples, true)
  for (let at = 44; at < 44 + samples; at++) bytes.setUint8(at, 128)
  return new Blob([bytes.buffer], { type: 'audio/wav' })
}
