import { beforeEach, describe, expect, test } from 'vitest'

import type { Clips } from '#speech/clips.ts'
import { type Mouth, openMouth } from '#speech/mouth.ts'
import { aClipSet, type AnEar, anEar, aVoice } from './aDevice.ts'

const dutch = aVoice('nl-NL')
const sentence = (clip: string, text = clip) => ({ text, lang: 'nl', clip })
const own = { text: 'Fluiten', lang: 'nl' }

let ear: AnEar
let places: number[]
let ended: number
beforeEach(() => {
  ear = anEar()
  places = []
  ended = 0
})

async function aMouth(clips: Clips, voices: readonly SpeechSynthesisVoice[] = []): Promise<Mouth> {
  ear.voices(voices)
  const opening = Promise.resolve(clips)
  const mouth = openMouth('nl', { ...ear, clips: opening })
  await opening
  await Promise.resolve()
  return mouth
}

const options = (slow = false, seen: (place: number) => boolean = () => true) => ({
  slow,
  onSentence: (place: number) => {
    if (!seen(place)) return false
    places.push(place)
    return true
  },
  onEnd: () => void ended++
})

/** Lets it read until it is quiet. */
async function toTheEnd(): Promise<void> {
  while (ended === 0) await ear.finish()
}

describe('reading aloud', () => {
  test('goes through the sentences in order, each in the best voice that there is', async () => {
    const mouth = await aMouth(aClipSet({ title: 'recorded', tile: 'generated' }), [dutch])
    mouth.read([sentence('title'), sentence('tile', 'Thuis'), own], options())
    await toTheEnd()
    expect(ear.heard).toEqual([
      { said: 'title', rate: 1 },
      { said: 'Thuis', voice: 'nl-NL', rate: 1 },
      { said: 'Fluiten', voice: 'nl-NL', rate: 1 }
    ])
    expect([places, ended]).toEqual([[0, 1, 2], 1])
  })

  test('passes over in silence what no voice can say', async () => {
    const mouth = await aMouth(aClipSet({ title: 'recorded', tile: 'generated' }))
    mouth.read([sentence('title'), own, sentence('tile')], options())
    await toTheEnd()
    expect(ear.heard.map(i => i.said)).toEqual(['title', 'tile'])
    expect(places).toEqual([0, 2])
  })

  test('lets the device speak where a recording cannot be had now', async () => {
    const mouth = await aMouth(aClipSet({ title: 'recorded' }, ['title']), [dutch])
    mouth.read([sentence('title', 'Wat gaat goed?')], options())
    await toTheEnd()
    expect(ear.heard).toEqual([{ said: 'Wat gaat goed?', voice: 'nl-NL', rate: 1 }])
  })

  test('leaves out what is not on the screen any more', async () => {
    const mouth = await aMouth(aClipSet({ a: 'recorded', b: 'recorded' }))
    mouth.read(
      [sentence('a'), sentence('b')],
      options(false, place => place !== 0)
    )
    await toTheEnd()
    expect(ear.heard.map(i => i.said)).toEqual(['b'])
  })

  test('slower is slower in both kinds of voice, and a clip keeps its pitch', async () => {
    const mouth = await aMouth(aClipSet({ title: 'recorded' }), [dutch])
    mouth.read([sentence('title'), own], options(true))
    await toTheEnd()
    expect(ear.heard.map(i => i.rate)).toEqual([0.7, 0.7])
    expect(ear.audio.pitchKept()).toBe(true)
  })

  test.each([
    ['a clip', sentence('title')],
    ['a voice of the device', own]
  ])('stops %s at once, and reads nothing after it', async (_, first) => {
    const mouth = await aMouth(aClipSet({ title: 'recorded' }), [dutch])
    const stop = mouth.read([first, own, own], options())
    await expect.poll(ear.sounding).toBeDefined()
    stop()
    expect([ear.sounding(), ended]).toEqual([undefined, 1])
    await ear.finish()
    expect([ear.heard.length, ended]).toEqual([1, 1])
  })

  test('stopped and begun anew is not stopped by what the first still tells', async () => {
    const mouth = await aMouth(aClipSet({ a: 'recorded', b: 'recorded' }))
    const stop = mouth.read([sentence('a')], options())
    await expect.poll(ear.sounding).toBe('a')
    stop()
    ended = 0
    mouth.read([sentence('b')], options())
    await toTheEnd()
    expect(ear.heard.map(i => i.said)).toEqual(['a', 'b'])
  })

  test('ends when the device takes the sound away, such as for a call', async () => {
    const mouth = await aMouth(aClipSet({ a: 'recorded', b: 'recorded' }))
    mouth.read([sentence('a'), sentence('b')], options())
    await expect.poll(ear.sounding).toBe('a')
    ear.audio.pause()
    await expect.poll(() => ended).toBe(1)
    expect(ear.heard.map(i => i.said)).toEqual(['a'])
  })
})

describe('the voices of a language', () => {
  test('come when they come: what can be said changes, and the page hears of it', async () => {
    const mouth = await aMouth(aClipSet({}))
    expect(mouth.can(own)).toBe(false)
    const before = ear.changes()
    ear.voices([dutch])
    expect([mouth.can(own), ear.changes() - before]).toEqual([true, 1])
    mouth.close()
    ear.voices([])
    expect(ear.changes() - before).toBe(1)
  })

  test('are known for the device before the clips of the place are there', async () => {
    const waiting = openMouth('nl', { ...ear, synthesis: ear.synthesis, clips: new Promise(() => undefined) })
    expect([waiting.settled(), waiting.can(own)]).toEqual([false, false])
    ear.voices([dutch])
    expect([waiting.settled(), waiting.can(own)]).toEqual([false, true])
  })

  test('are none in a browser without any, and nothing breaks', () => {
    const mute = openMouth('nl', { ...ear, synthesis: undefined, clips: Promise.resolve(aClipSet({})) })
    expect(mute.can(sentence('title'))).toBe(false)
    mute.read([sentence('title')], options())
    return expect.poll(() => ended).toBe(1)
  })
})
