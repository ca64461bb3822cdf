import type { Recordings } from '#wire/voices.ts'

import { isRecordings } from './lists.ts'

export interface RecordingsSource {
  readonly fetch: typeof fetch
  /** Absent in a browser that keeps nothing, such as one without https. */
  readonly caches?: CacheStorage | undefined
  /** Id of the place. */
  readonly location: string
}

/** What people of a place recorded in one language. */
export interface KeptRecordings {
  /** Whether a computer's voice may be heard; undefined where this device was never told. */
  readonly generated: boolean | undefined
  /** Of the text that was read out, by key (`wire/textMark.ts`). */
  readonly marks: ReadonlyMap<string, string>
  has(key: string): boolean
  /** Nothing when it cannot be had now. */
  clip(key: string): Promise<Blob | undefined>
  /** Resolves once this device keeps all of them, or has tried to. Never rejects. */
  readonly kept: Promise<void>
}

/** A list that is kept waits this long for a newer one (ms); without one it is worth waiting four times as long. */
const PATIENCE = 1_500
/** So many clips are fetched at once. */
const AT_ONCE = 4
const PREFIX = 'voices '

const listAddress = (location: string, language: string) => `/v1/locations/${location}/voices/${language}`
const cacheName = (location: string, language: string) => `${PREFIX}${location} ${language}`

/**
 * Opens the recordings of a language: the list from the server, or the last one this device heard of. What is new is
 * fetched in the background and kept, what nobody needs any more is let go.
 */
export async function openRecordings(language: string, source: RecordingsSource): Promise<KeptRecordings> {
  const { fetch, location } = source
  const address = listAddress(location, language)
  const cache = await source.caches?.open(cacheName(location, language)).catch(() => undefined)
  const asked = askList(address, fetch)
  const last = await cache?.match(address).then(readList, () => undefined)
  const fresh = await Promise.race([asked, patience(last)])
  const list = fresh ?? last
  const there = new Set(await keptHere(cache, address))
  // one that comes too late for this page is there for the next
  const kept = asked
    .then(it => (cache && it ? keep(cache, address, it, there, fetch) : undefined))
    .catch(() => undefined)
  const recordings = new Map(Object.entries(list?.clips ?? {}))
  const hashOf = (key: string) => recordings.get(key)?.[0]
  return {
    generated: list?.generated,
    marks: new Map([...recordings].map(([key, [, mark]]) => [key, mark])),
    has(key) {
      const hash = hashOf(key)
      return hash !== undefined && (fresh !== undefined || there.has(hash))
    },
    async clip(key) {
      const clip = `${address}/${hashOf(key)}`
      try {
        const found = (await cache?.match(clip)) ?? (await fetch(clip))
        return found.ok ? await found.blob() : undefined
      } catch {
        return undefined
      }
    },
    kept: kept.then(() => undefined)
  }
}

/** Whether people of the place recorded anything in a language; fetches nothing but the list. */
export async function isRecorded(language: string, { fetch, caches, location }: RecordingsSource): Promise<boolean> {
  const address = listAddress(location, language)
  const asked = askList(address, fetch)
  const last = await caches?.match(address).then(readList, () => undefined)
  const list = (await Promise.race([asked, patience(last)])) ?? last
  return Object.keys(list?.clips ?? {}).length > 0
}

/** Lets go of the recordings of all languages but these: an own phone keeps only the one it speaks. */
export async function forgetOthers(
  { caches, location }: RecordingsSource,
  languages: readonly string[]
): Promise<void> {
  const wanted = languages.map(language => cacheName(location, language))
  const names = (await caches?.keys().catch(() => [])) ?? []
  const others = names.filter(name => name.startsWith(PREFIX) && !wanted.includes(name))
  await Promise.all(others.map(name => caches!.delete(name).catch(() => false)))
}

async function readList(answer: Response | undefined): Promise<Recordings | undefined> {
  const list: unknown = answer?.ok ? await answer.json() : undefined
  return isRecordings(list) ? list : undefined
}

const askList = (address: string, fetch: typeof globalThis.fetch) =>
  fetch(address)
    .then(readList)
    .catch(() => undefined)

const patience = (last: Recordings | undefined) =>
  new Promise<undefined>(resolve => setTimeout(() => resolve(undefined), last ? PATIENCE : PATIENCE * 4))

/** Hashes of the clips that lie here. */
async function keptHere(cache: Cache | undefined, address: string): Promise<string[]> {
  const requests = (await cache?.keys().catch(() => [])) ?? []
  return requests.flatMap(({ url }) => {
    const { pathname } = new URL(url)
    return pathname.startsWith(`${address}/`) ? [pathname.slice(address.length + 1)] : []
  })
}

/** The clips first, then the list that names them, and then what it no longer names goes. */
async function keep(
  cache: Cache,
  address: string,
  list: Recordings,
  there: Set<string>,
  fetch: typeof globalThis.fetch
): Promise<void> {
  const wanted = new Set(Object.values(list.clips).map(([hash]) => hash))
  const lacking = [...wanted].filter(hash => !there.has(hash)).values()
  const some = async () => {
    for (const hash of lacking) {
      const clip = await fetch(`${address}/${hash}`).catch(() => undefined)
      if (!clip?.ok) continue
      await cache.put(`${address}/${hash}`, clip)
      there.add(hash)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, some))
  await cache.put(address, new Response(JSON.stringify(list)))
  for (const hash of there) {
    if (wanted.has(hash)) continue
    there.delete(hash)
    await cache.delete(`${address}/${hash}`)
  }
}
