import { createHash, randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { createApp } from '#server/app.ts'
import { type Config, type Limits, readConfig } from '#server/config.ts'
import type { Deps } from '#server/deps.ts'
import { problem } from '#server/http/problem.ts'
import type { Member, People } from '#server/member.ts'
import type { Pages } from '#server/pages/pages.ts'
import { makeStreams } from '#server/queue/streams.ts'
import { openErasedLog } from '#server/storage/erasedLog.ts'
import { openSqlite } from '#server/storage/sqlite.ts'
import type { Arrival, Storage } from '#server/storage/storage.ts'
import { clipFiles } from '#server/voices/files.ts'
import { voices as makeVoices } from '#server/voices/voices.ts'
import { concat, toBase64url } from '#wire/bytes.ts'
import { PLAINTEXT_LENGTH, writeHeader } from '#wire/envelope.ts'
import { idHash } from '#server/storage/hash.ts'

export const START = Date.UTC(2026, 6, 20, 9)
export const DAY = 86_400_000

export const newId = (bytes = 16) => toBase64url(randomBytes(bytes))
export const sha256 = (bytes: Uint8Array) => new Uint8Array(createHash('sha256').update(bytes).digest())

export interface AnEnvelope {
  readonly id: string
  readonly secret: Uint8Array
  readonly bytes: Uint8Array
}

/** A well-formed envelope with random contents: to the server any sealed card looks like this. */
export function anEnvelope({
  location,
  epoch = 0,
  id = randomBytes(16),
  secret = randomBytes(32),
  hereNow = false
}: {
  location: string
  epoch?: number
  id?: Uint8Array
  secret?: Uint8Array
  hereNow?: boolean
}): AnEnvelope {
  const header = writeHeader({
    location: Buffer.from(location, 'base64url'),
    epoch,
    id,
    schemaVersion: 1,
    hereNow,
    withdrawHash: sha256(secret)
  })
  const key = concat(new Uint8Array([4]), randomBytes(64))
  return { id: toBase64url(id), secret, bytes: concat(header, key, randomBytes(PLAINTEXT_LENGTH + 16)) }
}

/** The same envelope as the storage takes it. */
export function anArrival(location: string, envelope = anEnvelope({ location }), epoch = 0): Arrival {
  return {
    id: envelope.id,
    location,
    epoch,
    schemaVersion: 1,
    hereNow: false,
    withdrawHash: sha256(envelope.secret),
    bytes: envelope.bytes,
    sha256: sha256(envelope.bytes)
  }
}

/** A clock that stands still until it is told. */
export function aClock(start = START) {
  let time = start
  return { now: () => time, pass: (ms: number) => void (time += ms) }
}

export async function aPlace(
  storage: Storage,
  { id = newId(), keepDays = 90, createdAt = START }: { id?: string; keepDays?: number; createdAt?: number } = {}
): Promise<string> {
  const details = {
    place: 'Werkwinkel Zuid',
    address: 'Kerkstraat 1',
    hours: '',
    telephone: '',
    privacyContact: '',
    keepDays,
    basis: 'consent',
    statement: '',
    offSteps: [],
    offAsks: []
  }
  await storage.db
    .insertInto('locations')
    .values({
      id,
      details: JSON.stringify(details),
      keepDays,
      practice: 1,
      recoveryPublicKey: newId(65),
      recoveryProofHash: newId(32),
      createdAt
    })
    .execute()
  await storage.db
    .insertInto('cards')
    .values({ location: id, epoch: 0, card: newId(255), createdAt })
    .execute()
  return id
}

export async function aColleague(
  storage: Storage,
  location: string,
  name: string,
  role: Member['role'] = 'professional'
): Promise<Member> {
  const id = newId()
  await storage.db.insertInto('members').values({ id, location, name, role, createdAt: START, endedAt: null }).execute()
  return { id, name, role, location, sessionId: newId(), endsAt: START + 365 * DAY }
}

/** Stands in for accounts: whoever sends `Cookie: who=<id>` is that member. */
export function theseArePeople(): People & { knows(member: Member): Member; end(session: string): void } {
  const members = new Map<string, Member>()
  const open = new Map<string, Set<() => void>>()
  return {
    knows(member) {
      members.set(member.id, member)
      return member
    },
    end(session) {
      for (const close of open.get(session) ?? []) close()
    },
    onSessionEnd(session, close) {
      open.set(session, (open.get(session) ?? new Set()).add(close))
      return () => void open.get(session)?.delete(close)
    },
    async requireMember(c, next) {
      const member = members.get(/who=([\w-]+)/.exec(c.req.header('cookie') ?? '')?.[1] ?? '')
      if (!member) return problem('not-signed-in')
      c.set('member', member)
      return next()
    },
    addRoutes() {},
    setupToken: async () => null
  }
}

const PLENTY: Limits = {
  envelopesPerAddress: 1_000_000,
  envelopesPerLocation: 1_000_000,
  envelopesPerTablet: 1_000_000,
  withdrawalsPerAddress: 1_000_000,
  statesPerAddress: 1_000_000,
  secretsPerAddress: 1_000_000
}

export async function aStorage(dir = mkdtempSync(join(tmpdir(), 'waarheen-storage-'))) {
  const storage = await openSqlite(join(dir, 'waarheen.db'), openErasedLog(join(dir, 'erased.log')))
  return {
    dir,
    storage,
    remove: async () => {
      await storage.close()
      rmSync(dir, { recursive: true, force: true })
    }
  }
}

/** One suite for every storage: whatever keeps the envelopes has to pass all of it. */
export const storages: [string, typeof aStorage][] = [['SQLite', aStorage]]

/** A whole server without a port: one place, its storage in a temporary folder, a clock that stands still. */
export async function aPostRoom({
  limits = {},
  config: settings = {},
  pages = { files: new Map(), sums: {} },
  dir
}: { limits?: Partial<Limits>; config?: Partial<Config>; pages?: Pages; dir?: string } = {}) {
  const { storage, remove, dir: kept } = await aStorage(dir)
  const clock = aClock()
  const people = theseArePeople()
  const read = readConfig({})
  if ('wrong' in read) throw new Error(read.wrong.join(' '))
  const config = { ...read.config, ...settings, limits: { ...PLENTY, ...limits } }
  const logged: Parameters<Deps['log']>[0][] = []
  const streams = makeStreams({ storage, now: clock.now, random: () => 0.5, onSessionEnd: people.onSessionEnd })
  const voices = makeVoices(storage.db, clipFiles(join(kept, 'voices')))
  const deps: Deps = {
    storage,
    now: clock.now,
    config,
    people,
    pages,
    streams,
    voices,
    log: line => void logged.push(line)
  }
  const app = createApp(deps)
  const location = await aPlace(storage)

  /** A request as a resident's page makes it, or as the desk of `who` makes it. */
  async function ask(method: string, path: string, options: Asking = {}): Promise<Response> {
    const { body, bytes, who, headers = {}, from = '192.0.2.1', version } = options
    const all: Record<string, string> = { ...headers }
    if (bytes) all['content-type'] ??= 'application/octet-stream'
    if (body !== undefined) all['content-type'] ??= 'application/json'
    if (who) {
      all['cookie'] = `who=${who.id}`
      all['sec-fetch-site'] ??= 'same-origin'
    }
    if (version !== undefined) all['if-match'] = `"${version}"`
    const init: RequestInit = { method, headers: all }
    if (bytes) init.body = bytes as Uint8Array<ArrayBuffer>
    else if (body !== undefined) init.body = JSON.stringify(body)
    return app.request(path, init, { incoming: { socket: { remoteAddress: from } } })
  }

  return {
    app,
    ask,
    clock,
    deps,
    dir: kept,
    location,
    logged,
    people,
    storage,
    streams,
    put: (envelope: AnEnvelope, options: Asking = {}) =>
      ask('PUT', `/v1/envelopes/${envelope.id}`, { bytes: envelope.bytes, ...options }),
    withdraw: (envelope: AnEnvelope, secret = envelope.secret) =>
      ask('DELETE', `/v1/envelopes/${envelope.id}`, { body: { secret: toBase64url(secret) } }),
    async state(id: string): Promise<string> {
      const answer = await ask('POST', '/v1/envelopes/states', { body: { ids: [id] } })
      return ((await answer.json()) as { states: Record<string, string> }).states[id]!
    },
    colleague: async (name: string, role: Member['role'] = 'professional', place = location) =>
      people.knows(await aColleague(storage, place, name, role)),
    remove
  }
}

export type APostRoom = Awaited<ReturnType<typeof aPostRoom>>

interface Asking {
  readonly body?: unknown
  readonly bytes?: Uint8Array
  readonly who?: Member
  readonly headers?: Record<string, string>
  readonly from?: string
  readonly version?: number
}

export { idHash }
