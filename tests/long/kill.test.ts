import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import SQLite from 'better-sqlite3'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { openErasedLog } from '#server/storage/erasedLog.ts'
import { openSqlite } from '#server/storage/sqlite.ts'
import { aDist } from '#tests/builders/dist.ts'
import { aServer, type RunningServer } from '#tests/journeys/server.ts'
import { toBase64url } from '#wire/bytes.ts'
import type { Receipt } from '#wire/receipt.ts'
import { aPlace, anEnvelope, idHash, sha256 } from '../server/world.ts'

const reduced = process.env['LONG'] === 'ci'
const KILLS = reduced ? 5 : 22
const ACKNOWLEDGED = reduced ? 500 : 2_200
const SENDERS = 16
const env = {
  LOG_LEVEL: 'silent',
  LIMIT_ENVELOPES_PER_ADDRESS: '1000000',
  LIMIT_ENVELOPES_PER_LOCATION: '1000000',
  LIMIT_WITHDRAWALS_PER_ADDRESS: '1000000'
}

const dataDir = mkdtempSync(join(tmpdir(), 'waarheen-kill-'))
const dist = aDist()
let location: string
beforeAll(async () => {
  const storage = await openSqlite(join(dataDir, 'waarheen.db'), openErasedLog(join(dataDir, 'erased.log')))
  location = await aPlace(storage)
  await storage.close()
})
afterAll(() => {
  rmSync(dataDir, { recursive: true, force: true })
  dist.remove()
})

test(`${KILLS} sudden deaths of the server lose nothing and double nothing`, async () => {
  const start = () => aServer({ dataDir, env: { ...env, DIST_DIR: dist.dir } })
  let server: RunningServer = await start()
  const receipts = new Map<string, Receipt>()
  const withdrawn = new Set<string>()
  let again = 0
  let unheard = 0
  let done = false

  /** Asks until there is an answer, wherever the server lives by then. */
  async function untilAnswered(path: string, init: RequestInit): Promise<Response> {
    for (;;) {
      try {
        const answer = await fetch(server.url + path, { ...init, signal: AbortSignal.timeout(10_000) })
        const body = await answer.arrayBuffer()
        return new Response(body, answer)
      } catch {
        unheard++
        await new Promise(resolve => setTimeout(resolve, 50 + Math.random() * 100))
      }
    }
  }

  async function send(): Promise<void> {
    while (!done) {
      const { id, bytes, secret } = anEnvelope({ location })
      const path = `/v1/envelopes/${id}`
      const headers = { 'content-type': 'application/octet-stream' }
      const answer = await untilAnswered(path, { method: 'PUT', headers, body: bytes as Uint8Array<ArrayBuffer> })
      if (answer.status === 200) again++
      else expect(answer.status).toBe(201)
      const receipt = (await answer.json()) as Receipt
      expect(receipt).toMatchObject({ id, bodySha256: toBase64url(sha256(bytes)) })
      receipts.set(id, receipt)
      if (Math.random() > 0.1) continue
      const body = JSON.stringify({ secret: toBase64url(secret) })
      const json = { 'content-type': 'application/json' }
      const gone = await untilAnswered(path, { method: 'DELETE', headers: json, body })
      expect(gone.status).toBe(200)
      withdrawn.add(id)
    }
  }

  const senders = Array.from({ length: SENDERS }, () => send())
  const failed = Promise.all(senders)
  for (let kill = 1; kill <= KILLS; kill++) {
    const enough = (ACKNOWLEDGED / (KILLS + 1)) * kill
    while (receipts.size < enough) await Promise.race([failed, new Promise(resolve => setTimeout(resolve, 3))])
    await new Promise(resolve => setTimeout(resolve, Math.random() * 30))
    await server.kill()
    server = await start()
  }
  while (receipts.size < ACKNOWLEDGED) await Promise.race([failed, new Promise(resolve => setTimeout(resolve, 3))])
  done = true
  await failed
  await server.stop()

  const db = new SQLite(join(dataDir, 'waarheen.db'), { readonly: true })
  expect(db.pragma('integrity_check', { simple: true })).toBe('ok')
  expect(db.pragma('foreign_key_check')).toEqual([])
  const rows = db.prepare('select seq, id, sha256 from envelopes order by seq').all() as {
    seq: number
    id: string
    sha256: Uint8Array
  }[]
  const standing = new Map(rows.map(i => [i.id, i]))
  const missing = [...receipts.values()].filter(({ id, seq, bodySha256 }) => {
    const row = standing.get(id)
    return withdrawn.has(id) ? row : row?.seq !== seq || toBase64url(row.sha256) !== bodySha256
  })
  const strangers = rows.filter(i => !receipts.has(i.id))
  const numbers = new Set([...receipts.values()].map(i => i.seq))
  const buried = db.prepare('select idHash from tombstones').pluck().all() as string[]
  db.close()
  const log = new Set(
    openErasedLog(join(dataDir, 'erased.log'))
      .read()
      .map(i => i.idHash)
  )

  console.log(
    `${KILLS} kills, ${receipts.size} acknowledged, ${withdrawn.size} withdrawn, ${unheard} requests without an ` +
      `answer, ${again} of them had been stored; ${missing.length} missing, ${rows.length - standing.size} double`
  )
  expect(receipts.size).toBeGreaterThanOrEqual(ACKNOWLEDGED)
  expect(unheard).toBeGreaterThan(0)
  expect(missing).toEqual([])
  expect(strangers).toEqual([])
  expect(rows.length).toBe(receipts.size - withdrawn.size)
  // every number was given once, and none was lost with a crash
  expect(numbers.size).toBe(receipts.size)
  expect(Math.max(...numbers)).toBe(receipts.size)
  for (const id of withdrawn) expect([buried.includes(idHash(id)), log.has(idHash(id))]).toEqual([true, true])
})
