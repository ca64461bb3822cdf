import 'fake-indexeddb/auto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { statusOf } from '#outbox/status.ts'

import { aDevice, type Device } from './device.ts'
import { aPostRoom } from './postRoom.ts'

/** How an answer goes wrong on its way back, each over a real connection. The server has stored the card by then. */
const faults: Record<string, (response: ServerResponse, right: string) => void> = {
  'says 500': response => void response.writeHead(500).end('{"oops":1}'),
  'says 502 through a proxy': response => void response.writeHead(502).end('<html>Bad Gateway</html>'),
  'says 503': response => void response.writeHead(503, { 'retry-after': '0' }).end(),
  'says 429': response => void response.writeHead(429, { 'retry-after': '1' }).end('{}'),
  'never answers': () => {},
  'cuts its answer half-way': (response, right) => {
    response.writeHead(201, { 'content-length': String(right.length) })
    response.write(right.slice(0, right.length / 2), () => response.destroy())
  },
  'is a captive portal': response =>
    void response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Welkom</h1>'),
  'names another hash': (response, right) =>
    void response.writeHead(201).end(JSON.stringify({ ...JSON.parse(right), bodySha256: 'A'.repeat(43) })),
  'names another id': (response, right) =>
    void response.writeHead(201).end(JSON.stringify({ ...JSON.parse(right), id: 'A'.repeat(22) })),
  'resets the connection': response => void response.socket?.resetAndDestroy(),
  'answers with nothing': response => void response.writeHead(200).end(),
  'sends a byte a second': (response, right) => {
    response.writeHead(201, { 'content-length': String(right.length) })
    response.write(right[0])
    // the next byte would come after our patience; the device hangs up first
  }
}

const room = aPostRoom()
let fault: string | undefined
let server: Server
let base: string

beforeAll(async () => {
  server = createServer((request, response) => void serve(request, response))
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})

afterAll(async () => {
  server.closeAllConnections()
  await new Promise(resolve => server.close(resolve))
})

async function serve(request: IncomingMessage, response: ServerResponse) {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  const body = Buffer.concat(parts)
  const answer = await room.fetch(request.url!, {
    method: request.method!,
    body: request.method === 'PUT' ? new Uint8Array(body) : body.toString()
  })
  const text = await answer.text()
  if (fault) faults[fault]!(response, text)
  else response.writeHead(answer.status, { 'content-type': 'application/json' }).end(text)
}

async function statuses(device: Device): Promise<string[]> {
  return (await device.store.outbox.all()).map(row => statusOf(row, device.now))
}

test.each(Object.keys(faults))(
  'a server that %s: 25 cards wait, none is called arrived, and all arrive once',
  async kind => {
    const before = room.kept.size
    const device = await aDevice((path, request) => fetch(base + (path as string), request), { timeout: 250 })
    for (let i = 0; i < 25; i++) await device.share()

    fault = kind
    for (let round = 0; round < 3; round++) {
      await device.run({ eager: true })
      expect(new Set(await statuses(device))).toEqual(new Set(['waiting']))
      device.now += 1000
    }
    expect(Math.max(...(await device.store.outbox.all()).map(row => row.attempts))).toBeGreaterThan(0)

    fault = undefined
    for (let round = 0; round < 3; round++) await device.run({ eager: true })
    expect(await statuses(device)).toEqual(Array.from({ length: 25 }, () => 'arrived'))
    expect(room.kept.size - before).toBe(25)
  }
)
