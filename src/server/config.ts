import { resolve } from 'node:path'

/** How often something may be asked, per hour. */
export interface Limits {
  /** Envelopes from one address. A whole library may share one. */
  readonly envelopesPerAddress: number
  readonly envelopesPerLocation: number
  /** Envelopes from one enrolled tablet, whatever its address. */
  readonly envelopesPerTablet: number
  /** Guesses at withdrawals from one address. */
  readonly withdrawalsPerAddress: number
  /** Questions about states from one address, each of up to 100 envelopes. */
  readonly statesPerAddress: number
  /** Tries at passwords, links and recovery sheets from one address. */
  readonly secretsPerAddress: number
}

export interface Config {
  readonly host: string
  /** 0 takes any free port. */
  readonly port: number
  readonly dataDir: string
  /** The built pages. */
  readonly distDir: string
  /** The public address, without a slash at the end; null: whatever `Host` the browser used on this machine. */
  readonly origin: string | null
  /** Addresses of proxies whose `X-Forwarded-For` is believed. */
  readonly trustedProxies: readonly string[]
  /** Where to report a weakness: `mailto:…` or `https://…`. */
  readonly securityContact: string | null
  readonly logLevel: 'silent' | 'info'
  readonly limits: Limits
}

export const defaultLimits: Limits = {
  envelopesPerAddress: 60,
  envelopesPerLocation: 300,
  envelopesPerTablet: 60,
  withdrawalsPerAddress: 20,
  statesPerAddress: 600,
  secretsPerAddress: 60
}

const limitNames: Record<string, keyof Limits> = {
  LIMIT_ENVELOPES_PER_ADDRESS: 'envelopesPerAddress',
  LIMIT_ENVELOPES_PER_LOCATION: 'envelopesPerLocation',
  LIMIT_ENVELOPES_PER_TABLET: 'envelopesPerTablet',
  LIMIT_WITHDRAWALS_PER_ADDRESS: 'withdrawalsPerAddress',
  LIMIT_STATES_PER_ADDRESS: 'statesPerAddress',
  LIMIT_SECRETS_PER_ADDRESS: 'secretsPerAddress'
}

type Environment = Readonly<Record<string, string | undefined>>

/** Reads the settings, or says in plain sentences what is wrong with them: all of it at once. */
export function readConfig(env: Environment): { config: Config } | { wrong: string[] } {
  const wrong: string[] = []

  function whole(name: string, otherwise: number, least: number, most: number): number {
    const text = env[name]?.trim()
    if (!text) return otherwise
    const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN
    if (value >= least && value <= most) return value
    wrong.push(`${name} must be a whole number from ${least} to ${most}, not "${text}".`)
    return otherwise
  }

  function address(name: string, allowed: RegExp, what: string): string | null {
    const text = env[name]?.trim()
    if (!text) return null
    if (allowed.test(text) && URL.canParse(text)) return text
    wrong.push(`${name} must be ${what}, not "${text}".`)
    return null
  }

  const level = env['LOG_LEVEL']?.trim() || 'info'
  if (level !== 'info' && level !== 'silent') wrong.push(`LOG_LEVEL must be info or silent, not "${level}".`)
  const limits = { ...defaultLimits }
  for (const [name, limit] of Object.entries(limitNames)) limits[limit] = whole(name, limits[limit], 1, 1_000_000)

  const config: Config = {
    host: env['HOST']?.trim() || '127.0.0.1',
    port: whole('PORT', 8080, 0, 65_535),
    dataDir: resolve(env['DATA_DIR']?.trim() || 'data'),
    distDir: resolve(env['DIST_DIR']?.trim() || 'dist'),
    origin: address('ORIGIN', /^https?:\/\/[^/?#@]+$/, 'an address such as https://waarheen.example, without a path'),
    trustedProxies: (env['TRUSTED_PROXIES'] ?? '')
      .split(',')
      .map(i => i.trim())
      .filter(i => i !== ''),
    securityContact: address('SECURITY_CONTACT', /^(mailto:|https:\/\/)/, 'mailto:… or https://…'),
    logLevel: level === 'silent' ? 'silent' : 'info',
    limits
  }
  return wrong.length > 0 ? { wrong } : { config }
}
