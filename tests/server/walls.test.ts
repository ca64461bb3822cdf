import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createHash } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { readPages } from '#server/pages/pages.ts'
import { problems } from '#wire/problem.ts'

import { type APostRoom, aPostRoom, anEnvelope, DAY, newId, START } from './world.ts'

const SCRIPT = "document.documentElement.dataset.old = 'no'"
const STYLE = 'body{margin:0}'
const HTML = `<!doctype html><html lang="nl"><style>${STYLE}</style><script>${SCRIPT}</script>
<script type="module" src="/assets/main-abcd1234.js"></script>`

const inlineHash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`
const policy = (script = '', style = '') =>
  `default-src 'none'; script-src 'self'${script}; style-src 'self'${style}; img-src 'self'; font-src 'self'; ` +
  `media-src 'self' blob:; connect-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'; ` +
  `frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types sw-url`

const wall: Record<string, string> = {
  'content-security-policy': policy(),
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy':
    'accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), ' +
    'midi=(), payment=(), usb=()',
  'referrer-policy': 'no-referrer',
  'strict-transport-security': 'max-age=63072000; includeSubDomains',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY'
}

let dist: string
let room: APostRoom
beforeAll(async () => {
  dist = mkdtempSync(join(tmpdir(), 'waarheen-dist-'))
  mkdirSync(join(dist, 'desk'))
  mkdirSync(join(dist, 'assets'))
  writeFileSync(join(dist, 'index.html'), HTML)
  writeFileSync(join(dist, 'desk/index.html'), '<!doctype html><title>Desk</title>')
  writeFileSync(join(dist, 'sw.js'), 'self.skipWaiting()')
  writeFileSync(join(dist, 'assets/main-abcd1234.js'), `export const words = '${'woorden '.repeat(200)}'`)
  writeFileSync(join(dist, 'assets/font-abcd1234.woff2'), Buffer.alloc(100))
  room = await aPostRoom({ pages: await readPages(dist) })
  room.people.knows(await room.colleague('Ria'))
})
afterAll(async () => {
  await room.remove()
  rmSync(dist, { recursive: true, force: true })
})

describe('the wall', () => {
  test('stands around every answer of every route and method, exactly', async () => {
    const ria = await room.colleague('Ria')
    const paths = new Set(room.app.routes.map(i => i.path.replace(/:\w+/g, newId()).replace('*', 'nothing-here')))
    for (const extra of ['/index.html', '/sw.js', '/assets/main-abcd1234.js', '/%', '/desk', '//', '/v1'])
      paths.add(extra)
    let answers = 0
    for (const path of paths) {
      for (const method of ['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'QUERY']) {
        for (const who of [undefined, ria]) {
          const answer = await room.ask(method, path, who ? { who } : {})
          await answer.body?.cancel()
          answers++
          const html = answer.headers.get('content-type')?.includes('html') ?? false
          const resident = html && /^\/($|[lk]\/|index\.html)/.test(path)
          // a page's own: its inline parts, and on the desk the microphone that records voices
          const exceptions: Record<string, string | undefined> = {
            'content-security-policy': resident ? policy(` ${inlineHash(SCRIPT)}`, ` ${inlineHash(STYLE)}`) : undefined,
            'permissions-policy':
              html && path === '/desk/'
                ? wall['permissions-policy']!.replace('microphone=()', 'microphone=(self)')
                : undefined
          }
          for (const [name, value] of Object.entries(wall)) {
            const exact = exceptions[name] ?? value
            expect([method, path, name, answer.headers.get(name)]).toEqual([method, path, name, exact])
          }
          expect(answer.headers.get('cache-control')).toMatch(
            /^(no-store|no-cache|public, max-age=31536000, immutable)$/
          )
          if (path.startsWith('/v1/')) expect(answer.headers.get('cache-control')).toBe('no-store')
          for (const name of ['server', 'x-powered-by', 'access-control-allow-origin', 'via']) {
            expect(answer.headers.has(name)).toBe(false)
          }
          if (answer.status >= 400) {
            expect([path, answer.headers.get('content-type')]).toEqual([path, 'application/problem+json'])
          }
        }
      }
    }
    expect(answers).toBeGreaterThan(200)
  })

  test('stands when something breaks inside, and says nothing of what', async () => {
    const own = await aPostRoom()
    await own.storage.close()
    const answer = await own.ask('GET', '/v1/locations')
    expect(answer.status).toBe(500)
    expect(await answer.json()).toEqual({
      type: '/problems/server-error',
      title: 'Something broke here',
      status: 500,
      code: 'server-error'
    })
    for (const [name, value] of Object.entries(wall)) expect(answer.headers.get(name)).toBe(value)
    expect(own.logged.at(-1)).toMatchObject({ route: '/v1/locations', status: 500 })
  })

  test('keeps ids, addresses and bodies out of the log', async () => {
    const envelope = anEnvelope({ location: room.location })
    const from = '198.51.100.77'
    await room.put(envelope, { from })
    await room.ask('GET', `/l/${room.location}`, { from })
    await room.ask('GET', `/v1/locations/${room.location}?name=Mo`, { from })
    await room.ask('GET', '/v1/unknown/Mo', { from })
    const log = JSON.stringify(room.logged)
    for (const secret of [envelope.id, room.location, from, 'Mo', 'Ria']) expect(log).not.toContain(secret)
    expect(room.logged.map(i => i.route)).toContain('/v1/envelopes/:id')
  })
})

describe('pages', () => {
  test('lead residents and professionals to their door', async () => {
    const door = (path: string) => room.ask('GET', path).then(i => i.text())
    for (const path of ['/', '/?__WB_REVISION__=1', `/l/${newId()}`, `/k/${newId()}`])
      expect(await door(path)).toBe(HTML)
    for (const path of ['/desk/', '/desk/?x=1']) expect(await door(path)).toContain('Desk')
    const bare = await room.ask('GET', '/desk')
    expect([bare.status, bare.headers.get('location')]).toEqual([308, '/desk/'])
  })

  test('come compressed where the browser takes it, and whole where not', async () => {
    const ask = (coding: string) =>
      room.ask('GET', '/assets/main-abcd1234.js', { headers: { 'accept-encoding': coding } })
    const plain = await (await ask('identity')).text()
    const br = await ask('gzip, deflate, br')
    expect(br.headers.get('content-encoding')).toBe('br')
    expect(brotliDecompressSync(await br.arrayBuffer()).toString()).toBe(plain)
    const gzip = await ask('gzip, br;q=0')
    expect(gzip.headers.get('content-encoding')).toBe('gzip')
    expect(gunzipSync(await gzip.arrayBuffer()).toString()).toBe(plain)
    expect(gzip.headers.get('vary')).toBe('accept-encoding')
    const font = await room.ask('GET', '/assets/font-abcd1234.woff2', { headers: { 'accept-encoding': 'br' } })
    expect([font.headers.get('content-type'), font.headers.has('content-encoding')]).toEqual(['font/woff2', false])
  })

  test('are kept as long as their name allows', async () => {
    const caching = async (path: string) => (await room.ask('GET', path)).headers.get('cache-control')
    expect(await caching('/assets/main-abcd1234.js')).toBe('public, max-age=31536000, immutable')
    expect(await caching('/sw.js')).toBe('no-cache')
    expect(await caching('/')).toBe('no-store')
    const etag = (await room.ask('GET', '/sw.js')).headers.get('etag')!
    const again = await room.ask('GET', '/sw.js', { headers: { 'if-none-match': etag } })
    expect([again.status, await again.text()]).toEqual([304, ''])
  })

  test('are never left by climbing, however it is spelled', async () => {
    const up = ['..', '%2e%2e', '%2E.', '.%2e', '%252e%252e', '..%c0%af', '..%5c', '....//', '..;', '%uff0e%uff0e']
    const target = ['/etc/passwd', '/package.json', '%2fetc%2fpasswd', '\\windows\\win.ini']
    const spellings = up.flatMap(i => target.map(j => `${i}/${i}/${i}${j}`))
    expect(spellings).toHaveLength(40)
    for (const spelling of spellings) {
      for (const start of ['/', '/assets/', '/v1/', '/desk/']) {
        const answer = await room.ask('GET', start + spelling)
        expect([start + spelling, answer.status]).toEqual([start + spelling, 404])
      }
    }
  })

  test('of the few plain files say what they must', async () => {
    expect(await (await room.ask('GET', '/v1/health')).json()).toEqual({ status: 'ok' })
    const version = (await (await room.ask('GET', '/version.json')).json()) as { files: Record<string, string> }
    expect(version.files['/index.html']).toBe(createHash('sha256').update(HTML).digest('hex'))
    const text = await (await room.ask('GET', '/.well-known/security.txt')).text()
    expect(text).toMatch(/^Contact: (mailto|https?):/m)
    const expires = Date.parse(/^Expires: (.+)$/m.exec(text)![1]!)
    expect(expires).toBeGreaterThan(START + 30 * DAY)
    expect(expires).toBeLessThan(START + 365 * DAY)
  })

  test('of a place tell what stands on its poster', async () => {
    const list = (await (await room.ask('GET', '/v1/locations')).json()) as { locations: unknown[] }
    expect(list.locations).toContainEqual({ id: room.location, place: 'Werkwinkel Zuid', address: 'Kerkstraat 1' })
    const profile = await (await room.ask('GET', `/v1/locations/${room.location}`)).json()
    expect(profile).toMatchObject({ id: room.location, practice: true, keepDays: 90, promises: [] })
    for (const id of [newId(), 'x', '__proto__'])
      expect((await room.ask('GET', `/v1/locations/${id}`)).status).toBe(404)
  })
})

test('every problem code has a status that HTTP knows', () => {
  for (const status of Object.values(problems))
    expect([400, 401, 403, 404, 409, 410, 412, 413, 415, 422, 429, 500, 503]).toContain(status)
})
