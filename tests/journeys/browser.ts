import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, chromium } from 'playwright-core'

/** Where browsers live on Linux, macOS and Windows, first come first served. */
const usual = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe'
]

export const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync'
]

export interface Browser {
  readonly path: string
  readonly env: Record<string, string>
  /** The browser that npm brings has no Background Sync. */
  readonly brought: boolean
}

let found: Promise<Browser> | undefined

/** A browser on any machine: `$CHROMIUM`, else one that is installed, else the one inside the npm package. */
export function theBrowser(): Promise<Browser> {
  found ??= find()
  return found
}

async function find(): Promise<Browser> {
  const { CHROMIUM_LIBRARIES: libraries, ...rest } = process.env
  const env = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined)) as Record<
    string,
    string
  >
  const path = [process.env['CHROMIUM'], ...usual].find(place => place && existsSync(place))
  if (!path) throw new Error('no browser: set CHROMIUM to its path')
  if (!libraries) return { path, env, brought: false }
  return {
    path,
    env: { ...env, LD_LIBRARY_PATH: [libraries, env['LD_LIBRARY_PATH']].filter(Boolean).join(':') },
    brought: true
  }
}

/** `CHROMIUM=brought` takes the browser of the npm package wherever it is: a third faster, the same on every machine. */
const BROUGHT = 'brought'

/**
 * Once before all tests: where no browser is installed, unpacks the one inside the npm package (Linux on x64) and
 * tells the test processes where it is.
 */
export async function setup(): Promise<void> {
  const { CHROMIUM } = process.env
  if (CHROMIUM !== BROUGHT && [CHROMIUM, ...usual].some(place => place && existsSync(place))) return
  // the package unpacks its libraries only where it believes to be in a cloud function
  process.env['AWS_EXECUTION_ENV'] = 'AWS_Lambda_nodejs24.x'
  const libraryPath = process.env['LD_LIBRARY_PATH']
  const { default: packed } = await import('@sparticuz/chromium')
  process.env['CHROMIUM'] = await packed.executablePath()
  process.env['CHROMIUM_LIBRARIES'] = join(tmpdir(), 'al2023', 'lib')
  delete process.env['AWS_EXECUTION_ENV']
  if (libraryPath === undefined) delete process.env['LD_LIBRARY_PATH']
  else process.env['LD_LIBRARY_PATH'] = libraryPath
}

export interface Profile {
  readonly directory: string
  /** Opens the browser on this profile; close the context before opening it again. */
  open(options?: Parameters<typeof chromium.launchPersistentContext>[1]): Promise<BrowserContext>
  remove(): void
}

/** A browser profile of its own on disk, so that a browser can be closed, killed and opened again. */
export function aProfile(): Profile {
  const directory = mkdtempSync(join(tmpdir(), 'waarheen-profile-'))
  return {
    directory,
    async open(options = {}) {
      const browser = await theBrowser()
      return chromium.launchPersistentContext(directory, {
        executablePath: browser.path,
        env: browser.env,
        args: [...flags, ...(options.args ?? [])],
        headless: true,
        ...Object.fromEntries(Object.entries(options).filter(([key]) => key !== 'args'))
      })
    },
    remove: () => rmSync(directory, { recursive: true, force: true, maxRetries: 5 })
  }
}

/** Kills a browser as the oom-killer would: the process that owns this profile directory and its children. */
export async function kill(profile: Profile): Promise<void> {
  const pids = await new Promise<string>(resolve => {
    const ps = spawn('ps', ['-eo', 'pid=,args='])
    let out = ''
    ps.stdout.on('data', chunk => (out += chunk))
    ps.on('close', () => resolve(out))
  })
  for (const row of pids.split('\n').filter(row => row.includes(profile.directory))) {
    try {
      process.kill(Number.parseInt(row, 10), 'SIGKILL')
    } catch {
      // already gone with its parent
    }
  }
}

export const sizes = {
  phone: { width: 390, height: 844 },
  tablet: { width: 820, height: 1180 },
  laptop: { width: 1280, height: 800 }
} as const
