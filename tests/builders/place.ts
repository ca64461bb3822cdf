import { sealBundle, teamKeys } from '#sealing/bundle.ts'
import { makeDevice } from '#sealing/device.ts'
import { makeTeam, type TeamKeys, type TeamSecret } from '#sealing/keys.ts'
import { newRecovery, recoveryKey, recoveryProof, writeSheet } from '#sealing/recovery.ts'
import { toBase64url } from '#wire/bytes.ts'
import { sha256 } from '#wire/digest.ts'
import type { LocationDetails, LocationProfile, SignedPromise } from '#wire/location.ts'
import type { TabletLink } from '#wire/tablets.ts'
import type { NewLocation } from '#wire/team.ts'

export interface Place {
  /** base64url. */
  readonly id: string
  readonly root: Uint8Array
  readonly email: string
  readonly password: string
  /** The session of its coordinator, as a `Cookie` header. */
  readonly cookie: string
  /** The recovery sheet as it is printed. */
  readonly sheet: string
  readonly secret: TeamSecret
  readonly keys: TeamKeys
  readonly profile: LocationProfile
  /** What a poster carries. */
  readonly phoneLink: string
  /** The everyday address of a tablet that is enrolled already; a new one needs `enrolTablet`. */
  readonly tabletLink: string
  /** Asks the server as the coordinator. */
  ask(method: string, path: string, body?: unknown): Promise<Response>
}

interface Wishes {
  readonly details?: Partial<LocationDetails>
  readonly promises?: readonly SignedPromise[]
  /** True: the sheet was not typed back yet. */
  readonly practice?: boolean
}

export const details: LocationDetails = {
  place: 'Werkwinkel Overvecht',
  address: 'Zamenhofdreef 10, Utrecht',
  hours: 'dinsdag en donderdag, 9 tot 12 uur',
  telephone: '030 123 45 67',
  privacyContact: 'Fatma',
  keepDays: 90,
  basis: 'consent',
  statement: 'Wij zijn de Werkwinkel. Wij bewaren kaarten 90 dagen.',
  offSteps: [],
  offAsks: [],
  idleSeconds: 90
}

/**
 * The first run of a location as a browser does it, through the server's own address and with the real keys.
 *
 * @param send asks the server at a path; `fetch` on a running one, `app.request` on one without a port
 */
export async function aPlace(
  origin: string,
  setupToken: string,
  { details: wished = {}, promises, practice = false }: Wishes = {},
  send: typeof fetch = fetch
): Promise<Place> {
  const email = 'fatma@example.org'
  const password = 'een lange zin om mee te openen'
  let cookie = ''
  const ask = async (method: string, path: string, body?: unknown) => {
    const headers: Record<string, string> = { origin, cookie, 'sec-fetch-site': 'same-origin' }
    if (body !== undefined) headers['content-type'] = 'application/json'
    return send(`${origin}${path}`, { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) })
  }
  const must = async (answer: Response) => {
    if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`)
    return answer
  }

  const account = await must(await ask('POST', '/v1/desk/setup', { token: setupToken, name: 'Fatma', email, password }))
  cookie = account.headers
    .getSetCookie()
    .map(line => line.split(';')[0])
    .join('; ')

  const location = crypto.getRandomValues(new Uint8Array(16))
  const { card, secret } = await makeTeam(location, Date.now())
  const root = await sha256(card)
  const device = await makeDevice()
  await must(
    await ask('POST', '/v1/desk/devices', {
      id: toBase64url(device.id),
      name: 'Laptop aan de balie',
      publicKey: toBase64url(device.publicKey)
    })
  )
  const seed = newRecovery()
  const recovery = await recoveryKey(seed)
  const proof = await recoveryProof(seed)
  const bundle = async (kind: 'device' | 'recovery', holder: { id: Uint8Array; publicKey: Uint8Array }) => ({
    recipient: kind,
    recipientId: toBase64url(holder.id),
    epoch: 0,
    bundle: toBase64url(await sealBundle(secret, { kind, ...holder }, location, root))
  })
  const order: NewLocation = {
    id: toBase64url(location),
    details: { ...details, ...wished },
    promises: [
      ...(promises ??
        (['b1', 'b2', 'b3', 'b4', 'b5'] as const).map(id => ({ id, name: 'Fatma, coördinator', at: Date.now() })))
    ],
    card: toBase64url(card),
    recovery: { publicKey: toBase64url(recovery.publicKey), proofHash: toBase64url(await sha256(proof)) },
    bundles: [await bundle('device', device), await bundle('recovery', recovery)]
  }
  let profile = (await (await must(await ask('POST', '/v1/desk/location', order))).json()) as LocationProfile
  if (!practice) {
    const drill = await must(await ask('POST', '/v1/desk/recovery/drill', { proof: toBase64url(proof) }))
    profile = (await drill.json()) as LocationProfile
  }
  const pin = `#r=${toBase64url(root.slice(0, 16))}`
  return {
    id: order.id,
    root,
    email,
    password,
    get cookie() {
      return cookie
    },
    sheet: writeSheet(seed),
    secret,
    keys: await teamKeys(secret),
    profile,
    phoneLink: `${origin}/l/${order.id}${pin}`,
    tabletLink: `${origin}/k/${order.id}${pin}`,
    ask
  }
}

/** A fresh link that makes one browser a tablet of the place, once, within ten minutes. */
export async function enrolTablet(
  { ask, tabletLink }: Pick<Place, 'ask' | 'tabletLink'>,
  name = 'Tablet bij het raam'
): Promise<string> {
  const answer = await ask('POST', '/v1/desk/tablets', { name })
  if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`)
  const { token } = (await answer.json()) as TabletLink
  return `${tabletLink}&t=${token}`
}
