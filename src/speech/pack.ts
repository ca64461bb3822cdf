import type { VoicePack } from '#wire/voices.ts'

import { isVoicePack } from './lists.ts'

/** The clips of one language that come with the product, all in one file. */
export interface Pack {
  has(key: string): boolean
  /** Nothing when it cannot be had now. */
  clip(key: string): Promise<Blob | undefined>
}

/** Where the clips of a language lie; the worker keeps both files where that language is heard. */
export const packAddress = (language: string): string => `/audio/${language}`

/** Nothing where the list of clips cannot be had now. The clips themselves are fetched when the first is asked for. */
export async function openPack(language: string, fetch: typeof globalThis.fetch): Promise<Pack | undefined> {
  const list = await readList(`${packAddress(language)}/index.json`, fetch)
  if (!list) return undefined
  let sounds: Sounds | undefined
  return {
    has: key => Object.prototype.hasOwnProperty.call(list.clips, key),
    async clip(key) {
      const [at, length] = list.clips[key] ?? [0, 0]
      if (length === 0) return undefined
      sounds ??= fetchSounds(`${packAddress(language)}/voice.mp3`, list.length, fetch)
      const bytes = await sounds(at + length)
      // without a network now; the next one tries again
      if (!bytes) sounds = undefined
      return bytes && new Blob([bytes.slice(at, at + length)], { type: 'audio/mpeg' })
    }
  }
}

async function readList(
  address: string,
  fetch: typeof globalThis.fetch
): Promise<Pick<VoicePack, 'length' | 'clips'> | undefined> {
  try {
    const answer = await fetch(address)
    const list: unknown = answer.ok ? await answer.json() : undefined
    return isVoicePack(list) ? list : undefined
  } catch {
    return undefined
  }
}

/** The first so many bytes of a file, as soon as they are there; nothing when it breaks off before. */
type Sounds = (upTo: number) => Promise<Uint8Array<ArrayBuffer> | undefined>

/**
 * Fetches a file of many clips once. They lie in the order of the conversation, so on a slow network the first page is
 * heard while the last one is still on its way.
 */
function fetchSounds(address: string, length: number, fetch: typeof globalThis.fetch): Sounds {
  const bytes = new Uint8Array(length)
  let there = 0
  let over = false
  const waiting: (() => void)[] = []
  const tell = () => {
    for (const look of waiting.splice(0)) look()
  }
  const read = async () => {
    const answer = await fetch(address)
    const reader = answer.ok ? answer.body?.getReader() : undefined
    for (let part = await reader?.read(); part && !part.done; part = await reader!.read()) {
      // a file of another version than the list
      if (there + part.value.length > length) break
      bytes.set(part.value, there)
      there += part.value.length
      tell()
    }
  }
  const end = () => {
    over = true
    tell()
  }
  void read().then(end, end)
  return async upTo => {
    while (there < upTo && !over) await new Promise<void>(resolve => waiting.push(resolve))
    return there >= upTo ? bytes : undefined
  }
}
