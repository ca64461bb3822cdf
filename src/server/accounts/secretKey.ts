import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * The key that signs session cookies: made at the first start, in a file that only the server's own user may read.
 * Losing it signs everybody out and costs nothing else.
 *
 * @throws when the folder cannot be written, or the file holds something else.
 */
export function secretKey(dataDir: string): string {
  const path = join(dataDir, 'accounts.key')
  mkdirSync(dataDir, { recursive: true })
  try {
    // `wx` fails when the file exists, so two starts at once can never use two keys
    writeFileSync(path, `${randomBytes(32).toString('base64url')}\n`, { flag: 'wx', mode: 0o600 })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  const key = readFileSync(path, 'utf8').trim()
  if (!/^[\w-]{43}$/.test(key)) throw new Error(`${path} is not a key; move it away and start again`)
  return key
}
