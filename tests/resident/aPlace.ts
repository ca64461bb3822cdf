import { type TeamCard, readCard } from '#sealing/card.ts'
import { makeTeam, type TeamKeys } from '#sealing/keys.ts'
import { teamKeys } from '#sealing/bundle.ts'
import { openStore, type Store } from '#store/database.ts'
import { toBase64url } from '#wire/bytes.ts'
import { sha256 } from '#wire/digest.ts'
import type { LocationProfile } from '#wire/location.ts'
import type { Device, PlaceHere } from '#resident/page.ts'

export const NOW = 1_800_000_000_000

/** A place with a team that can open what is sealed for it. */
export async function aPlace(): Promise<PlaceHere & { keys: TeamKeys }> {
  const location = crypto.getRandomValues(new Uint8Array(16))
  const { card, secret } = await makeTeam(location, NOW)
  const profile: LocationProfile = {
    id: toBase64url(location),
    place: 'Werkwinkel Overvecht',
    address: 'Dreef 1',
    hours: 'ma en wo 10-12',
    telephone: '',
    privacyContact: 'Sanne',
    keepDays: 90,
    basis: 'consent',
    statement: '',
    offSteps: [],
    offAsks: [],
    promises: [],
    practice: false,
    cards: [toBase64url(card)]
  }
  return {
    id: profile.id,
    profile,
    card: readCard(card) as TeamCard,
    root: await sha256(card),
    keys: await teamKeys(secret)
  }
}

/** No network at all. */
export const silence: typeof fetch = () => Promise.reject(new TypeError('no network'))

/** A server that keeps every envelope and says so. */
export function aServerThatKeeps(): { fetch: typeof fetch; kept: Uint8Array[]; withdrawn: string[] } {
  const kept: Uint8Array[] = []
  const withdrawn: string[] = []
  const answer = async (path: string, request: RequestInit = {}) => {
    const id = path.split('/').at(-1)!
    if (request.method === 'DELETE') {
      withdrawn.push(id)
      return Response.json({ id, state: 'withdrawn' })
    }
    if (request.method !== 'PUT') return Response.json({ states: { [id]: 'received' } })
    const body = request.body as Uint8Array
    kept.push(body)
    const bodySha256 = toBase64url(await sha256(body))
    return Response.json({ id, seq: kept.length, receivedAt: NOW, bodySha256 }, { status: 201 })
  }
  return { fetch: answer as unknown as typeof fetch, kept, withdrawn }
}

let stores = 0

export interface FakeDevice extends Device {
  woken: number
  /** How often sharing took the draft and was taken back. */
  taken: number
  dropped: number
}

/** The device of a resident, with a database of its own and no network unless given one. */
export async function aDevice({
  kind = 'phone',
  store,
  fetch = silence
}: { kind?: 'phone' | 'tablet'; store?: Store; fetch?: typeof globalThis.fetch } = {}): Promise<FakeDevice> {
  const own = store ?? (await openStore({ name: `resident ${++stores}` }))
  const device: FakeDevice = {
    kind,
    store: own,
    fetch,
    woken: 0,
    taken: 0,
    dropped: 0,
    now: () => NOW,
    prints: true,
    random: length => crypto.getRandomValues(new Uint8Array(length)),
    draftVersion: async () => (await own.draft.get())?.version ?? 0,
    draftTaken: () => void device.taken++,
    wake: () => void device.woken++,
    wipe: () => void device.dropped++
  }
  return device
}

/** Writes a draft, as the running visit does. */
export async function withDraft(device: FakeDevice): Promise<FakeDevice> {
  await device.store.draft.put({ sealed: new Uint8Array([1, 2, 3]), startedAt: NOW }, await device.draftVersion())
  return device
}

/** The same store, whose disk has no room for one byte more. */
export function onAFullDisk(store: Store): Store {
  const work: Store['work'] = (names, mode, task) =>
    mode === 'readwrite' ? Promise.resolve('full') : store.work(names, mode, task)
  const full = { ...store, work }
  return {
    ...full,
    outbox: { ...store.outbox, change: async () => 'full' },
    draft: { ...store.draft, forget: async () => 'full' }
  }
}

/** The same store, whose disk answers a write only when it is told to. */
export function onASlowDisk(store: Store): { store: Store; answer: () => void } {
  let answer = () => {}
  const told = new Promise<void>(resolve => (answer = resolve))
  const work: Store['work'] = async (names, mode, task) => {
    const done = await store.work(names, mode, task)
    if (mode === 'readwrite') await told
    return done
  }
  const change: Store['outbox']['change'] = async (...given) => {
    const done = await store.outbox.change(...given)
    await told
    return done
  }
  return { store: { ...store, work, outbox: { ...store.outbox, change } }, answer: () => answer() }
}
