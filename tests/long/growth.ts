import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** Visits so far, and how large something was then. */
export type Point = readonly [visit: number, size: number]

/**
 * How much larger something gets with each visit: the middle one of the slopes between all points, so that a peak, or
 * a file that the browser tidies now and then, does not decide.
 */
export function slope(points: readonly Point[]): number {
  return middle(points.flatMap(([x, y], at) => points.slice(at + 1).map(([x2, y2]) => (y2 - y) / (x2 - x))))
}

const middle = (numbers: readonly number[]): number => numbers.toSorted((a, b) => a - b)[numbers.length >> 1]!

/** Bytes of all files below a directory; none where it does not exist. */
export function bytesIn(directory: string): number {
  if (!existsSync(directory)) return 0
  let bytes = 0
  for (const name of readdirSync(directory, { recursive: true, encoding: 'utf8' })) {
    const file = statSync(join(directory, name), { throwIfNoEntry: false })
    // files come and go while the browser lives
    if (file?.isFile()) bytes += file.size
  }
  return bytes
}

export interface Processes {
  /** Bytes of memory of the processes in which pages live. */
  readonly pages: number
  /** Of all others: the window, the network, the disk, what draws. */
  readonly browser: number
}

/** The memory of the browser that owns this profile; only Linux shares out what its processes share. */
export function memoryOf(profile: string): Processes | undefined {
  if (process.platform !== 'linux') return undefined
  const rows = execFileSync('ps', ['-eo', 'pid=,ppid=,args='], { encoding: 'utf8', maxBuffer: 2 ** 26 })
    .split('\n')
    .map(row => /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(row)?.slice(1) as [string, string, string] | undefined)
    .filter(row => row !== undefined)
  const ours = new Set(rows.filter(([, , args]) => args.includes(profile)).map(([pid]) => pid))
  for (let before = 0; before < ours.size;) {
    before = ours.size
    for (const [pid, parent] of rows) if (ours.has(parent)) ours.add(pid)
  }
  const bytes = { pages: 0, browser: 0 }
  for (const [pid, , args] of rows.filter(([pid]) => ours.has(pid))) {
    bytes[args.includes('--type=renderer') ? 'pages' : 'browser'] += proportional(pid)
  }
  return bytes
}

/** Bytes of one process, with its part of what it shares with others; 0 when it has ended. */
function proportional(pid: string): number {
  try {
    return Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0) * 1024
  } catch {
    return 0
  }
}
