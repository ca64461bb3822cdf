import { sealBundle } from '#sealing/bundle.ts'
import { makeDevice } from '#sealing/device.ts'
import { seal } from '#sealing/seal.ts'
import { aPlace } from '#tests/builders/place.ts'
import { fromBase64url, toBase64url } from '#wire/bytes.ts'
import { sha256 } from '#wire/digest.ts'
import type { Invite, Me } from '#wire/team.ts'
import { cookieOf, ORIGIN, withPeople } from './withPeople.ts'

export const passwordOfAli = 'nog een lange zin voor Ali'

/** A server with one location, in practice, and its coordinator Fatma. */
export async function withTeam() {
  const server = await withPeople()
  const place = await aPlace(ORIGIN, (await server.people.setupToken())!, { practice: true }, server.send)
  const asFatma = (method: string, path: string, body?: unknown) => server.ask(method, path, body, place.cookie)

  /** A colleague who came in by an invite, with the browser they sit at. */
  async function aColleague(role: 'coordinator' | 'professional' = 'professional', name = 'Ali') {
    const invite = (await (await asFatma('POST', '/v1/desk/invites', { name, role })).json()) as Invite
    const account = { token: invite.token, name, email: `${name.toLowerCase()}@example.org`, password: passwordOfAli }
    const accepted = await server.ask('POST', '/v1/desk/invites/accept', account)
    const cookie = cookieOf(accepted)
    const me = (await accepted.json()) as Me
    const key = await makeDevice()
    const device = { id: toBase64url(key.id), name: `Laptop van ${name}`, publicKey: toBase64url(key.publicKey) }
    const added = await server.ask('POST', '/v1/desk/devices', device, cookie)
    const { share } = (await added.json()) as { share: string }
    return { me, cookie, account, key, device, share }
  }

  /** What a holder of the keys uploads after comparing the 20 digits. */
  async function approval(key: { id: Uint8Array; publicKey: Uint8Array }, password: string) {
    const location = fromBase64url(place.id)
    const bundle = await sealBundle(place.secret, { kind: 'device', ...key }, location, place.root)
    return { bundle: toBase64url(bundle), epoch: 0, password }
  }

  /** A practice or real card, sealed for the team. Its id. */
  async function aCard(): Promise<string> {
    const header = {
      location: fromBase64url(place.id),
      epoch: 0,
      id: crypto.getRandomValues(new Uint8Array(16)),
      schemaVersion: 1,
      hereNow: false,
      withdrawHash: await sha256(new Uint8Array(32))
    }
    const id = toBase64url(header.id)
    const body = await seal(new TextEncoder().encode('{}'), header, place.secret.epochs[0]!.hpkePublic)
    const headers = { 'content-type': 'application/octet-stream' }
    const answer = await server.send(`${ORIGIN}/v1/envelopes/${id}`, { method: 'PUT', headers, body })
    if (answer.status !== 201) throw new Error(await answer.text())
    return id
  }

  return { server, place, asFatma, aColleague, approval, aCard }
}

export const json = async <T>(answer: Response | Promise<Response>) => (await (await answer).json()) as T
