import { createServer, type IncomingMessage, request as send, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What a network can do to a request. */
export type Weather =
  | 'fine'
  /** Every connection breaks. */
  | 'gone'
  /** Requests go out and nothing comes back; the server hears nothing. What hangs breaks when the weather changes. */
  | 'deaf'
  /** The server hears and acts, and its answers are lost. */
  | 'mute'
  /** Somebody else's page answers everything, and calls it success. */
  | 'portal'
  /** The server says that it cannot now. */
  | 'busy'

/** The network between browsers and a server, which does as it is told. */
export interface Network {
  /** The address that browsers know the server by. */
  readonly origin: string
  /** Of requests to the server's interface; pages and their parts always come. */
  weather: Weather
  /** Resolves when the next request of this method was met by the weather; a lost answer: when the server has acted. */
  next(method: string): Promise<void>
  /** Pages and their parts that were not there, as `404 /assets/…`. */
  readonly missing: readonly string[]
  close(): Promise<void>
}

/** @param port of the server behind it, which may die and come back. */
export async function aNetwork(port: number): Promise<Network> {
  const missing: string[] = []
  const hanging = new Set<ServerResponse>()
  let now: Weather = 'fine'
  const waiting: { method: string; met: () => void }[] = []
  const met = (method: string) => {
    for (const one of waiting.filter(one => one.method === method)) {
      waiting.splice(waiting.indexOf(one), 1)
      one.met()
    }
  }

  const answer = (request: IncomingMessage, response: ServerResponse) => {
    const { method = '', url: path = '', headers } = request
    const weather = path.startsWith('/v1/') ? now : 'fine'
    response.on('error', () => undefined)
    if (weather === 'fine' || weather === 'mute') {
      const onward = send({ port, host: '127.0.0.1', method, path, headers }, reply => {
        if (weather === 'mute') {
          reply.resume().on('end', () => {
            met(method)
            response.destroy()
          })
          return
        }
        if (reply.statusCode === 404 && !path.startsWith('/v1/')) missing.push(`404 ${path}`)
        response.writeHead(reply.statusCode!, reply.headers)
        reply.pipe(response).on('finish', () => met(method))
      })
      onward.on('error', () => response.destroy())
      request.pipe(onward)
      return
    }
    request.resume().on('end', () => {
      met(method)
      if (weather === 'gone') response.destroy()
      if (weather === 'deaf') hanging.add(response)
      if (weather === 'portal') response.end('<!doctype html><title>Welkom op de wifi</title>')
      if (weather === 'busy') response.writeHead(503, { 'retry-after': '1' }).end()
    })
  }

  const proxy = createServer(answer)
  await new Promise<void>(resolve => proxy.listen(0, '127.0.0.1', resolve))
  const network: Network = {
    origin: `http://localhost:${(proxy.address() as AddressInfo).port}`,
    get weather() {
      return now
    },
    set weather(next) {
      now = next
      for (const response of hanging) response.destroy()
      hanging.clear()
    },
    next: method => new Promise(resolve => waiting.push({ method, met: resolve })),
    missing,
    async close() {
      const closed = new Promise(resolve => proxy.close(resolve))
      proxy.closeAllConnections()
      await closed
    }
  }
  return network
}
