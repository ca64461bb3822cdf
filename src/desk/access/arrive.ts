import { Me } from '#wire/team.ts'

import { ask, type Refused } from '../ask.ts'
import { digitsOf, isLetIn, knownOf } from './device.ts'
import { forgetKept, readKept } from './kept.ts'
import type { Link } from './link.ts'
import { findPlace } from './place.ts'
import { recover } from './recover.ts'
import type { AccessEvent, Placed } from './session.ts'
import type { Tools } from './tools.ts'
import { unlock } from './unlock.ts'

/** Who is this browser, and who sits at it? The first question of every visit. */
export async function arrive(tools: Tools, link: Link | undefined): Promise<AccessEvent> {
  if ((await tools.store.place.get())?.kind === 'tablet') return { kind: 'kiosk' }
  if (link?.kind === 'practice') return practise(tools, link)
  if (link) return { kind: 'link', link }
  const me = await ask(tools.fetch, { path: '/v1/desk/me', answer: Me })
  if ('ok' in me) return settle(tools, me.ok)
  return me.refused === 'not-signed-in' ? { kind: 'signedOut' } : { kind: 'trouble', trouble: me.refused }
}

/**
 * Somebody is signed in: which page is theirs? With the password at hand (just signed in) it opens at once, so that
 * nobody types it twice.
 *
 * @param pin the root from an invite, for a browser that has no device yet
 */
export async function settle(
  tools: Tools,
  me: Me,
  { password, pin }: { password?: string; pin?: Uint8Array } = {}
): Promise<AccessEvent> {
  const kept = await readKept(tools.keyring, me.id)
  const place = await findPlace(tools, me, kept ?? (pin ? { root: pin } : {}))
  if (place === 'unplaced') return { kind: 'unplaced', me }
  if (place === 'forged') return { kind: 'forged', me }
  if ('refused' in place) return { kind: 'trouble', trouble: place.refused }
  if (!kept) return { kind: 'deviceless', placed: place }

  const known = knownOf(place, kept)
  const letIn = await isLetIn(tools, known.deviceId)
  // a device the server does not know, or no longer wants, is no device
  if (isGone(letIn)) return goneDevice(tools, place)
  if (typeof letIn === 'object') return { kind: 'trouble', trouble: letIn.refused }
  if (!letIn) return { kind: 'waits', known, digits: await digitsOf(known) }
  if (password === undefined) return { kind: 'ready', known, why: 'start' }
  const open = await unlock(tools, known, password)
  if (typeof open === 'object' && 'at' in open) return { kind: 'opened', open }
  return { kind: 'ready', known, why: 'start' }
}

/** Forgets the useless half in this browser and starts over. */
export async function goneDevice(tools: Tools, placed: Placed): Promise<AccessEvent> {
  await forgetKept(tools.keyring, placed.me.id)
  return { kind: 'deviceless', placed, revoked: true }
}

export function isGone(answer: unknown): boolean {
  const refused = (answer as Partial<Refused>).refused
  return refused === 'gone' || refused === 'not-found'
}

/**
 * A practice place on one's own machine, by the real path: sign in, and open with the sheet that the link carries.
 * A place that is not in practice is never opened like this.
 */
async function practise(tools: Tools, link: Link & { kind: 'practice' }): Promise<AccessEvent> {
  const { email, password, sheet } = link
  const body = { email, password }
  const me = await ask(tools.fetch, { method: 'POST', path: '/v1/desk/sign-in', body, answer: Me })
  if ('refused' in me) return { kind: 'signedOut' }
  const settled = await settle(tools, me.ok, { password })
  if (settled.kind === 'opened') return settled
  const placed =
    settled.kind === 'deviceless'
      ? settled.placed
      : settled.kind === 'waits' || settled.kind === 'ready'
        ? settled.known
        : undefined
  if (!placed?.profile.practice) return settled
  const open = await recover(tools, placed, sheet, password)
  return typeof open === 'object' && 'at' in open ? { kind: 'opened', open } : settled
}
