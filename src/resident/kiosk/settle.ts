import type { Store } from '#store/database.ts'

import type { PlaceHere } from '../page.ts'
import { Between } from './Between.tsx'
import type { Kiosk } from './kiosk.ts'
import { openPractice } from './practice.ts'
import { stayAwake } from './stayAwake.ts'

export interface Settled {
  readonly kiosk: Kiosk
  /** Where visits live: the real drawer and place, or those to practise with. */
  readonly place: PlaceHere
  readonly store: Store
  readonly fetch: typeof globalThis.fetch
  readonly practice: boolean
}

/** Makes this document a tablet of the place: awake, installable as such, and practising if its staff want that. */
export async function settle(
  place: PlaceHere,
  around: Omit<Kiosk, 'settings' | 'Between'> & { readonly fetch: typeof globalThis.fetch }
): Promise<Settled> {
  const { fetch, ...kiosk } = around
  const settings = await kiosk.store.settings.get()
  stayAwake(navigator, document)
  // an app of its own fills the screen, which a phone should not
  document.querySelector('link[rel=manifest]')?.setAttribute('href', '/tablet.webmanifest')
  const practice = settings.practice === true
  const world = practice ? await openPractice(place) : { place, store: kiosk.store, fetch }
  return { kiosk: { ...kiosk, settings, Between }, ...world, practice }
}
