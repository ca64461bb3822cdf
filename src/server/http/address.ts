import type { Context } from 'hono'

/** Who sends: for the limits only, never for a log or a disk. */
export type AddressOf = (c: Context) => string

/**
 * The address of the connection, or, when that is a trusted proxy, the last address in `X-Forwarded-For` that is not.
 * IPv6 senders count per /64, since a household has that many.
 */
export function addressOf(trustedProxies: readonly string[]): AddressOf {
  const trusted = new Set(trustedProxies)
  return c => {
    const socket = (c.env as { incoming?: { socket?: { remoteAddress?: string } } } | undefined)?.incoming?.socket
    const near = plain(socket?.remoteAddress ?? 'unknown')
    if (!trusted.has(near)) return network(near)
    const chain = (c.req.header('x-forwarded-for') ?? '').split(',').map(i => plain(i.trim()))
    return network(chain.findLast(i => i !== '' && !trusted.has(i)) ?? near)
  }
}

/** IPv4 as IPv4, also when it comes wrapped in IPv6. */
function plain(address: string): string {
  return address.startsWith('::ffff:') && address.includes('.') ? address.slice(7) : address
}

function network(address: string): string {
  if (!address.includes(':')) return address
  const [head = '', tail] = address.split('::')
  const left = head === '' ? [] : head.split(':')
  const right = tail === undefined || tail === '' ? [] : tail.split(':')
  const gap = tail === undefined ? 0 : Math.max(0, 8 - left.length - right.length)
  return [...left, ...Array<string>(gap).fill('0'), ...right].slice(0, 4).join(':')
}
