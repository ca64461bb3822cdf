import { hash } from 'node:crypto'

import type { Context } from 'hono'

import { openapi } from '#wire/openapi.ts'

import type { Deps } from '../deps.ts'
import { problem } from '../http/problem.ts'
import type { App } from '../member.ts'
import type { Page } from './pages.ts'

const DAY = 24 * 60 * 60 * 1000
/** security.txt must expire within a year; it is written anew at each request. */
const SECURITY_DAYS = 180

/** The built pages and the few plain files that stand beside them. */
export function pageRoutes(app: App, { pages, config, now }: Deps): void {
  const resident = (c: Context) => send(c, pages.files.get('/index.html'))
  app.get('/', resident)
  app.get('/l/:location', resident)
  app.get('/k/', resident)
  app.get('/k/:location', resident)
  app.get('/desk/', c => send(c, pages.files.get('/desk/index.html')))
  for (const folder of ['/desk', '/k']) {
    app.get(folder, () => new Response(null, { status: 308, headers: { location: `${folder}/` } }))
  }

  const fingerprint = hash('sha256', JSON.stringify(pages.sums), 'hex')
  app.get('/version.json', c => c.json({ fingerprint, files: pages.sums }))

  app.get('/openapi.json', c => c.json(openapi()))

  app.get('/.well-known/security.txt', c => {
    const home = config.origin ?? new URL(c.req.url).origin
    const expires = new Date(now() + SECURITY_DAYS * DAY).toISOString().slice(0, 10)
    const lines = [
      `Contact: ${config.securityContact ?? `${home}/`}`,
      `Expires: ${expires}T00:00:00.000Z`,
      'Preferred-Languages: nl, en',
      `Canonical: ${home}/.well-known/security.txt`
    ]
    return c.text(`${lines.join('\n')}\n`, 200, { 'cache-control': 'no-cache' })
  })

  // a folder is its page, as the worker asks for it: the accessibility statement stands so
  app.get('*', c => {
    const { path } = c.req
    return send(c, pages.files.get(path) ?? pages.files.get(path.replace(/\/$/, '/index.html')))
  })
}

function send(c: Context, page: Page | undefined): Response {
  if (!page) return problem('not-found')
  const { headers, etag, bodies } = page
  if (headers['cache-control'] !== 'no-store' && c.req.header('if-none-match')?.includes(etag)) {
    return new Response(null, { status: 304, headers: { ...headers, etag } })
  }
  const coding = codings(c.req.header('accept-encoding') ?? '').find(i => bodies[i] !== undefined)
  const body = (coding && bodies[coding]) ?? bodies.identity
  return new Response(body as Uint8Array<ArrayBuffer>, {
    headers: { ...headers, etag, ...(coding ? { 'content-encoding': coding } : {}) }
  })
}

/** The codings that a browser takes, ours first; `q=0` means not. */
function codings(accepted: string): ('br' | 'gzip')[] {
  const taken = accepted.split(',').flatMap(i => (/;\s*q=0(\.0*)?\s*$/.test(i) ? [] : i.split(';')[0]!.trim()))
  return (['br', 'gzip'] as const).filter(i => taken.includes(i))
}
