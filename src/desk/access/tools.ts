import type { Store } from '#store/database.ts'
import type { Keyring } from '#store/keyring.ts'

/** Everything of the browser that the ways in use. */
export interface Tools {
  readonly fetch: typeof globalThis.fetch
  /** Milliseconds since 1970. */
  readonly now: () => number
  readonly store: Pick<Store, 'place' | 'lasting'>
  /** What this browser keeps of each colleague's device. */
  readonly keyring: Keyring
  /** What this browser is called until somebody changes it: "Chrome, Windows". */
  readonly deviceName: string
}

/** A name that a colleague recognises in a list of devices. */
export function deviceNameOf(userAgent: string): string {
  const browser = [
    ['Edg', 'Edge'],
    ['Firefox', 'Firefox'],
    ['Chrome', 'Chrome'],
    ['Safari', 'Safari']
  ].find(([mark]) => userAgent.includes(mark!))
  const system = [
    ['Windows', 'Windows'],
    ['CrOS', 'Chromebook'],
    ['Android', 'Android'],
    ['iPhone', 'iPhone'],
    ['iPad', 'iPad'],
    ['Mac', 'Mac'],
    ['Linux', 'Linux']
  ].find(([mark]) => userAgent.includes(mark!))
  return [browser?.[1], system?.[1]].filter(Boolean).join(', ') || 'Browser'
}
