import { fdatasync, mkdtempSync, openSync, rmSync, write } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

/**
 * The measuring stick, run as a process of its own: takes bodies over HTTP, appends them to one file and answers after
 * an fdatasync that serves all that wait. It checks nothing, indexes nothing and forgets nothing.
 */
const dir = mkdtempSync(join(tmpdir(), 'waarheen-append-'))
const file = openSync(join(dir, 'bodies'), 'a')
let waiting: { body: Buffer; done: () => void }[] = []
let writing = false

async function flush() {
  while (waiting.length > 0) {
    const group = waiting
    waiting = []
    await promisify(write)(file, Buffer.concat(group.map(i => i.body)))
    await promisify(fdatasync)(file)
    for (const { done } of group) done()
  }
  writing = false
}

const server = createServer((request, response) => {
  const parts: Buffer[] = []
  request.on('data', (part: Buffer) => parts.push(part))
  request.on('end', () => {
    const done = () => response.writeHead(201, { 'content-length': 2 }).end('ok')
    waiting.push({ body: Buffer.concat(parts), done })
    if (writing) return
    writing = true
    setImmediate(() => void flush())
  })
})
server.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${(server.address() as AddressInfo).port}`))
process.on('SIGTERM', () => {
  rmSync(dir, { recursive: true, force: true })
  process.exit(0)
})
