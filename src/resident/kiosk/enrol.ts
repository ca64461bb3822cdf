import { ask } from '#outbox/ask.ts'
import { makeStaffCode } from '#sealing/staffCode.ts'
import type { Store } from '#store/database.ts'
import type { Place, Tablet } from '#store/place.ts'
import { fromBase64url } from '#wire/bytes.ts'
import { isProblem, type ProblemCode } from '#wire/problem.ts'
import { Enrolled } from '#wire/tablet.ts'

import type { PlaceHere } from '../page.ts'
import type { TabletLink } from '../place/address.ts'
import { fetchProfile } from '../place/fetchPlace.ts'
import { samePin, verified } from '../place/openPlace.ts'

/**
 * Why this browser is no tablet of the place, each said plainly in `place.*`. `swapped`: the server shows another team
 * key than the link. `desk`: a colleague's keys lie in this browser. `used`, `late`, `invalid`: the link.
 */
export type NotEnrolled =
  | 'offline'
  | 'unknown'
  | 'swapped'
  | 'storage'
  | 'full'
  | 'desk'
  | 'used'
  | 'late'
  | 'invalid'
  | 'busy'

/** A place whose key is the one the link vouches for, before this browser belongs to it. */
export interface Met {
  readonly link: TabletLink
  readonly place: PlaceHere
  /** What lay in the drawer before. */
  readonly before: Place | undefined
  /** What this browser is called when it is a tablet of this very place already. */
  readonly already?: string
}

export interface Around {
  readonly store: Store
  readonly fetch: typeof fetch
}

/** Looks at the place of a link and at this browser. Changes nothing and leaves the link good. */
export async function meetPlace(
  link: TabletLink,
  { store, fetch }: Around
): Promise<Met | { readonly wrong: NotEnrolled }> {
  if (!store.lasting) return { wrong: 'storage' }
  // a computer at the counter must not stop being one because somebody opened the wrong link on it
  const keys = await store.work(['keyring'], 'readonly', hands => hands.all('keyring'))
  if (typeof keys === 'string') return { wrong: 'storage' }
  if (keys.length > 0) return { wrong: 'desk' }
  const answer = await fetchProfile(fetch, link.location)
  if (typeof answer === 'string') return { wrong: answer }
  const before = await store.place.get()
  const own = before?.location === link.location && samePin(before.root, link.root) ? before : undefined
  const place = await verified(answer.ok, { root: link.root, atLeastEpoch: own?.epoch })
  if (!place) return { wrong: 'swapped' }
  return { link, place, before, ...(own?.tablet ? { already: own.tablet.name } : {}) }
}

/**
 * Makes this browser a tablet of the place: uses the link up, then keeps place, secret and staff code. When it fails
 * the drawer is as it was.
 *
 * @param code what staff chose; only what `sealing/staffCode.ts` makes of it is kept
 */
export async function enrolHere(
  { link, place, before }: Met,
  code: string,
  { store, fetch }: Around
): Promise<{ readonly tablet: Tablet } | { readonly wrong: NotEnrolled }> {
  const staff = await makeStaffCode(code)
  const here: Place = {
    kind: 'tablet',
    location: place.id,
    root: place.root,
    pinned: true,
    cards: place.profile.cards.map(fromBase64url),
    profile: place.profile,
    epoch: place.card.epoch
  }
  // a link is not spent on a browser that cannot keep what it gives
  if (!before?.tablet) {
    const room = await store.place.put(here)
    if (room !== 'kept') return { wrong: room === 'full' ? 'full' : 'storage' }
  }
  const enrolled = await spend(link, fetch)
  if ('wrong' in enrolled) {
    if (!before) await store.place.forget()
    else if (!before.tablet) await store.place.put(before)
    return enrolled
  }
  const tablet: Tablet = { ...enrolled.ok, code: staff }
  const kept = await store.place.put({ ...here, tablet })
  return kept === 'kept' ? { tablet } : { wrong: kept === 'full' ? 'full' : 'storage' }
}

const meanings: Partial<Record<ProblemCode, NotEnrolled>> = {
  'already-used': 'used',
  gone: 'late',
  'wrong-secret': 'invalid',
  'invalid-body': 'invalid',
  'too-many': 'busy',
  'storage-full': 'busy',
  'server-error': 'busy'
}

async function spend(
  { location, token }: TabletLink,
  fetch: typeof globalThis.fetch
): Promise<{ readonly ok: Enrolled } | { readonly wrong: NotEnrolled }> {
  const answer = await ask(fetch, '/v1/tablets', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ location, token })
  })
  if (answer === 'silence') return { wrong: 'offline' }
  const read = Enrolled.safeParse(answer.json)
  if (answer.status === 201 && read.success) return { ok: read.data }
  const ours = isProblem(answer.json) && answer.json.status === answer.status
  return { wrong: (ours && meanings[(answer.json as { code: ProblemCode }).code]) || 'offline' }
}
