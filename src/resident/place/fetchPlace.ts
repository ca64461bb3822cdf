import { LocationList, LocationProfile } from '#wire/location.ts'

/** `offline` also stands for a server that answers nonsense, such as the page of a captive portal. */
export type Fetched<T> = { readonly ok: T } | 'unknown' | 'offline'

/** The public profile of a place; `unknown` when the server says that there is none. */
export async function fetchProfile(fetch: typeof globalThis.fetch, id: string): Promise<Fetched<LocationProfile>> {
  const answer = await getJson(fetch, `/v1/locations/${id}`)
  if (typeof answer === 'string') return answer
  const read = LocationProfile.safeParse(answer.ok)
  return read.success && read.data.id === id ? { ok: read.data } : 'offline'
}

/** All places of this server, for an address that names none. */
export async function fetchPlaces(fetch: typeof globalThis.fetch): Promise<Fetched<LocationList['locations']>> {
  const answer = await getJson(fetch, '/v1/locations')
  if (typeof answer === 'string') return answer
  const read = LocationList.safeParse(answer.ok)
  return read.success ? { ok: read.data.locations } : 'offline'
}

async function getJson(fetch: typeof globalThis.fetch, path: string): Promise<Fetched<unknown>> {
  const late = new AbortController()
  const clock = setTimeout(() => late.abort(), 20_000)
  try {
    const response = await fetch(path, { signal: late.signal, headers: { accept: 'application/json' } })
    if (response.status === 404) {
      const problem = (await response.json()) as { code?: unknown }
      return problem.code === 'not-found' ? 'unknown' : 'offline'
    }
    return response.ok ? { ok: await response.json() } : 'offline'
  } catch {
    return 'offline'
  } finally {
    clearTimeout(clock)
  }
}
