import { type Pin, verifyChain } from '#sealing/card.ts'
import type { Store } from '#store/database.ts'
import type { Place, Tablet } from '#store/place.ts'
import { equal, fromBase64url } from '#wire/bytes.ts'
import { type LocationList, LocationProfile } from '#wire/location.ts'

import type { PlaceHere } from '../page.ts'
import type { Address, TabletLink } from './address.ts'
import { fetchPlaces, fetchProfile } from './fetchPlace.ts'

/**
 * Why there is no place to talk to. Each is said plainly, in `place.*`. `link`: a tablet that no desk made one;
 * `storage`: a tablet whose browser keeps nothing.
 */
export type NoPlace = 'malformed' | 'unknown' | 'forged' | 'offline' | 'none' | 'link' | 'storage'

export type Opened =
  | {
      readonly kind: 'phone' | 'tablet'
      readonly place: PlaceHere
      /** Present on a tablet of the place. */
      readonly tablet?: Tablet
      /** The server just showed a key that does not follow from ours. */
      readonly doubted?: true
    }
  | { readonly choose: LocationList['locations'] }
  | { readonly wrong: NoPlace }

export interface Around {
  readonly store: Store
  readonly fetch: typeof fetch
  /** Resolves when a stored place has waited long enough for a newer one. */
  readonly patience: () => Promise<void>
}

/**
 * Finds out which place this device speaks for and whether its key can be believed: the stored place, the one of the
 * address, the only one there is, or a choice. What is stored works without a network; a network that answers in
 * time gives the newest team card. A key that does not follow from the one we pinned is never used.
 */
export async function openPlace(address: Exclude<Address, TabletLink>, around: Around): Promise<Opened> {
  if (address === 'malformed') return { wrong: 'malformed' }
  const stored = await around.store.place.get()
  // a tablet of the place stays that, whatever address somebody opens on it; only another link changes it
  if (stored?.tablet) {
    const opened = await arriveAt(stored.location, 'tablet', undefined, stored, around)
    return 'place' in opened ? { ...opened, tablet: stored.tablet } : opened
  }
  if (address.kind === 'tablet' || stored?.kind === 'tablet')
    return { wrong: around.store.lasting ? 'link' : 'storage' }
  if (address.kind === 'phone') {
    const known = stored?.location === address.location ? stored : undefined
    return arriveAt(address.location, 'phone', address.root, known, around)
  }
  if (stored) return arriveAt(stored.location, 'phone', undefined, stored, around)
  const places = await fetchPlaces(around.fetch)
  if (typeof places === 'string') return { wrong: places === 'unknown' ? 'none' : places }
  const [first, second] = places.ok
  if (!first) return { wrong: 'none' }
  return second ? { choose: places.ok } : arriveAt(first.id, 'phone', undefined, undefined, around)
}

async function arriveAt(
  location: string,
  kind: 'phone' | 'tablet',
  poster: Uint8Array | undefined,
  stored: Place | undefined,
  around: Around
): Promise<Opened> {
  // a poster with another root starts anew: that is how a place goes on after its keys were lost
  const known = stored && (!poster || samePin(stored.root, poster)) ? stored : undefined
  const pin = poster ?? known?.root
  const old = known && (await readStored(known))
  const fetching = refresh(location, kind, pin, known, around)
  if (!old) return fetching
  const fresh = await Promise.race([fetching, around.patience()])
  // a stored place that was verified stands, whatever a server says of its keys now
  if (!fresh) return { kind, place: old }
  if ('wrong' in fresh && fresh.wrong !== 'unknown') {
    return { kind, place: old, ...(fresh.wrong === 'forged' ? { doubted: true as const } : {}) }
  }
  return fresh
}

async function refresh(
  location: string,
  kind: 'phone' | 'tablet',
  pin: Uint8Array | undefined,
  known: Place | undefined,
  { store, fetch }: Around
): Promise<Opened> {
  const answer = await fetchProfile(fetch, location)
  if (typeof answer === 'string') return { wrong: answer }
  const place = await verified(answer.ok, { root: pin, atLeastEpoch: known?.epoch })
  if (!place) return { wrong: 'forged' }
  await store.place.put({
    kind,
    location,
    root: place.root,
    pinned: known?.pinned || pin !== undefined,
    cards: answer.ok.cards.map(fromBase64url),
    profile: answer.ok,
    epoch: place.card.epoch,
    ...(known?.tablet ? { tablet: known.tablet } : {})
  })
  return { kind, place }
}

/** What lies in the store is read like anything from outside: parsed, and its chain verified again. */
async function readStored(stored: Place): Promise<PlaceHere | undefined> {
  const profile = LocationProfile.safeParse(stored.profile)
  return profile.success && profile.data.id === stored.location
    ? verified(profile.data, { root: stored.root, atLeastEpoch: stored.epoch })
    : undefined
}

/** The place with its newest card, or nothing when its chain does not hold or does not follow from the pin. */
export async function verified(
  profile: LocationProfile,
  pin: Pick<Pin, 'root' | 'atLeastEpoch'>
): Promise<PlaceHere | undefined> {
  let cards: Uint8Array[]
  try {
    cards = profile.cards.map(fromBase64url)
  } catch {
    return undefined
  }
  const chain = await verifyChain(cards, { ...pin, location: fromBase64url(profile.id) })
  return 'forged' in chain ? undefined : { id: profile.id, profile, card: chain.card, root: chain.root }
}

/** The stored root is whole; a poster carries its first half. */
export const samePin = (stored: Uint8Array | undefined, poster: Uint8Array): boolean =>
  stored !== undefined && equal(stored.slice(0, poster.length), poster)
