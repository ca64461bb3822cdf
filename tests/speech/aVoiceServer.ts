import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'

import { heardLanguages } from '#i18n/heard.ts'
import { flatTexts } from '#i18n/texts.ts'
import { toBase64url } from '#wire/bytes.ts'

function textOf(language: string, key: string): string {
  const over = heardLanguages.find(i => i.code === language)?.over ?? language
  const texts = JSON.parse(readFileSync(`locales/${over}/resident.json`, 'utf8')) as Parameters<typeof flatTexts>[0]
  return new Map(flatTexts(texts)).get(key)!
}

/** A place in memory, as the fetch of a page sees it: the shipped pack, the recordings, and a network that can go. */
export function aVoiceServer() {
  const hashOf = (sound: string) => toBase64url(new Uint8Array(32).fill(sound.length)).slice(0, 42) + 'A'
  const sounds = new Map<string, string>()
  const recorded: Record<string, Record<string, readonly [hash: string, mark: string]>> = {}
  const asked: string[] = []
  let packed: Record<string, [number, number, string]> = {}
  let voice = new Uint8Array()
  const server = {
    location: 'AAAAAAAAAAAAAAAAAAAAAA',
    asked,
    up: true,
    generated: true,
    /** Breaks the pack off after so many bytes. */
    breaks: Number.POSITIVE_INFINITY,
    /** @param text what was read out; otherwise the text as it is now */
    record(key: string, sound: string, language = 'ti', text = textOf(language, key)) {
      const hash = hashOf(sound)
      const mark = createHash('sha256').update(text).digest('base64url').slice(0, 12)
      sounds.set(hash, sound)
      ;(recorded[language] ??= {})[key] = [hash, mark]
    },
    erase(key: string, language = 'ti') {
      delete recorded[language]?.[key]
    },
    ship(clips: Record<string, string>) {
      let at = 0
      packed = {}
      for (const [key, sound] of Object.entries(clips)) {
        packed[key] = [at, sound.length, 'm'.repeat(12)]
        at += sound.length
      }
      voice = new TextEncoder().encode(Object.values(clips).join(''))
    },
    fetch: (async (input: string) => {
      asked.push(input)
      if (!server.up) throw new TypeError('Failed to fetch')
      if (input.endsWith('/index.json'))
        return Response.json({ made: 'generated', by: 'test', length: voice.length, clips: packed })
      if (input.endsWith('/voice.mp3')) return new Response(inParts(voice, server.breaks))
      const [, , , place, , language = '', hash] = input.split('/')
      if (place !== server.location) return Response.json({}, { status: 404 })
      if (hash === undefined) return Response.json({ generated: server.generated, clips: recorded[language] ?? {} })
      const sound = sounds.get(hash)
      return sound === undefined ? Response.json({}, { status: 404 }) : new Response(sound)
    }) as typeof globalThis.fetch
  }
  return server
}

/** Three bytes at a time, as a network brings them. */
function inParts(bytes: Uint8Array, breaks: number): ReadableStream<Uint8Array> {
  let at = 0
  return new ReadableStream({
    pull(stream) {
      if (at >= breaks) return stream.error(new TypeError('network'))
      if (at >= bytes.length) return stream.close()
      stream.enqueue(bytes.slice(at, (at += 3)))
    }
  })
}

/** The caches of a browser. */
export function aCaches() {
  const all = new Map<string, Map<string, Response>>()
  return {
    all,
    keys: async () => [...all.keys()],
    delete: async (name: string) => all.delete(name),
    match: async (address: string) =>
      [...all.values()]
        .find(i => i.has(address))
        ?.get(address)
        ?.clone(),
    open: async (name: string) => {
      const cache = all.get(name) ?? new Map<string, Response>()
      all.set(name, cache)
      return {
        match: async (address: string) => cache.get(address)?.clone(),
        put: async (address: string, answer: Response) => void cache.set(address, answer),
        delete: async (address: string) => cache.delete(address),
        keys: async () => [...cache.keys()].map(address => ({ url: `https://waarheen.test${address}` }))
      }
    }
  } as unknown as CacheStorage & { readonly all: Map<string, Map<string, Response>> }
}
