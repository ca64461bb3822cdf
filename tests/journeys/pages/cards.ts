import { sendCards } from '../../demo/cards.ts'
import type { Place } from '../../builders/place.ts'
import { aHeader, aTeam } from '../../sealing/worlds.ts'

import { seal } from '#sealing/seal.ts'
import { fromBase64url, toBase64url } from '#wire/bytes.ts'

/** Cards of three residents, and one that was sealed to a key that nobody here has. */
export async function someCards(place: Place): Promise<void> {
  const { origin } = new URL(place.phoneLink)
  const send = ((path: string, init?: RequestInit) => fetch(new URL(path, origin), init)) as typeof fetch
  await sendCards(place, send, Date.now)
  const header = await aHeader({ location: fromBase64url(place.id) })
  const body = await seal(new TextEncoder().encode('{}'), header, (await aTeam(header.location)).card.hpkePublic)
  const headers = { 'content-type': 'application/octet-stream' }
  const answer = await send(`/v1/envelopes/${toBase64url(header.id)}`, { method: 'PUT', headers, body })
  if (!answer.ok) throw new Error(await answer.text())
}
