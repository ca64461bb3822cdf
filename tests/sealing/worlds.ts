import { sha256 } from '#wire/digest.ts'
import { type Header, SCHEMA_VERSION } from '#wire/envelope.ts'
import { teamKeys } from '#sealing/bundle.ts'
import { type TeamCard, verifyChain } from '#sealing/card.ts'
import { makeTeam, type TeamKeys, type TeamSecret } from '#sealing/keys.ts'
import { newSeed, withdrawSecret } from '#sealing/seed.ts'

export const random = (length: number) => crypto.getRandomValues(new Uint8Array(length))
export const utf8 = (text: string) => new TextEncoder().encode(text)

export interface ATeam {
  location: Uint8Array
  cards: Uint8Array[]
  card: TeamCard
  root: Uint8Array
  secret: TeamSecret
  keys: TeamKeys
}

/** A location that was just set up: one card, its keys in hand. */
export async function aTeam(location: Uint8Array = random(16)): Promise<ATeam> {
  const { card, secret } = await makeTeam(location, 1_760_000_000_000)
  const verified = await verifyChain([card], { location })
  if ('forged' in verified) throw new Error(verified.forged)
  return { location, cards: [card], ...verified, secret, keys: await teamKeys(secret) }
}

/** The header that a resident's device writes for this team. */
export async function aHeader(team: { location: Uint8Array }, epoch = 0): Promise<Header> {
  const withdrawHash = await sha256(await withdrawSecret(newSeed()))
  return {
    location: team.location,
    epoch,
    id: random(16),
    schemaVersion: SCHEMA_VERSION,
    hereNow: false,
    withdrawHash
  }
}
