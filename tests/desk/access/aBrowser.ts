import { type Access, type AccessEvent, opened, step } from '#desk/access/session.ts'
import type { Tools } from '#desk/access/tools.ts'
import { makeWays } from '#desk/access/ways.ts'
import { cardsOf } from '#desk/access/place.ts'
import { readCard } from '#sealing/card.ts'
import { open } from '#sealing/open.ts'
import { seal } from '#sealing/seal.ts'
import { aHeader, utf8 } from '#tests/sealing/worlds.ts'
import { ORIGIN, type PeopleServer } from '#tests/server/withPeople.ts'
import { fromBase64url } from '#wire/bytes.ts'
import type { Team } from '#wire/team.ts'

/** One browser of a professional: a cookie, a drawer, a network that can fall away, and where its desk stands. */
export function aBrowser(server: PeopleServer) {
  let cookie = ''
  const drawer = new Map<string, unknown>()
  const sent: string[] = []
  const browser = {
    access: { at: 'checking' } as Access,
    online: true,
    place: undefined as Awaited<ReturnType<Tools['store']['place']['get']>>,
    lasting: true,
    drawer,
    /** METHOD and path of every question, in order. */
    sent,
    /** Lets an answer be replaced: a server that lies, or one that breaks. */
    meddle: undefined as ((path: string, answer: Response) => Promise<Response> | Response) | undefined
  }
  const fetch = (async (path: string, { method = 'GET', body }: RequestInit = {}) => {
    if (!browser.online) throw new TypeError('offline')
    sent.push(`${method} ${path}`)
    const headers: Record<string, string> = { origin: ORIGIN, 'sec-fetch-site': 'same-origin', cookie }
    if (body !== undefined) headers['content-type'] = 'application/json'
    const answer = await server.send(`${ORIGIN}${path}`, { method, headers, ...(body === undefined ? {} : { body }) })
    for (const line of answer.headers.getSetCookie()) cookie = line.split(';')[0]!
    return browser.meddle?.(path, answer) ?? answer
  }) as typeof globalThis.fetch
  const tools: Tools = {
    fetch,
    now: server.now,
    deviceName: 'Chrome, Windows',
    store: {
      get lasting() {
        return browser.lasting
      },
      place: { get: async () => browser.place } as Tools['store']['place']
    },
    keyring: {
      // a copy, as a database gives one
      get: async name => structuredClone(drawer.get(name)),
      put: async (name, key) => {
        drawer.set(name, structuredClone(key))
        return 'kept'
      },
      forget: async name => {
        drawer.delete(name)
        return 'kept'
      }
    }
  }
  const tell = (event: AccessEvent) => void (browser.access = step(browser.access, event))
  const ways = makeWays(tools, tell)
  return Object.assign(browser, {
    tools,
    ways,
    tell,
    /** The page, narrowed; fails when the desk stands elsewhere. */
    at<K extends Access['at']>(at: K): Extract<Access, { at: K }> {
      if (browser.access.at !== at) throw new Error(`stands at ${browser.access.at}, not at ${at}`)
      return browser.access as Extract<Access, { at: K }>
    },
    keys: () => opened(browser.access)?.keys
  })
}

export type Browser = ReturnType<typeof aBrowser>

export const fatma = { name: 'Fatma', email: 'fatma@example.org', password: 'een lange zin om mee te openen' }
export const samira = { name: 'Samira', email: 'samira@example.org', password: 'nog een lange zin van samira' }

export const details = {
  place: 'Werkwinkel Overvecht',
  address: '',
  hours: '',
  telephone: '',
  privacyContact: '',
  keepDays: 90,
  basis: 'consent' as const,
  statement: '',
  offSteps: [],
  offAsks: []
}

/** A coordinator's first run, up to open cards. Returns the browser, and the sheet as it is printed. */
export async function aFoundedPlace(server: PeopleServer, { practice = false } = {}) {
  const token = (await server.people.setupToken())!
  const browser = aBrowser(server)
  await browser.ways.arrive({ kind: 'setup', token })
  await browser.ways.account({ kind: 'setup', token }, fatma)
  const founding = await browser.ways.prepare()
  const failed = await browser.ways.found(browser.at('setUp').me, founding, details, [])
  if (failed) throw new Error(JSON.stringify(failed.trouble))
  if (!practice) await browser.ways.typeBack(founding.sheet)
  browser.tell({ kind: 'back' })
  return { browser, sheet: founding.sheet, root: founding.root }
}

/** Samira opens her invite in a browser of her own; it waits with 20 digits on its screen. */
export async function anInvited(server: PeopleServer, coordinator: Browser, root: Uint8Array) {
  const answer = await coordinator.tools.fetch('/v1/desk/invites', {
    method: 'POST',
    body: JSON.stringify({ name: 'Samira', role: 'professional' })
  })
  const { token } = (await answer.json()) as { token: string }
  const browser = aBrowser(server)
  const link = { kind: 'invite', token, root } as const
  await browser.ways.arrive(link)
  const trouble = await browser.ways.account(link, samira)
  return { browser, trouble, link }
}

/** What a resident sealed for this place, read with the keys that this desk has in memory. */
export async function reads(browser: Browser) {
  const { profile, keys } = browser.at('open')
  const card = readCard(cardsOf(profile)![0]!)
  if (card === 'malformed') throw new Error(card)
  const header = await aHeader({ location: fromBase64url(profile.id) })
  const opened = await open(await seal(utf8('werk'), header, card.hpkePublic), keys)
  return opened !== 'unreadable' && new TextDecoder().decode(opened.plaintext)
}

export async function teamOf(browser: Browser) {
  return (await (await browser.tools.fetch('/v1/desk/team')).json()) as Team
}
