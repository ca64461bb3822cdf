import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { runInNewContext } from 'node:vm'
import { build, type Rolldown } from 'vite'

import { precacheList, writeList } from '../../vite.config.ts'

/** About what a build leaves: pages, parts with hashes, pictures and fonts without. */
export const files = [
  'index.html',
  'desk/index.html',
  'manifest.webmanifest',
  'icon.png',
  'version.json',
  'sw.js',
  'assets/resident-CvVmkYea.js.map',
  'fonts/waarheen-latin.woff2',
  'fonts/waarheen-Ethi.woff2',
  'audio/ti/common.next.mp3',
  ...['area', 'ask', 'step', 'welcome'].map(name => `pictures/${name}.svg`),
  ...Array.from(
    { length: 60 },
    (_, i) => `assets/part${i}-${Math.random().toString(36).slice(2, 10).padEnd(8, 'x')}.js`
  )
]

export let dist: string
export let code: string
let digest: string

/** Lays out a build and builds the worker for it. */
export async function layOut(): Promise<void> {
  dist = mkdtempSync(join(tmpdir(), 'waarheen-dist-'))
  for (const file of files) {
    mkdirSync(dirname(join(dist, file)), { recursive: true })
    writeFileSync(join(dist, file), file)
  }
  const { DIGEST } = writeList(dist)
  digest = JSON.parse(DIGEST) as string
  const built = (await build({
    configFile: false,
    logLevel: 'error',
    define: { DIGEST, 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      target: ['chrome90', 'safari15.4', 'firefox96'],
      rolldownOptions: { input: { sw: resolve('src/worker/main.ts') }, output: { format: 'iife' } }
    }
  })) as Rolldown.RolldownOutput
  code = built.output[0].code
}

export const clearAway = () => rmSync(dist, { recursive: true })

interface FakeEvent {
  readonly request: Request
  answered?: Promise<Response>
}

/** Runs the worker as built, with a network and a cache in memory. */
export function aWorker({ network = fromTheServer, caches = aCacheStorage() } = {}) {
  const listeners: Record<string, ((event: unknown) => void)[]> = {}
  const asked: string[] = []
  const calls: string[] = []
  const fetch = async (request: Request | string, options?: RequestInit) => {
    const url = typeof request === 'string' ? request : request.url
    asked.push(`${options?.method ?? 'GET'} ${new URL(url, 'https://x').pathname}`)
    return network(new URL(url, 'https://x').pathname)
  }
  const self: Record<string, unknown> = {
    addEventListener: (type: string, listener: (event: unknown) => void) => (listeners[type] ??= []).push(listener),
    skipWaiting: async () => void calls.push('skipWaiting'),
    clients: { claim: async () => void calls.push('claim') },
    location: new URL('https://x/sw.js'),
    registration: { scope: 'https://x/' }
  }
  const world = { self, caches, fetch, crypto, URL, Request, Response, Map, Set, Promise, console, ...self }
  runInNewContext(code, world)
  return {
    asked,
    calls,
    caches,
    async tell(type: string, event: object = {}) {
      const waits: Promise<unknown>[] = []
      for (const listener of listeners[type] ?? [])
        listener({ waitUntil: (p: Promise<unknown>) => waits.push(p), ...event })
      await Promise.all(waits)
    },
    ask(path: string, { method = 'GET', mode = 'cors' } = {}): FakeEvent {
      const request = {
        url: new URL(path, 'https://x').href,
        method,
        mode,
        headers: new Headers()
      } as unknown as Request
      const event: FakeEvent & { respondWith(answer: Promise<Response>): void; waitUntil(): void } = {
        request,
        respondWith: answer => (event.answered = answer),
        waitUntil() {}
      }
      for (const listener of listeners['fetch'] ?? []) listener(event)
      return event
    }
  }
}

/** What a file of the build holds: its own name; the list holds itself. */
export const held = (path: string) => {
  const file = path.slice(1).replace(/^(desk\/)?$/, '$1index.html')
  return file === 'files.txt' ? precacheList(dist) : file
}
export const fromTheServer = (path: string) => new Response(held(path))
export const one = () => `app ${digest.slice(0, 8)}`

export function aCacheStorage() {
  const all = new Map<string, Map<string, Response>>()
  const pathOf = (key: string | { url: string }) => {
    const url = new URL(typeof key === 'string' ? key : key.url, 'https://x')
    return url.pathname + url.search
  }
  const open = async (name: string) => {
    const cache = all.get(name) ?? new Map<string, Response>()
    all.set(name, cache)
    return {
      match: async (key: string) => cache.get(pathOf(key))?.clone(),
      keys: async () => [...cache.keys()],
      put: async (key: string, response: Response) => void cache.set(pathOf(key), response)
    }
  }
  return {
    all,
    open,
    keys: async () => [...all.keys()],
    delete: async (name: string) => all.delete(name),
    match: async (key: string | { url: string }, { ignoreSearch = false } = {}) => {
      const same = (at: string) => (ignoreSearch ? at.split('?')[0] : at) === pathOf(key)
      return [...all.values()]
        .flatMap(cache => [...cache])
        .find(([at]) => same(at))?.[1]
        .clone()
    }
  }
}
