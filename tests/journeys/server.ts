import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface RunningServer {
  readonly url: string
  readonly port: number
  readonly pid: number
  readonly dataDir: string
  /** The secret of the one-time link that a server without accounts prints. */
  readonly setupToken: string | undefined
  /** All it has printed so far. */
  output(): string
  /** Asks it to stop and waits until it has. */
  stop(): Promise<void>
  /** The power goes out. */
  kill(): Promise<void>
  /** Stops it and removes what it stored. */
  remove(): Promise<void>
}

interface Options {
  readonly dataDir?: string
  /** 0: any free one. A restarted server takes its old port, so that open pages find it again. */
  readonly port?: number
  readonly env?: Record<string, string>
}

/** The real server, as `npm start` runs it, in a process of its own. */
export async function aServer({
  dataDir = mkdtempSync(join(tmpdir(), 'waarheen-server-')),
  port = 0,
  env = {}
}: Options = {}): Promise<RunningServer> {
  const child = spawn(process.execPath, ['src/server/main.ts'], {
    env: { ...process.env, HOST: '127.0.0.1', PORT: String(port), DATA_DIR: dataDir, ...env },
    stdio: ['ignore', 'pipe', 'pipe']
  })
  let printed = ''
  const listening = new Promise<string>((resolve, reject) => {
    const read = (chunk: Buffer) => {
      printed += chunk.toString()
      const url = /http:\/\/(?:localhost|127\.0\.0\.1):\d+/.exec(printed)?.[0]
      // the whole line with the secret must be there before anybody reads it
      if (url && printed.endsWith('\n')) resolve(url)
    }
    child.stdout.on('data', read)
    child.stderr.on('data', read)
    child.once('exit', code => reject(new Error(`the server ended with ${code}:\n${printed}`)))
  })
  const url = new URL((await listening).replace('127.0.0.1', 'localhost'))
  return {
    url: url.origin,
    port: Number(url.port),
    pid: child.pid!,
    dataDir,
    get setupToken() {
      return /#setup=([\w-]+)/.exec(printed)?.[1]
    },
    output: () => printed,
    stop: () => end(child, 'SIGTERM'),
    kill: () => end(child, 'SIGKILL'),
    async remove() {
      await end(child, 'SIGTERM')
      rmSync(dataDir, { recursive: true, force: true })
    }
  }
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  child.kill(signal)
  await gone
}
