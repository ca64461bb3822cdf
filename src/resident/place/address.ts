import { fromBase64url } from '#wire/bytes.ts'

/** What an address says: a poster (`/l/`), a tablet's set-up link (`/k/`), or nothing (`/`). */
export type Address =
  | { readonly kind: 'phone' | 'tablet'; readonly location: string; readonly root?: Uint8Array }
  | { readonly kind: 'any' }
  | 'malformed'

/**
 * Reads `/l/<id>#r=<root>`. A fragment that is there but is not 16 or 32 bytes is malformed, never ignored: a poster
 * that is half read must not turn into "trust whoever answers".
 */
export function readAddress({ pathname, hash }: Pick<Location, 'pathname' | 'hash'>): Address {
  const found = /^\/([lk])\/([^/]*)\/?$/.exec(pathname)
  if (!found) return { kind: 'any' }
  const [, letter, location = ''] = found
  const kind = letter === 'k' ? 'tablet' : 'phone'
  if (!/^[\w-]{22}$/.test(location)) return 'malformed'
  if (!hash) return { kind, location }
  const written = /^#r=([\w-]+)$/.exec(hash)?.[1]
  // 22 and 43 letters are 16 and 32 bytes
  if (!written || (written.length !== 22 && written.length !== 43)) return 'malformed'
  try {
    return { kind, location, root: fromBase64url(written) }
  } catch {
    return 'malformed'
  }
}
