/** Quieter than this against the loudest moment is silence: −28 dB. */
const SILENCE = 0.04
/** Below this of full scale nobody spoke: a microphone that was off, or the far end of a room. */
const NOBODY = 0.004
/** How loud a clip is on average where somebody speaks, and how near to full scale its loudest moment may come. */
const LOUDNESS = 0.12
const PEAK = 0.95
/** What stays before and after the words (seconds), so that no first letter is cut off. */
const BEFORE = 0.06
const AFTER = 0.12
/** Loudness is measured over so much (seconds). */
const WINDOW = 0.02

/**
 * A clip as it should sound: silence around it cut off, and as loud as every other. `silent` when nobody speaks in it.
 *
 * @param samples mono, from −1 to 1
 * @param rate samples a second
 */
export function tidySound(samples: Float32Array, rate: number): Float32Array | 'silent' {
  const step = Math.round(rate * WINDOW)
  const levels: number[] = []
  for (let at = 0; at < samples.length; at += step) levels.push(loudness(samples.subarray(at, at + step)))
  const loudest = Math.max(0, ...levels)
  if (loudest < NOBODY) return 'silent'
  const heard = (level: number) => level > loudest * SILENCE
  const first = levels.findIndex(heard) * step - Math.round(rate * BEFORE)
  const last = (levels.findLastIndex(heard) + 1) * step + Math.round(rate * AFTER)
  const cut = samples.slice(Math.max(0, first), Math.min(samples.length, last))
  const spoken = levels.filter(heard)
  const average = Math.sqrt(spoken.reduce((sum, level) => sum + level * level, 0) / spoken.length)
  const peak = cut.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0)
  const gain = Math.min(LOUDNESS / average, PEAK / peak)
  fade(cut, Math.round(rate * 0.01))
  return cut.map(sample => sample * gain)
}

/** Root of the mean square. */
function loudness(samples: Float32Array): number {
  let sum = 0
  for (const sample of samples) sum += sample * sample
  return Math.sqrt(sum / samples.length)
}

/** Without it a cut is heard as a click. */
function fade(samples: Float32Array, length: number): void {
  const end = samples.length - 1
  for (let i = 0; i < Math.min(length, samples.length); i++) {
    samples[i]! *= i / length
    samples[end - i]! *= i / length
  }
}
