import { once } from 'node:events'
import { connect } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'

import { openErasedLog } from '#server/storage/erasedLog.ts'
import { openSqlite } from '#server/storage/sqlite.ts'
import { aDist } from '#tests/builders/dist.ts'
import { aPlace } from '#tests/builders/place.ts'
import { aServer } from '#tests/journeys/server.ts'

import { anEnvelope } from './world.ts'

// each test starts real processes
vi.setConfig({ testTimeout: 90_000 })

let dist: ReturnType<typeof aDist>
beforeAll(() => {
  dist = aDist()
})
afterAll(() => dist.remove())
const start = (options: { dataDir?: string; port?: number; env?: Record<string, string> } = {}) =>
  aServer({ ...options, env: { DIST_DIR: dist.dir, ...options.env } })

describe('the server', () => {
  test('when asked to stop lets the envelope come in that is on its way, ends the streams, and goes', async () => {
    const server = await start()
    const place = await aPlace(server.url, server.setupToken!)
    const stream = await place.ask('GET', '/v1/desk/events')
    expect(stream.status).toBe(200)
    const ended = stream.text()

    const { id, bytes } = anEnvelope({ location: place.id })
    const socket = connect(server.port, '127.0.0.1')
    await once(socket, 'connect')
    const lines = [
      `PUT /v1/envelopes/${id} HTTP/1.1`,
      'Host: localhost',
      'Content-Type: application/octet-stream',
      `Content-Length: ${bytes.length}`
    ]
    socket.write(`${lines.join('\r\n')}\r\n\r\n`)
    socket.write(bytes.subarray(0, 2000))
    // the server has the first half before it is told to stop
    await fetch(`${server.url}/v1/health`)
    const stopped = server.stop()
    expect(await ended).toMatch(/^retry: \d+/)
    let answer = ''
    socket.on('data', (chunk: Buffer) => (answer += chunk.toString()))
    socket.write(bytes.subarray(2000))
    await once(socket, 'close')
    expect(answer).toMatch(/^HTTP\/1\.1 201 /)
    await stopped

    const storage = await openSqlite(join(server.dataDir, 'waarheen.db'), openErasedLog('/dev/null'))
    expect((await storage.queue.page(place.id, 0, 50)).items.map(i => i.id)).toEqual([id])
    await storage.close()
    await server.remove()
  })

  test('answers bytes that are no HTTP behind the same wall, and reads no more of a huge body than it must', async () => {
    const server = await start()
    const socket = connect(server.port, '127.0.0.1')
    let answer = ''
    socket.on('data', (chunk: Buffer) => (answer += chunk.toString()))
    socket.end('hello?\r\n\r\n')
    await once(socket, 'close')
    expect(answer).toMatch(/^HTTP\/1\.1 400 /)
    expect(answer).toMatch(/content-security-policy: default-src 'none'/)
    await readsNoMore(server.port)
    await server.remove()
  })

  async function readsNoMore(port: number) {
    const socket = connect(port, '127.0.0.1')
    let answer = ''
    let sent = 0
    socket.on('data', (chunk: Buffer) => (answer += chunk.toString()))
    const { id } = anEnvelope({ location: 'AAAAAAAAAAAAAAAAAAAAAA' })
    const lines = [`PUT /v1/envelopes/${id} HTTP/1.1`, 'Host: localhost', 'Content-Type: application/octet-stream']
    socket.write(`${lines.join('\r\n')}\r\nTransfer-Encoding: chunked\r\n\r\n`)
    const chunk = Buffer.alloc(16_384)
    // a server that hangs up on who goes on sending is right, and an error here
    socket.on('error', () => {})
    const closed = new Promise(resolve => socket.once('close', resolve))
    while (!answer && !socket.destroyed && sent < 200_000_000) {
      socket.write('4000\r\n')
      const fits = socket.write(Buffer.concat([chunk, Buffer.from('\r\n')]))
      if (!fits) await Promise.race([new Promise(resolve => socket.once('drain', resolve)), closed])
      sent += chunk.length
    }
    await closed
    expect(answer).toMatch(/^HTTP\/1\.1 413 /)
    // what lies in the buffers between the two was sent, but not read
    expect(sent).toBeLessThan(20_000_000)
  }

  test('says which port is taken, and which setting it cannot use', async () => {
    const server = await start()
    await expect(start({ port: server.port })).rejects.toThrow(
      new RegExp(`ended with 69:\\nPort ${server.port} is taken by another program`)
    )
    await expect(start({ env: { PORT: 'many' } })).rejects.toThrow(/ended with 78:[\s\S]*PORT must be a whole number/)
    await expect(start({ env: { DIST_DIR: '/nowhere' } })).rejects.toThrow(/ended with 78:[\s\S]*npm run build/)
    await expect(start({ dataDir: '/dev/null/x' })).rejects.toThrow(/ended with 73:\nDATA_DIR/)
    await server.remove()
  })
})
