import { type IncomingMessage, get } from 'node:http'

import { aPlace } from '#tests/builders/place.ts'
import { aServer } from '#tests/journeys/server.ts'
import { aDist } from '#tests/builders/dist.ts'
import { anEnvelope } from '../server/world.ts'
import { memory, median, noLimits } from './processes.ts'

const SUBMISSIONS = 60

/** How long after handing in an envelope the last and each open desk hears of it, and what the desks cost. */
export async function desks(count: number): Promise<string[]> {
  const dist = aDist()
  const server = await aServer({ env: { ...noLimits, DIST_DIR: dist.dir } })
  const place = await aPlace(server.url, server.setupToken!)
  const heard = new Map<string, number[]>()
  const streams = await Promise.all(
    Array.from(
      { length: count },
      () =>
        new Promise<IncomingMessage>((resolve, reject) => {
          const options = { host: '127.0.0.1', port: server.port, path: '/v1/desk/events', agent: false as const }
          get({ ...options, headers: { cookie: place.cookie } }, stream => {
            stream.once('data', () => resolve(stream))
            stream.on('data', (chunk: Buffer) => {
              const at = performance.now()
              for (const [, id] of chunk.toString().matchAll(/"arrived","id":"([\w-]+)"/g)) heard.get(id!)?.push(at)
            })
          }).on('error', reject)
        })
    )
  )
  const all: number[] = []
  for (let i = 0; i < SUBMISSIONS; i++) {
    const { id, bytes } = anEnvelope({ location: place.id })
    const times: number[] = []
    heard.set(id, times)
    const start = performance.now()
    const headers = { 'content-type': 'application/octet-stream' }
    const answer = await fetch(`${server.url}/v1/envelopes/${id}`, {
      method: 'PUT',
      headers,
      body: bytes as Uint8Array<ArrayBuffer>
    })
    await answer.arrayBuffer()
    while (times.length < count) await new Promise(setImmediate)
    all.push(...times.map(at => at - start))
  }
  const pid = server.pid
  const used = pid === undefined ? undefined : memory(pid)
  for (const stream of streams) stream.destroy()
  await server.remove()
  dist.remove()
  const p95 = all.toSorted((a, b) => a - b)[Math.floor(all.length * 0.95)]!
  return [
    `submit to heard, ${count} desks open: median ${median(all).toFixed(1)} ms, p95 ${p95.toFixed(1)} ms ` +
      `(budget ${count > 1 ? 250 : 20} ms)` +
      (used === undefined ? '' : `; server uses ${used.toFixed(0)} MB (budget 250 MB)`)
  ]
}
