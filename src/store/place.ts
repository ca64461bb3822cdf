import type { Drawer, Trouble } from './drawer.ts'

/** What makes this browser a tablet of the place: it was enrolled by a link from the desk. */
export interface Tablet {
  /** base64url. */
  readonly id: string
  /** As the desk named it: "Tablet bij het raam". */
  readonly name: string
  /** What the server knows it by; base64url of 32 bytes. It can only hand in envelopes and tell how many wait. */
  readonly secret: string
  /** What is kept of the code of its staff, as `sealing/staffCode.ts` makes it. */
  readonly code: { readonly salt: Uint8Array; readonly rounds: number; readonly hash: Uint8Array }
}

/** Where this device belongs, kept so that it starts without a network. */
export interface Place {
  readonly kind: 'phone' | 'tablet'
  /** Location id, base64url. */
  readonly location: string
  /** The first 16 or all 32 bytes of the hash of team card 0, from the poster or the set-up link. */
  readonly root?: Uint8Array
  /** False: no poster was read, so the chain was trusted on first use. */
  readonly pinned: boolean
  /** The chain of team cards, oldest first, as verified. */
  readonly cards: readonly Uint8Array[]
  /** The public profile as the server gave it; `wire/location.ts` parses it at each reading. */
  readonly profile: unknown
  /** The highest epoch ever verified: a lower one is refused. */
  readonly epoch: number
  /** On an enrolled tablet only. */
  readonly tablet?: Tablet
}

export interface PlaceShelf {
  get(): Promise<Place | undefined>
  put(place: Place): Promise<'kept' | Trouble>
  forget(): Promise<'kept' | Trouble>
}

export function placeShelf(drawer: Drawer): PlaceShelf {
  return {
    async get() {
      const found = await drawer.work(['place'], 'readonly', hands => hands.get('place', 'place'))
      return isPlace(found) ? found : undefined
    },
    put: place =>
      drawer.work(['place'], 'readwrite', async hands => {
        await hands.put('place', 'place', place)
        return 'kept' as const
      }),
    forget: () =>
      drawer.work(['place'], 'readwrite', async hands => {
        await hands.delete('place', 'place')
        return 'kept' as const
      })
  }
}

function isPlace(value: unknown): value is Place {
  if (typeof value !== 'object' || value === null) return false
  const place = value as Record<string, unknown>
  return (
    (place['kind'] === 'phone' || place['kind'] === 'tablet') &&
    typeof place['location'] === 'string' &&
    Array.isArray(place['cards']) &&
    place['cards'].every(card => card instanceof Uint8Array) &&
    Number.isSafeInteger(place['epoch']) &&
    (place['tablet'] === undefined || isTablet(place['tablet']))
  )
}

function isTablet(value: unknown): value is Tablet {
  const tablet = value as Partial<Tablet> | null
  return (
    typeof tablet?.id === 'string' &&
    typeof tablet.name === 'string' &&
    typeof tablet.secret === 'string' &&
    tablet.code?.salt instanceof Uint8Array &&
    tablet.code.hash instanceof Uint8Array &&
    Number.isSafeInteger(tablet.code.rounds)
  )
}
