import { RATE } from '#wire/voices.ts'

/** A recording as the desk sends it: a tone with silence around it, like a word. */
export function aWav({ seconds = 1, pitch = 220, loud = 0.3, rate = RATE } = {}): Uint8Array<ArrayBuffer> {
  const samples = Math.round(seconds * rate)
  const bytes = new Uint8Array(44 + samples * 2)
  const view = new DataView(bytes.buffer)
  const word = (at: number, text: string) => bytes.set(new TextEncoder().encode(text), at)
  word(0, 'RIFF')
  view.setUint32(4, bytes.length - 8, true)
  word(8, 'WAVEfmt ')
  view.setUint32(16, 16, true)
  view.setUint16(20, 1, true)
  view.setUint16(22, 1, true)
  view.setUint32(24, rate, true)
  view.setUint32(28, rate * 2, true)
  view.setUint16(32, 2, true)
  view.setUint16(34, 16, true)
  word(36, 'data')
  view.setUint32(40, samples * 2, true)
  const start = samples * 0.2
  for (let i = Math.round(start); i < samples - start; i++)
    view.setInt16(44 + i * 2, Math.sin((i / rate) * pitch * 2 * Math.PI) * loud * 32_767, true)
  return bytes
}
