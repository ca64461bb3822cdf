import { verifyChain } from '#sealing/card.ts'
import { fromBase64url } from '#wire/bytes.ts'
import { LocationProfile } from '#wire/location.ts'
import type { Me } from '#wire/team.ts'

import { ask, type Refused } from '../ask.ts'
import type { Kept, Placed } from './session.ts'
import type { Tools } from './tools.ts'

export interface Found extends Placed {
  readonly epoch: number
}

/**
 * Asks for the place of this person and walks its chain of cards, before anything else is done with it. A root that we
 * know (invite, keyring) must be the one we get; without one, this first answer is trusted, and the 20 digits that two
 * people compare will show if it lied.
 */
export async function findPlace(
  { fetch }: Pick<Tools, 'fetch'>,
  me: Me,
  pin: Partial<Pick<Kept, 'root' | 'epoch'>> = {}
): Promise<Found | 'unplaced' | 'forged' | Refused> {
  if (me.location === null) return 'unplaced'
  const answer = await ask(fetch, { path: `/v1/locations/${me.location}`, answer: LocationProfile })
  if ('refused' in answer) return answer
  const profile = answer.ok
  const cards = cardsOf(profile)
  if (!cards) return 'forged'
  const location = fromBase64url(me.location)
  const chain = await verifyChain(cards, { location, root: pin.root, atLeastEpoch: pin.epoch })
  return 'forged' in chain ? 'forged' : { me, profile, root: chain.root, epoch: chain.card.epoch }
}

/** The chain as bytes, oldest first; nothing when a card is no base64url. */
export function cardsOf(profile: LocationProfile): Uint8Array[] | undefined {
  try {
    return profile.cards.map(fromBase64url)
  } catch {
    return undefined
  }
}
