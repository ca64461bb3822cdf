import { brotliCompressSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { precacheList } from '../../vite.config.ts'
import { aCacheStorage, aWorker, clearAway, code, dist, files, fromTheServer, held, layOut, one } from './aWorker.ts'

beforeAll(layOut)
afterAll(clearAway)

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
  expect(lines.flatMap(line => line.split(' ')[2] ?? [])).toEqual(['ti', 'Ethi'])
})

test('once installed, the whole app opens without a network: the door, a poster, a tablet, the desk, every part', async () => {
  let online = true
  const worker = aWorker({
    network: path => {
      if (!online) throw new TypeError('offline')
      return fromTheServer(path)
    }
  })
  await worker.tell('install')
  await worker.tell('activate')
  online = false
  for (const page of ['/', '/l/AAAAAAAAAAAAAAAAAAAAAA', '/k/AAAAAAAAAAAAAAAAAAAAAA', '/?from=poster'])
    expect(await (await worker.ask(page, { mode: 'navigate' }).answered)?.text()).toBe('index.html')
  expect(await (await worker.ask('/desk/', { mode: 'navigate' }).answered)?.text()).toBe('desk/index.html')
  for (const line of precacheList(dist).split('\n')) {
    const [address, , mark] = line.split(' ')
    const path = `/${address}`
    if (!mark) expect(await (await worker.ask(path).answered)?.text()).toBe(held(path))
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
  const worker = aWorker({
    network: path => new Response(held(path), { status: path.endsWith('ask.svg') ? 502 : 200 })
  })
  await expect(worker.tell('install')).rejects.toThrow('ask.svg')
})

test.each<[string, (path: string) => string | undefined]>([
  ['its list is that of the version before', path => (path === '/files.txt' ? 'index.html 12345678' : undefined)],
  [
    'its list is that of a later version',
    path => (path === '/files.txt' ? `${precacheList(dist)}\nmore.svg 1` : undefined)
  ],
  ['its list comes half', path => (path === '/files.txt' ? precacheList(dist).slice(0, -20) : undefined)],
  ['its list is a page of a captive portal', path => (path === '/files.txt' ? '<!doctype html>' : undefined)],
  ['one page comes from another version', path => (path === '/' ? 'index.html of before' : undefined)],
  ['one picture comes half', path => (path === '/pictures/area.svg' ? 'pictures/ar' : undefined)]
])('a version is not installed when %s', async (_, wrong) => {
  const worker = aWorker({ network: path => new Response(wrong(path) ?? held(path)) })
  await expect(worker.tell('install')).rejects.toThrow('other version')
  // nothing says that this cache is whole, so nothing is answered from it
  expect(worker.caches.all.get(one())?.has('/files.txt') ?? false).toBe(false)
  const whole = aWorker({ caches: worker.caches })
  await whole.tell('install')
  expect(await (await whole.ask('/', { mode: 'navigate' }).answered)?.text()).toBe('index.html')
})

test('letters and sounds of a language are kept where a page says that it is used, and stay with the next version', async () => {
  let online = true
  const network = (path: string) => {
    if (!online) throw new TypeError('offline')
    return fromTheServer(path)
  }
  const worker = aWorker({ network })
  const kept = (mark: string) => worker.asked.filter(asked => asked.includes(mark))
  await worker.tell('install')
  expect([...kept('Ethi'), ...kept('audio')]).toEqual([])

  online = false
  await worker.tell('message', { data: { keep: ['Ethi'] } })
  online = true
  await worker.tell('message', { data: { keep: ['ti', 'Ethi', 7] } })
  await worker.tell('message', { data: { keep: ['ti', 'Ethi'] } })
  expect(kept('audio')).toHaveLength(1)
  online = false
  for (const path of ['/fonts/waarheen-Ethi.woff2', '/audio/ti/common.next.mp3'])
    expect(await (await worker.ask(path).answered)?.text()).toBe(held(path))

  const caches = aCacheStorage()
  caches.all.set('app last', new Map([['/fonts/waarheen-Ethi.woff2?00000000', new Response('as it was')]]))
  const next = aWorker({ caches })
  await next.tell('install')
  expect(next.asked).toContain('GET /fonts/waarheen-Ethi.woff2')
  expect(next.asked).not.toContain('GET /audio/ti/common.next.mp3')
})

test('a browser that threw everything away is served from the network', async () => {
  const worker = aWorker()
  await worker.tell('install')
  worker.caches.all.clear()
  expect(await (await worker.ask('/', { mode: 'navigate' }).answered)?.text()).toBe('index.html')
})

test('a new version fetches only what changed, and leaves the last one to the tabs that still run it', async () => {
  const first = aWorker()
  await first.tell('install')
  const before = new Map(first.caches.all.get(one())!)
  // what two versions ago and the last version left behind
  const caches = aCacheStorage()
  caches.all.set('app zero', new Map([['/assets/ancient-aaaaaaaa.js', new Response('ancient')]]))
  const last = new Map([...before].filter(([key]) => !key.startsWith('/pictures')))
  caches.all.set('app last', last.set('/assets/old-aaaaaaaa.js', new Response('old part')))
  const second = aWorker({ caches })
  await second.tell('install')
  const changed = ['area', 'ask', 'step', 'welcome'].map(name => `GET /pictures/${name}.svg`)
  expect(second.asked.sort()).toEqual(['GET /files.txt', ...changed])
  await second.tell('activate')
  expect(await caches.keys()).toEqual(['app last', one()])
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
