import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { aDist } from '#tests/builders/dist.ts'
import { openErasedLog } from '#server/storage/erasedLog.ts'
import { openSqlite } from '#server/storage/sqlite.ts'
import type { Storage } from '#server/storage/storage.ts'
import { aPlace } from '../server/world.ts'

export interface Running {
  readonly port: number
  readonly pid: number
  readonly stop: () => Promise<void>
}

/** Starts a script that prints its address, and waits for that. */
export async function aProcess(script: string, env: Record<string, string> = {}): Promise<Running> {
  const child = spawn(process.execPath, [script], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit']
  })
  let printed = ''
  const port = await new Promise<number>((resolve, reject) => {
    child.once('exit', code => reject(new Error(`${script} ended with ${code}: ${printed}`)))
    child.stdout.on('data', (chunk: Buffer) => {
      printed += chunk.toString()
      const found = /http:\/\/[\w.]+:(\d+)/.exec(printed)
      if (found) resolve(Number(found[1]))
    })
  })
  const stop = async () => {
    const gone = once(child, 'exit')
    child.kill('SIGTERM')
    await gone
  }
  return { port, pid: child.pid!, stop }
}

export const noLimits = {
  HOST: '127.0.0.1',
  PORT: '0',
  LOG_LEVEL: 'silent',
  LIMIT_ENVELOPES_PER_ADDRESS: '1000000',
  LIMIT_ENVELOPES_PER_LOCATION: '1000000'
}

/** A data folder with one place; `fill` puts in what should be there. */
export async function aDataDir(
  fill: (storage: Storage, location: string, dir: string) => Promise<void> = async () => {}
) {
  const dir = mkdtempSync(join(tmpdir(), 'waarheen-bench-'))
  const storage = await openSqlite(join(dir, 'waarheen.db'), openErasedLog(join(dir, 'erased.log')))
  const location = await aPlace(storage)
  await fill(storage, location, dir)
  await storage.close()
  return { dir, location, remove: () => rmSync(dir, { recursive: true, force: true }) }
}

/** The real server over a data folder. */
export async function theServer(dataDir: string): Promise<Running> {
  const dist = aDist()
  const running = await aProcess('src/server/main.ts', { ...noLimits, DATA_DIR: dataDir, DIST_DIR: dist.dir })
  return {
    ...running,
    stop: async () => {
      await running.stop()
      dist.remove()
    }
  }
}

/** Resident memory of a process in MB; undefined where the system does not tell. */
export function memory(pid: number): number | undefined {
  try {
    const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
    return kilobytes ? Number(kilobytes) / 1024 : undefined
  } catch {
    return undefined
  }
}

export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!
}
