import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { runInNewContext } from 'node:vm'
import { brotliCompressSync } from 'node:zlib'
import { build, type Rolldown } from 'vite'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { precacheList } from '../../vite.config.ts'

/** About what a build leaves: pages, parts with hashes, pictures and fonts without. */
const files = [
  'index.html',
  'desk/index.html',
  'manifest.webmanifest',
  'icon.png',
  'version.json',
  'sw.js',
  'assets/resident-CvVmkYea.js.map',
  'fonts/waarheen-latin.woff2',
  ...['area', 'ask', 'step', 'welcome'].map(name => `pictures/${name}.svg`),
  ...Array.from(
    { length: 60 },
    (_, i) => `assets/part${i}-${Math.random().toString(36).slice(2, 10).padEnd(8, 'x')}.js`
  )
]

let dist: string
let code: string

beforeAll(async () => {
  dist = mkdtempSync(join(tmpdir(), 'waarheen-dist-'))
  for (const file of files) {
    mkdirSync(dirname(join(dist, file)), { recursive: true })
    writeFileSync(join(dist, file), file)
  }
  const list = precacheList(dist)
  const built = (await build({
    configFile: false,
    logLevel: 'error',
    define: { FILES: JSON.stringify(list), VERSION: '"one"', 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      target: ['chrome90', 'safari15.4', 'firefox96'],
      rolldownOptions: { input: { sw: resolve('src/worker/main.ts') }, output: { format: 'iife' } }
    }
  })) as Rolldown.RolldownOutput
  code = built.output[0].code
})

afterAll(() => rmSync(dist, { recursive: true }))

interface FakeEvent {
  readonly request: Request
  answered?: Promise<Response>
}

/** Runs the worker as built, with a network and a cache in memory. */
function aWorker({ network = fromTheServer, caches = aCacheStorage() } = {}) {
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
  const world = { self, caches, fetch, URL, Request, Response, Map, Set, Promise, console, ...self }
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

const fromTheServer = (path: string) => new Response(`file ${path}`)

function aCacheStorage() {
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
      put: async (key: string, response: Response) => void cache.set(pathOf(key), response)
    }
  }
  return {
    all,
    open,
    keys: async () => [...all.keys()],
    delete: async (name: string) => all.delete(name),
    match: async (key: string | { url: string }) =>
      [...all.values()]
        .find(cache => cache.has(pathOf(key)))
        ?.get(pathOf(key))
        ?.clone()
  }
}

test('the worker is small, and brings no validation library', () => {
  expect(brotliCompressSync(Buffer.from(code)).length).toBeLessThanOrEqual(8 * 1024)
  expect(code).not.toMatch(/zod|safeParse|process\.env/i)
})

test('the list has every file once, pages under their addresses, and neither itself nor what must stay fresh', () => {
  const lines = precacheList(dist).split('\n')
  const addresses = lines.map(line => line.split(' ')[0])
  expect(addresses).toContain('')
  expect(addresses).toContain('desk/')
  expect(addresses).not.toContain('sw.js')
  expect(addresses).not.toContain('version.json')
  expect(addresses.some(address => address!.endsWith('.map'))).toBe(false)
  expect(new Set(addresses).size).toBe(files.length - 3)
  for (const line of lines) expect(line.startsWith('assets/')).toBe(!line.includes(' '))
})

test('once installed, the whole app opens without a network: the door, a poster, a tablet, the desk, every part', async () => {
  let online = true
  const worker = aWorker({
    network: path => {
      if (!online) throw new TypeError('offline')
      return new Response(`file ${path}`)
    }
  })
  await worker.tell('install')
  await worker.tell('activate')
  online = false
  for (const page of ['/', '/l/AAAAAAAAAAAAAAAAAAAAAA', '/k/AAAAAAAAAAAAAAAAAAAAAA', '/?from=poster'])
    expect(await (await worker.ask(page, { mode: 'navigate' }).answered)?.text()).toBe('file /')
  expect(await (await worker.ask('/desk/', { mode: 'navigate' }).answered)?.text()).toBe('file /desk/')
  for (const line of precacheList(dist).split('\n')) {
    const path = `/${line.split(' ')[0]}`
    expect(await (await worker.ask(path).answered)?.text()).toBe(`file ${path}`)
  }
  expect(worker.calls).toEqual(['claim'])
})

test.each(['POST', 'PUT', 'DELETE', 'PATCH', 'HEAD', 'OPTIONS'])('a %s is never touched', async method => {
  const worker = aWorker()
  await worker.tell('install')
  for (const path of ['/', '/desk/', '/v1/envelopes/x', '/pictures/area.svg'])
    expect(worker.ask(path, { method }).answered).toBeUndefined()
})

test.each(['/v1/locations', '/v1/health', '/v1/desk/queue', '/version.json', '/sw.js', '/l/a/b', '/desk/x', '/other'])(
  'a GET of %s goes to the server',
  async path => {
    const worker = aWorker()
    await worker.tell('install')
    expect(worker.ask(path).answered).toBeUndefined()
    expect(worker.ask(path, { mode: 'navigate' }).answered).toBeUndefined()
  }
)

test('another site is none of its business', async () => {
  const worker = aWorker()
  await worker.tell('install')
  expect(worker.ask('https://elsewhere/').answered).toBeUndefined()
})

test('a version of which one file does not come is not installed at all', async () => {
  const worker = aWorker({ network: path => new Response('', { status: path.endsWith('ask.svg') ? 502 : 200 }) })
  await expect(worker.tell('install')).rejects.toThrow('ask.svg')
})

test('a new version fetches only what changed, and leaves the last one to the tabs that still run it', async () => {
  const first = aWorker()
  await first.tell('install')
  const before = new Map(first.caches.all.get('app one')!)
  // what two versions ago and the last version left behind
  const caches = aCacheStorage()
  caches.all.set('app zero', new Map([['/assets/ancient-aaaaaaaa.js', new Response('ancient')]]))
  const last = new Map([...before].filter(([key]) => !key.startsWith('/pictures')))
  caches.all.set('app last', last.set('/assets/old-aaaaaaaa.js', new Response('old part')))
  const second = aWorker({ caches })
  await second.tell('install')
  expect(second.asked.sort()).toEqual(['area', 'ask', 'step', 'welcome'].map(name => `GET /pictures/${name}.svg`))
  await second.tell('activate')
  expect(await caches.keys()).toEqual(['app last', 'app one'])
  expect(await (await second.ask('/assets/old-aaaaaaaa.js').answered)?.text()).toBe('old part')
})

test('a new version takes over only when a page says that no visit runs', async () => {
  const worker = aWorker()
  await worker.tell('install')
  expect(worker.calls).toEqual([])
  await worker.tell('message', { data: 'anything' })
  expect(worker.calls).toEqual([])
  await worker.tell('message', { data: 'skip-waiting' })
  expect(worker.calls).toEqual(['skipWaiting'])
})
