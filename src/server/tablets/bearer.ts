import type { Context } from 'hono'
import type { Kysely } from 'kysely'

import { header } from '../http/header.ts'
import type { TabletRow, Tables } from '../storage/schema.ts'
import { tabletBySecret } from './tablets.ts'

/** The tablet whose secret this request carries, revoked or not. Without `Authorization` nothing is looked up. */
export async function tabletOf(db: Kysely<Tables>, c: Context): Promise<TabletRow | undefined> {
  const secret = /^Bearer ([\w-]{43})$/.exec(header(c, 'authorization') ?? '')?.[1]
  return secret === undefined ? undefined : tabletBySecret(db, secret)
}

/** As `tabletOf`, for what anybody may do: who is revoked or unknown counts as anybody. */
export async function trustedTablet(db: Kysely<Tables>, c: Context): Promise<TabletRow | undefined> {
  const tablet = await tabletOf(db, c)
  return tablet?.revokedAt === null ? tablet : undefined
}
