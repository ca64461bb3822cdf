import { fromBase64url } from '#wire/bytes.ts'

/** What stands behind the # of an address of the desk. It never reaches a server log. */
export type Link =
  | { readonly kind: 'setup' | 'reset'; readonly token: string }
  | { readonly kind: 'invite'; readonly token: string; /** 32 bytes. */ readonly root: Uint8Array }
  /** A practice place on a machine of one's own: everything that is needed to look around. */
  | { readonly kind: 'practice'; readonly sheet: string; readonly email: string; readonly password: string }
  /** Somebody copied half an address. */
  | { readonly kind: 'broken' }

/** Reads a fragment with its #. Nothing means: no link, an ordinary visit. */
export function readLink(fragment: string): Link | undefined {
  const parts = new URLSearchParams(fragment.replace(/^#/, ''))
  const token = (name: string) => bytesOf(parts.get(name), 32) && parts.get(name)!
  for (const kind of ['setup', 'reset'] as const) {
    if (parts.has(kind)) return token(kind) ? { kind, token: token(kind)! } : { kind: 'broken' }
  }
  if (parts.has('invite')) {
    const root = bytesOf(parts.get('r'), 32)
    const secret = token('invite')
    // without a root the new colleague would have to believe the server: refused rather than trusted
    return secret && root ? { kind: 'invite', token: secret, root } : { kind: 'broken' }
  }
  const [sheet, email, password] = [parts.get('practice'), parts.get('email'), bytesOf(parts.get('password'))]
  if (sheet === null) return undefined
  return email && password
    ? { kind: 'practice', sheet, email, password: new TextDecoder().decode(password) }
    : { kind: 'broken' }
}

function bytesOf(text: string | null, length?: number): Uint8Array | undefined {
  if (!text) return undefined
  try {
    const bytes = fromBase64url(text)
    return length === undefined || bytes.length === length ? bytes : undefined
  } catch {
    return undefined
  }
}
