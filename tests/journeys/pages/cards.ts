import { sendCards } from '../../demo/cards.ts'
import { enrolTablet, type Place } from '../../builders/place.ts'
import { aHeader, aTeam } from '../../sealing/worlds.ts'

import { seal } from '#sealing/seal.ts'
import { fromBase64url, toBase64url } from '#wire/bytes.ts'
import type { Enrolled } from '#wire/tablet.ts'

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

/** Two tablets: on one three cards wait, on the other one was refused for good. */
export async function someTablets(place: Place): Promise<void> {
  const { origin } = new URL(place.phoneLink)
  const post = async (path: string, body: object, headers = {}) => {
    const json = { 'content-type': 'application/json', ...headers }
    const answer = await fetch(`${origin}${path}`, { method: 'POST', headers: json, body: JSON.stringify(body) })
    if (!answer.ok) throw new Error(await answer.text())
    return answer
  }
  for (const [name, parked] of [
    ['Tablet bij het raam', 0],
    ['Tablet bij de keuken', 1]
  ] as const) {
    const token = new URL(await enrolTablet(place, name)).hash.split('&t=')[1]
    const { secret } = (await (await post('/v1/tablets', { location: place.id, token })).json()) as Enrolled
    const beat = { waiting: 3, oldestAt: Date.now() - 3_600_000, parked, version: 'abcd1234' }
    await post('/v1/tablets/heartbeat', beat, { authorization: `Bearer ${secret}` })
  }
}
