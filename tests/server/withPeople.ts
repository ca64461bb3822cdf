import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { makePeople } from '#server/accounts/people.ts'
import { clipFiles } from '#server/voices/files.ts'
import { voices as makeVoices } from '#server/voices/voices.ts'
import { createApp } from '#server/app.ts'
import { defaultLimits } from '#server/config.ts'
import { makeStreams } from '#server/queue/streams.ts'
import { openErasedLog } from '#server/storage/erasedLog.ts'
import { openSqlite } from '#server/storage/sqlite.ts'

export const ORIGIN = 'http://localhost:8080'

/** A server without a port, with the real accounts, in a folder of its own; its clock stands until it is moved. */
export async function withPeople() {
  const dataDir = mkdtempSync(join(tmpdir(), 'waarheen-people-'))
  const storage = await openSqlite(join(dataDir, 'waarheen.db'), openErasedLog(join(dataDir, 'erased.log')))
  let time = Date.now()
  const slept: number[] = []
  const now = () => time
  const config = {
    host: 'localhost',
    port: 0,
    dataDir,
    distDir: '',
    origin: null,
    trustedProxies: [],
    securityContact: null,
    logLevel: 'silent' as const,
    limits: defaultLimits
  }
  const sleep = async (milliseconds: number) => void slept.push(milliseconds)
  const people = await makePeople({ storage, config, now, sleep })
  const streams = makeStreams({ storage, now, random: () => 0, onSessionEnd: people.onSessionEnd })
  const pages = { files: new Map(), sums: {} }
  const voices = makeVoices(storage.db, clipFiles(join(dataDir, 'voices')))
  const app = createApp({ storage, config, people, now, streams, voices, pages, log: () => {} })

  return {
    dataDir,
    storage,
    people,
    /** Every way in, as `METHOD /path`. */
    routes: app.routes.filter(route => route.method !== 'ALL').map(route => `${route.method} ${route.path}`),
    streams,
    slept,
    /** Milliseconds. */
    pass: (milliseconds: number) => void (time += milliseconds),
    now,
    /** For `aPlace`: asks the app instead of the network. */
    send: ((url: string, init: RequestInit) => app.request(url, init)) as typeof fetch,
    /** Asks as a page of our own does, with the cookie of somebody who is signed in, or of nobody. */
    async ask(method: string, path: string, body?: unknown, cookie = '', headers: Record<string, string> = {}) {
      return app.request(`${ORIGIN}${path}`, {
        method,
        headers: {
          origin: ORIGIN,
          'sec-fetch-site': 'same-origin',
          cookie,
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...headers
        },
        ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) })
      })
    },
    async remove() {
      streams.closeAll()
      await storage.close()
      rmSync(dataDir, { recursive: true, force: true })
    }
  }
}

export type PeopleServer = Awaited<ReturnType<typeof withPeople>>

/** The cookie a browser keeps after this answer. */
export function cookieOf(answer: Response): string {
  return answer.headers
    .getSetCookie()
    .map(line => line.split(';')[0])
    .join('; ')
}

/** The code of a refusal. */
export async function codeOf(answer: Response): Promise<string> {
  return ((await answer.json()) as { code: string }).code
}
