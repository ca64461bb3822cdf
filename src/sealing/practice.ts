import type { TeamCard } from './card.ts'

/**
 * A team card for practising: the same place, sealed to a key whose private half is thrown away here. What staff type
 * while they practise cannot be opened by anybody, not even by their own team, and never needs to be.
 */
export async function practiceCard(card: TeamCard): Promise<TeamCard> {
  const { publicKey } = await crypto.subtle.generateKey({ name: 'ECDH', namedCurve: 'P-256' }, false, ['deriveBits'])
  return { ...card, hpkePublic: new Uint8Array(await crypto.subtle.exportKey('raw', publicKey)) }
}
