import { expect, test } from 'vitest'

import { loadWords } from '#i18n/words.ts'
import { type Clips, openClips } from '#speech/clips.ts'
import { heardHere, keepVoices } from '#speech/keepVoices.ts'
import { forgetOthers, openRecordings } from '#speech/recordings.ts'

import { aCaches, aVoiceServer } from './aVoiceServer.ts'

const heard = async (clips: Clips, key: string) => (await clips.clip(key))?.text()

/** A device at a place, online until it is told. */
function aDevice() {
  const server = aVoiceServer()
  const caches = aCaches()
  const words = (language: string) => loadWords(language, 'resident')
  const source = { fetch: server.fetch, caches, location: server.location, loadWords: words }
  return {
    server,
    caches,
    source,
    open: (language = 'ti', more = {}) => openClips(language, { ...source, ...more }),
    kept: async (language = 'ti') => (await openRecordings(language, source)).kept
  }
}

test('a person is heard before a computer, sentence by sentence', async () => {
  const { server, open } = aDevice()
  server.ship({ 'good.q': 'generated q', 'good.help': 'generated help' })
  server.record('good.help', 'a person')
  const clips = await open()
  expect([clips.has('good.q'), clips.has('good.help'), clips.has('card.title')]).toEqual([
    'generated',
    'recorded',
    undefined
  ])
  expect(await heard(clips, 'good.q')).toBe('generated q')
  expect(await heard(clips, 'good.help')).toBe('a person')
  expect(await heard(clips, 'card.title')).toBeUndefined()
})

test('what was read out before its text changed is not heard, and a computer says what is written now', async () => {
  const { server, open } = aDevice()
  server.ship({ 'good.q': 'generated q' })
  server.record('good.q', 'of last year', 'ti', 'another text')
  server.record('good.help', 'of last year', 'ti', 'another text')
  const clips = await open()
  expect([clips.has('good.q'), clips.has('good.help')]).toEqual(['generated', undefined])
  expect(await heard(clips, 'good.q')).toBe('generated q')
})

test('no sentence is taken for one that every object has', async () => {
  const { server, open } = aDevice()
  server.ship({ 'good.q': 'q' })
  const clips = await open()
  expect([clips.has('constructor'), clips.has('toString')]).toEqual([undefined, undefined])
})

test('a place that wants no computer hears only people, also when its list cannot be had', async () => {
  const { server, open } = aDevice()
  server.ship({ 'good.q': 'generated q' })
  server.generated = false
  expect((await open()).has('good.q')).toBeUndefined()
  const fresh = aDevice()
  fresh.server.ship({ 'good.q': 'generated q' })
  const lost: typeof fetch = async input => {
    if ((input as string).startsWith('/v1')) throw new TypeError('Failed to fetch')
    return fresh.server.fetch(input)
  }
  expect((await fresh.open('ti', { fetch: lost, generated: false })).has('good.q')).toBeUndefined()
  expect((await fresh.open('ti', { fetch: lost })).has('good.q')).toBe('generated')
})

test('a language without a shipped voice asks for none', async () => {
  const { server, open } = aDevice()
  server.record('good.q', 'a person', 'so')
  expect((await open('so')).has('good.q')).toBe('recorded')
  expect(server.asked.filter(i => i.startsWith('/audio'))).toEqual([])
})

test('the pack is fetched once, and a sentence is heard before the last one has come', async () => {
  const { server, open } = aDevice()
  server.ship({ 'good.q': 'first', 'good.help': 'the second and last' })
  server.breaks = 6
  const clips = await open()
  expect(server.asked).not.toContain('/audio/ti/voice.mp3')
  const [first, second] = await Promise.all([heard(clips, 'good.q'), heard(clips, 'good.help')])
  expect([first, second]).toEqual(['first', undefined])
  // what broke off is fetched again when it is asked for
  server.breaks = Number.POSITIVE_INFINITY
  expect(await heard(clips, 'good.help')).toBe('the second and last')
  expect(await heard(clips, 'good.q')).toBe('first')
  expect(server.asked.filter(i => i.endsWith('voice.mp3')).length).toBe(2)
})

test('without a network the recordings that were heard of before are all there', async () => {
  const { server, open, kept } = aDevice()
  server.record('good.q', 'one')
  server.record('good.help', 'three')
  await kept()
  server.up = false
  const clips = await open()
  expect(clips.has('good.q')).toBe('recorded')
  expect([await heard(clips, 'good.q'), await heard(clips, 'good.help')]).toEqual(['one', 'three'])
})

test('a recording that never came here counts for nothing without a network', async () => {
  const { server, open, caches, kept } = aDevice()
  server.record('good.q', 'one')
  await kept()
  for (const cache of caches.all.values())
    for (const address of Array.from(cache.keys())) if (address.split('/').length > 6) cache.delete(address)
  server.up = false
  expect((await open()).has('good.q')).toBeUndefined()
})

test('what is recorded anew is heard at the next visit, and what is erased leaves the device', async () => {
  const { server, open, caches, kept } = aDevice()
  server.record('good.q', 'one')
  server.record('good.help', 'three')
  await kept()
  server.record('good.q', 'better')
  server.erase('good.help')
  await kept()
  server.up = false
  const clips = await open()
  expect(await heard(clips, 'good.q')).toBe('better')
  expect(clips.has('good.help')).toBeUndefined()
  // the list, and one clip
  expect([...caches.all.values()].map(cache => cache.size)).toEqual([2])
})

test('when the network goes in the middle of a visit, a computer stands in for a person who is not here yet', async () => {
  const { server, source } = aDevice()
  server.ship({ 'good.q': 'generated q' })
  server.record('good.q', 'a person')
  const clips = await openClips('ti', { ...source, caches: undefined })
  const shipped: Clips = await openClips('ti', { ...source, caches: undefined })
  await shipped.clip('good.q')
  expect(clips.has('good.q')).toBe('recorded')
  const only: typeof fetch = async input => {
    if ((input as string).split('/').length > 6) throw new TypeError('Failed to fetch')
    return server.fetch(input)
  }
  expect(await heard(await openClips('ti', { ...source, caches: undefined, fetch: only }), 'good.q')).toBe(
    'generated q'
  )
})

test('a browser that keeps nothing and has no network is silent, and nothing breaks', async () => {
  const { server, source } = aDevice()
  server.up = false
  const refusing = { open: () => Promise.reject(new Error('SecurityError')), keys: async () => [] }
  for (const caches of [undefined, refusing as unknown as CacheStorage]) {
    const clips = await openClips('ti', { ...source, caches })
    expect([clips.has('good.q'), await clips.clip('good.q')]).toEqual([undefined, undefined])
  }
})

test('a tablet keeps the languages it shows and those heard over them, an own phone only its own', async () => {
  const { server, source, caches, open } = aDevice()
  for (const language of ['ti', 'so', 'ar', 'ary', 'rif']) server.record('good.q', language, language)
  const names = () => [...caches.all.keys()].map(name => name.split(' ').at(-1)!).sort((a, b) => (a < b ? -1 : 1))
  await keepVoices(source, [{ code: 'ti' }, { code: 'ar' }])
  expect(names()).toEqual(['ar', 'ary', 'ti'])
  await keepVoices(source, [{ code: 'so' }])
  expect(names()).toEqual(['so'])
  await open('ti')
  await forgetOthers(source, ['ti'])
  await expect.poll(names).toEqual(['ti'])
})

test('Darija and Tarifit are offered where the text below them is shown and somebody recorded them, also later offline', async () => {
  const { server, source } = aDevice()
  const offered = async (...codes: string[]) =>
    (
      await heardHere(
        source,
        codes.map(code => ({ code }))
      )
    ).map(({ code, over }) => `${code} over ${over}`)
  expect(await offered('nl', 'ar')).toEqual([])
  server.record('good.q', 'a person', 'rif')
  expect(await offered('nl', 'ar')).toEqual(['rif over nl'])
  expect(await offered('ar')).toEqual([])
  await keepVoices(source, [{ code: 'nl' }])
  server.up = false
  expect(await offered('nl')).toEqual(['rif over nl'])
})

test('what is no list is none: a page of a captive portal, a clip beyond the end of its file, a path for a hash', async () => {
  const { server, source } = aDevice()
  server.ship({ 'good.q': 'q' })
  server.record('good.q', 'a person')
  const answers =
    (pack: unknown, list: unknown): typeof fetch =>
    async input => {
      if ((input as string).endsWith('index.json')) return Response.json(pack)
      return (input as string).endsWith('/ti') ? Response.json(list) : server.fetch(input)
    }
  const has = async (pack: unknown, list: unknown) =>
    (await openClips('ti', { ...source, caches: undefined, fetch: answers(pack, list) })).has('good.q')
  const mark = 'm'.repeat(12)
  const none = { generated: true, clips: {} }
  expect(await has({ length: 1, clips: { 'good.q': [0, 1, mark] } }, none)).toBe('generated')
  for (const pack of [{ length: 1, clips: { 'good.q': [0, 2, mark] } }, { clips: {} }, null, 'login', [1]])
    expect(await has(pack, none)).toBeUndefined()
  const bad = ['../../../desk/queue', mark]
  for (const clips of [{ 'good.q': bad }, { 'good.q': ['h'.repeat(43)] }, { 'good.q': 7 }, null, 'x'])
    expect(await has(null, { generated: true, clips })).toBeUndefined()
})
