import { RATE } from '#wire/voices.ts'

/** Sound as a file that every program reads and the server checks: WAV, 16 bits, mono, `RATE` samples a second. */
export function writeWav(samples: Float32Array): Blob {
  const head = new DataView(new ArrayBuffer(44))
  const word = (at: number, text: string) => new TextEncoder().encode(text).forEach((i, n) => head.setUint8(at + n, i))
  const length = samples.length * 2
  word(0, 'RIFF')
  head.setUint32(4, 36 + length, true)
  word(8, 'WAVEfmt ')
  head.setUint32(16, 16, true)
  head.setUint16(20, 1, true)
  head.setUint16(22, 1, true)
  head.setUint32(24, RATE, true)
  head.setUint32(28, RATE * 2, true)
  head.setUint16(32, 2, true)
  head.setUint16(34, 16, true)
  word(36, 'data')
  head.setUint32(40, length, true)
  const body = new DataView(new ArrayBuffer(length))
  samples.forEach((sample, i) => body.setInt16(i * 2, Math.max(-1, Math.min(1, sample)) * 32_767, true))
  return new Blob([head.buffer, body.buffer], { type: 'audio/wav' })
}
