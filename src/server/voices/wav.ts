import { RATE } from '#wire/voices.ts'

/** The shortest word takes longer (seconds). */
const SHORTEST = 0.2
const HEAD = 44

export type Heard = { readonly samples: Float32Array } | 'invalid-body' | 'silent'

/**
 * Reads a recording as the desk sends it: WAV, PCM of 16 bits, mono, `RATE` samples a second, and nothing else in the
 * file. Every figure in its head must agree with every other and with its length.
 */
export function readWav(bytes: Uint8Array): Heard {
  if (bytes.length < HEAD) return 'invalid-body'
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const word = (at: number) => String.fromCharCode(...bytes.subarray(at, at + 4))
  const length = bytes.length - HEAD
  const isOurs =
    word(0) === 'RIFF' &&
    view.getUint32(4, true) === bytes.length - 8 &&
    word(8) === 'WAVE' &&
    word(12) === 'fmt ' &&
    view.getUint32(16, true) === 16 &&
    // PCM, one channel
    view.getUint16(20, true) === 1 &&
    view.getUint16(22, true) === 1 &&
    view.getUint32(24, true) === RATE &&
    view.getUint32(28, true) === RATE * 2 &&
    view.getUint16(32, true) === 2 &&
    view.getUint16(34, true) === 16 &&
    word(36) === 'data' &&
    view.getUint32(40, true) === length &&
    length % 2 === 0
  if (!isOurs) return 'invalid-body'
  if (length < SHORTEST * RATE * 2) return 'silent'
  const samples = new Float32Array(length / 2)
  for (let i = 0; i < samples.length; i++) samples[i] = view.getInt16(HEAD + i * 2, true) / 32_768
  return { samples }
}
