import { fromBase64url } from '#wire/bytes.ts'

/** The set-up link of one tablet, made at the desk: it works once, for ten minutes. */
export interface TabletLink {
  readonly kind: 'link'
  readonly location: string
  readonly root: Uint8Array
  /** base64url of 32 bytes; only the server knows whether it still works. */
  readonly token: string
}

/**
 * What an address says: a poster (`/l/`), a tablet of the place (`/k/`, which may leave out the place that it keeps
 * itself), its set-up link, or nothing (`/`).
 */
export type Address =
  | { readonly kind: 'phone'; readonly location: string; readonly root?: Uint8Array }
  | { readonly kind: 'tablet'; readonly location?: string; readonly root?: Uint8Array }
  | TabletLink
  | { readonly kind: 'any' }
  | 'malformed'

/**
 * Reads `/l/<id>#r=<root>` and `/k/<id>#r=<root>&t=<token>`. A fragment that is there but is not 16 or 32 bytes is malformed, never ignored: a poster
 * that is half read must not turn into "trust whoever answers".
 */
export function readAddress({ pathname, hash }: Pick<Location, 'pathname' | 'hash'>): Address {
  // where a tablet of the place starts each day: without its store it is nobody's tablet, and never somebody's phone
  if (/^\/k\/?$/.test(pathname)) return hash ? 'malformed' : { kind: 'tablet' }
  const found = /^\/([lk])\/([^/]*)\/?$/.exec(pathname)
  if (!found) return { kind: 'any' }
  const [, letter, location = ''] = found
  const kind = letter === 'k' ? 'tablet' : 'phone'
  if (!/^[\w-]{22}$/.test(location)) return 'malformed'
  if (!hash) return { kind, location }
  const [, written, token] = /^#r=([\w-]+)(?:&t=([\w-]{43}))?$/.exec(hash) ?? []
  // 22 and 43 letters are 16 and 32 bytes
  if (!written || (written.length !== 22 && written.length !== 43)) return 'malformed'
  if (token && kind === 'phone') return 'malformed'
  try {
    const root = fromBase64url(written)
    return token ? { kind: 'link', location, root, token } : { kind, location, root }
  } catch {
    return 'malformed'
  }
}
