import { hash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readFile, readdir } from 'node:fs/promises'
import { extname, join, sep } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

import { contentPolicy, permissions } from '../http/headers.ts'

/** A built file as it goes out, in each coding that makes it smaller. */
export interface Page {
  readonly headers: Readonly<Record<string, string>>
  readonly etag: string
  readonly bodies: { readonly identity: Uint8Array; readonly br?: Uint8Array; readonly gzip?: Uint8Array }
}

/** All built files by their path in an address, and what `/version.json` says of them. */
export interface Pages {
  readonly files: ReadonlyMap<string, Page>
  /** SHA-256 in hexadecimal, by path. */
  readonly sums: Readonly<Record<string, string>>
}

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.mp3': 'audio/mpeg',
  '.txt': 'text/plain; charset=utf-8'
}
const COMPRESSED = /^(text\/|application\/|image\/svg)/
/** The best compression takes a second per megabyte; larger files get the next best. */
const BEST_UP_TO = 200_000

/**
 * Reads `dir` once, into memory, compressed. Nothing else can be asked for, so an address cannot climb out of it.
 * Without the folder there are no pages.
 */
export async function readPages(dir: string): Promise<Pages> {
  const files = new Map<string, Page>()
  const sums: Record<string, string> = {}
  const names = existsSync(dir) ? await readdir(dir, { recursive: true, withFileTypes: true }) : []
  const paths = names.filter(i => i.isFile()).map(i => join(i.parentPath, i.name))
  for (const path of paths.toSorted()) {
    const at = `/${path.slice(dir.length + 1).replaceAll(sep, '/')}`
    const bytes = await readFile(path)
    sums[at] = hash('sha256', bytes, 'hex')
    files.set(at, await page(at, bytes))
  }
  return { files, sums }
}

async function page(at: string, bytes: Buffer): Promise<Page> {
  const type = types[extname(at)] ?? 'application/octet-stream'
  const headers: Record<string, string> = { 'content-type': type, 'cache-control': caching(at) }
  if (type.startsWith('text/html')) headers['content-security-policy'] = contentPolicy(inline(bytes.toString()))
  // only there do people record the voices of their place
  if (at === '/desk/index.html') headers['permissions-policy'] = permissions(['microphone'])
  const etag = `"${hash('sha256', bytes, 'base64url').slice(0, 22)}"`
  if (!COMPRESSED.test(type)) return { headers, etag, bodies: { identity: bytes } }
  headers['vary'] = 'accept-encoding'
  const quality = bytes.length > BEST_UP_TO ? 9 : 11
  const br = await promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } })
  const zipped = await promisify(gzip)(bytes, { level: 9 })
  return { headers, etag, bodies: { identity: bytes, br, gzip: zipped } }
}

/** Names with a hash never change; the rest is asked for again each time. Pages are kept by the service worker only. */
function caching(at: string): string {
  if (at.endsWith('.html')) return 'no-store'
  return /^\/assets\/.*-[\w-]{8}\.\w+$/.test(at) ? 'public, max-age=31536000, immutable' : 'no-cache'
}

/** The hashes of what stands in the page itself, as the policy wants them. */
export function inline(html: string): { scripts: string[]; styles: string[] } {
  const sources = (pattern: RegExp) =>
    [...html.matchAll(pattern)].map(([, text = '']) => `'sha256-${hash('sha256', text, 'base64')}'`)
  return {
    scripts: sources(/<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/gi),
    styles: sources(/<style[^>]*>([\s\S]*?)<\/style>/gi)
  }
}
