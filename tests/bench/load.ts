import { type Socket, connect } from 'node:net'
import { parentPort, workerData } from 'node:worker_threads'
import { Worker } from 'node:worker_threads'

import { anEnvelope } from '../server/world.ts'

export interface Load {
  readonly port: number
  readonly location: string
  readonly connections: number
  /** Milliseconds. */
  readonly time: number
}

export interface Loaded {
  readonly perSecond: number
  /** Milliseconds. */
  readonly p50: number
  readonly p99: number
  readonly failed: number
}

/** Sends envelopes over so many connections at once, each after the answer to the one before, from another thread. */
export function load(what: Load): Promise<Loaded> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL(import.meta.url), { workerData: { load: what } })
    worker.once('message', resolve)
    worker.once('error', reject)
  })
}

/** Requests are bytes made beforehand: the sender must not be what is measured. */
function requests(location: string, count: number): Buffer[] {
  return Array.from({ length: count }, () => {
    const { id, bytes } = anEnvelope({ location })
    const head =
      `PUT /v1/envelopes/${id} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/octet-stream\r\n` +
      `Content-Length: ${bytes.length}\r\n\r\n`
    return Buffer.concat([Buffer.from(head), bytes])
  })
}

async function run({ port, location, connections, time }: Load): Promise<Loaded> {
  const took: number[] = []
  let failed = 0
  const ready = requests(location, 8_000)
  const next = () => ready.pop() ?? requests(location, 1)[0]!
  const start = performance.now()
  const end = start + time

  const one = (socket: Socket) =>
    new Promise<void>((resolve, reject) => {
      let sent = performance.now()
      let answer = ''
      const send = () => {
        sent = performance.now()
        answer = ''
        socket.write(next())
      }
      socket.on('error', reject)
      socket.on('data', (chunk: Buffer) => {
        answer += chunk.toString('latin1')
        const head = answer.indexOf('\r\n\r\n')
        if (head < 0) return
        const length = Number(/content-length: (\d+)/i.exec(answer)?.[1])
        if (answer.length < head + 4 + length) return
        took.push(performance.now() - sent)
        if (!answer.startsWith('HTTP/1.1 201')) failed++
        if (performance.now() < end) send()
        else {
          socket.destroy()
          resolve()
        }
      })
      socket.once('connect', send)
    })
  await Promise.all(Array.from({ length: connections }, () => one(connect(port, '127.0.0.1'))))
  const seconds = (performance.now() - start) / 1000
  const sorted = took.toSorted((a, b) => a - b)
  const at = (part: number) => sorted[Math.floor(sorted.length * part)]!
  return { perSecond: took.length / seconds, p50: at(0.5), p99: at(0.99), failed }
}

const given = (workerData as { load?: Load } | null)?.load
if (parentPort && given) parentPort.postMessage(await run(given))
