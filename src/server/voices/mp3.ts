import { RATE } from '#wire/voices.ts'
import { createMp3Encoder } from 'wasm-media-encoders'

/** 24 kbit/s: clear speech, 3 KB a second. */
const BITRATE = 24
/** Between so many samples other requests get their turn. */
const AT_ONCE = RATE

/** Speech as MP3, mono, `RATE` samples a second. The same samples give the same bytes. */
export async function encodeMp3(samples: Float32Array): Promise<Uint8Array> {
  // the encoder remembers what came before, so each clip has its own
  const encoder = await createMp3Encoder()
  encoder.configure({ sampleRate: RATE, channels: 1, bitrate: BITRATE })
  const parts: Uint8Array[] = []
  for (let at = 0; at < samples.length; at += AT_ONCE) {
    // it hands out a view of its own memory, which the next call overwrites
    parts.push(encoder.encode([samples.subarray(at, at + AT_ONCE)]).slice())
    await new Promise(setImmediate)
  }
  parts.push(encoder.finalize().slice())
  return Buffer.concat(parts)
}
