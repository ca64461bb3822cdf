import { expect, test } from 'vitest'

import { tidySound } from '#server/voices/sound.ts'
import { RATE } from '#wire/voices.ts'

/** A hum between two silences, with the hiss of a cheap microphone over all of it. */
function aHum(loud: number, { before = 0.5, lasts = 1, after = 0.7, hiss = 0.0005 } = {}): Float32Array {
  const from = Math.round(before * RATE)
  const to = from + Math.round(lasts * RATE)
  return Float32Array.from({ length: to + Math.round(after * RATE) }, (_, i) => {
    const noise = Math.sin(i * 12.9898) * hiss
    return i >= from && i < to ? Math.sin((i / RATE) * 200 * 2 * Math.PI) * loud + noise : noise
  })
}
const peak = (sound: Float32Array) => sound.reduce((most, i) => Math.max(most, Math.abs(i)), 0)

test('silence is cut off before and after, but for a breath', () => {
  const sound = tidySound(aHum(0.2), RATE) as Float32Array
  expect(sound.length / RATE).toBeGreaterThan(1.1)
  expect(sound.length / RATE).toBeLessThan(1.3)
})

test('a soft voice and a loud one are heard as loud', () => {
  const [soft, loud] = [0.02, 0.8].map(i => peak(tidySound(aHum(i), RATE) as Float32Array))
  expect(soft! / loud!).toBeGreaterThan(0.95)
  expect(soft! / loud!).toBeLessThan(1.05)
})

test('nothing is ever louder than can be played', () => {
  const click = aHum(0.02)
  click[RATE] = 1
  expect(peak(tidySound(click, RATE) as Float32Array)).toBeLessThanOrEqual(0.951)
})

test('where nobody speaks, nothing is heard', () => {
  expect(tidySound(aHum(0), RATE)).toBe('silent')
  expect(tidySound(new Float32Array(), RATE)).toBe('silent')
})
