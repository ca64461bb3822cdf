/** What the pages may do, for every response: nothing inline but what `inline` names by hash, nothing from elsewhere. */
export function contentPolicy(inline: { scripts: readonly string[]; styles: readonly string[] }): string {
  return [
    "default-src 'none'",
    ["script-src 'self'", ...inline.scripts].join(' '),
    ["style-src 'self'", ...inline.styles].join(' '),
    "img-src 'self'",
    "font-src 'self'",
    "media-src 'self' blob:",
    "connect-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types sw-url'
  ].join('; ')
}

const off = [
  'accelerometer',
  'camera',
  'display-capture',
  'geolocation',
  'gyroscope',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'usb'
]

/** What a page may ask of the device: nothing, but for what `allowed` names. */
export const permissions = (allowed: readonly string[] = []): string =>
  off.map(i => (allowed.includes(i) ? `${i}=(self)` : `${i}=()`)).join(', ')

/** On every response of the server, whatever it is. */
export const wall: Readonly<Record<string, string>> = {
  'content-security-policy': contentPolicy({ scripts: [], styles: [] }),
  'strict-transport-security': 'max-age=63072000; includeSubDomains',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'x-frame-options': 'DENY',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': permissions()
}
