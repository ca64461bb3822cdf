import { type Server, createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

import { getRequestListener } from '@hono/node-server'

import { wall } from './http/headers.ts'
import type { App } from './member.ts'

/** How long a stop waits for requests that run. */
const PATIENCE = 10_000

export interface Listening {
  readonly port: number
  /** Takes no more requests, lets those that run finish, and answers when the last connection is gone. */
  readonly stop: () => Promise<void>
}

/**
 * Listens on `host` and `port` (0: any free one).
 *
 * @throws the system's error, for instance with code EADDRINUSE.
 */
export async function listen(app: App, { host, port }: { host: string; port: number }): Promise<Listening> {
  const answer = getRequestListener(app.fetch, { hostname: 'localhost' })
  const server = createServer(
    { requestTimeout: 60_000, headersTimeout: 20_000, keepAliveTimeout: 65_000, maxHeaderSize: 16_384 },
    (incoming, outgoing) => void answer(incoming, outgoing)
  )
  // what is no HTTP at all gets the wall too
  server.on('clientError', (_error, socket) => {
    if (!socket.writable) return socket.destroy()
    const lines = Object.entries({ ...wall, 'cache-control': 'no-store', connection: 'close', 'content-length': '0' })
    socket.end(`HTTP/1.1 400 Bad Request\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n`)
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, resolve)
  })
  return { port: (server.address() as AddressInfo).port, stop: () => stop(server) }
}

function stop(server: Server): Promise<void> {
  return new Promise(resolve => {
    const late = setTimeout(() => server.closeAllConnections(), PATIENCE)
    // a connection that was busy becomes idle later
    const idle = setInterval(() => server.closeIdleConnections(), 50)
    server.close(() => {
      clearTimeout(late)
      clearInterval(idle)
      resolve()
    })
    server.closeIdleConnections()
  })
}
