import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** Strict tables: a column holds what it says or the write fails. */
const strict = sql`strict`

/** Changes are only ever added below; a shipped one never changes. */
export const migrations: Record<string, Migration> = {
  '1-house': {
    async up(db: Kysely<unknown>) {
      await db.schema
        .createTable('locations')
        .addColumn('id', 'text', c => c.primaryKey())
        .addColumn('details', 'text', c => c.notNull())
        .addColumn('keepDays', 'integer', c => c.notNull())
        .addColumn('practice', 'integer', c => c.notNull())
        .addColumn('recoveryPublicKey', 'text', c => c.notNull())
        .addColumn('recoveryProofHash', 'text', c => c.notNull())
        .addColumn('createdAt', 'integer', c => c.notNull())
        .modifyEnd(strict)
        .execute()
      await db.schema
        .createTable('promises')
        .addColumn('location', 'text', c => c.notNull().references('locations.id'))
        .addColumn('id', 'text', c => c.notNull())
        .addColumn('name', 'text', c => c.notNull())
        .addColumn('at', 'integer', c => c.notNull())
        .addPrimaryKeyConstraint('promises_pk', ['location', 'id'])
        .modifyEnd(strict)
        .execute()
      await db.schema
        .createTable('cards')
        .addColumn('location', 'text', c => c.notNull().references('locations.id'))
        .addColumn('epoch', 'integer', c => c.notNull())
        .addColumn('card', 'text', c => c.notNull())
        .addColumn('createdAt', 'integer', c => c.notNull())
        .addPrimaryKeyConstraint('cards_pk', ['location', 'epoch'])
        .modifyEnd(strict)
        .execute()
      await people(db)
      await envelopes(db)
    }
  },
  '2-tablets': {
    async up(db: Kysely<unknown>) {
      await db.schema
        .createTable('tablets')
        .addColumn('id', 'text', c => c.primaryKey())
        .addColumn('location', 'text', c => c.notNull().references('locations.id'))
        .addColumn('name', 'text', c => c.notNull())
        .addColumn('secretHash', 'text', c => c.notNull().unique())
        .addColumn('enrolledAt', 'integer', c => c.notNull())
        .addColumn('revokedAt', 'integer')
        .addColumn('lastSeenAt', 'integer')
        .addColumn('waiting', 'integer', c => c.notNull())
        .addColumn('oldestAt', 'integer')
        .addColumn('parked', 'integer', c => c.notNull())
        .addColumn('version', 'text')
        .modifyEnd(strict)
        .execute()
      await db.schema
        .createTable('tabletLinks')
        .addColumn('tokenHash', 'text', c => c.primaryKey())
        .addColumn('location', 'text', c => c.notNull().references('locations.id'))
        .addColumn('name', 'text', c => c.notNull())
        .addColumn('createdAt', 'integer', c => c.notNull())
        .addColumn('expiresAt', 'integer', c => c.notNull())
        .addColumn('usedAt', 'integer')
        .modifyEnd(strict)
        .execute()
    }
  },
  '3-voices': {
    async up(db: Kysely<unknown>) {
      await db.schema
        .createTable('voices')
        .addColumn('location', 'text', c => c.notNull().references('locations.id'))
        .addColumn('language', 'text', c => c.notNull())
        .addColumn('key', 'text', c => c.notNull())
        .addColumn('hash', 'text', c => c.notNull())
        .addColumn('mark', 'text', c => c.notNull())
        .addColumn('lasts', 'integer', c => c.notNull())
        .addColumn('bytes', 'integer', c => c.notNull())
        .addColumn('at', 'integer', c => c.notNull())
        .addColumn('member', 'text', c => c.notNull().references('members.id'))
        .addPrimaryKeyConstraint('voices_pk', ['location', 'language', 'key'])
        .modifyEnd(strict)
        .execute()
    }
  }
}

async function people(db: Kysely<unknown>) {
  await db.schema
    .createTable('members')
    .addColumn('id', 'text', c => c.primaryKey())
    .addColumn('location', 'text', c => c.references('locations.id'))
    .addColumn('name', 'text', c => c.notNull())
    .addColumn('role', 'text', c => c.notNull())
    .addColumn('createdAt', 'integer', c => c.notNull())
    .addColumn('endedAt', 'integer')
    .modifyEnd(strict)
    .execute()
  await db.schema
    .createTable('devices')
    .addColumn('id', 'text', c => c.primaryKey())
    .addColumn('member', 'text', c => c.notNull().references('members.id'))
    .addColumn('location', 'text', c => c.references('locations.id'))
    .addColumn('name', 'text', c => c.notNull())
    .addColumn('publicKey', 'text', c => c.notNull())
    .addColumn('share', 'text')
    .addColumn('state', 'text', c => c.notNull())
    .addColumn('createdAt', 'integer', c => c.notNull())
    .addColumn('lastSeenAt', 'integer')
    .modifyEnd(strict)
    .execute()
  await db.schema
    .createTable('bundles')
    .addColumn('recipient', 'text', c => c.notNull())
    .addColumn('recipientId', 'text', c => c.notNull())
    .addColumn('location', 'text', c => c.notNull().references('locations.id'))
    .addColumn('epoch', 'integer', c => c.notNull())
    .addColumn('bundle', 'text', c => c.notNull())
    .addColumn('madeBy', 'text', c => c.notNull())
    .addColumn('createdAt', 'integer', c => c.notNull())
    .addPrimaryKeyConstraint('bundles_pk', ['location', 'recipient', 'recipientId', 'epoch'])
    .modifyEnd(strict)
    .execute()
  await db.schema
    .createTable('invites')
    .addColumn('tokenHash', 'text', c => c.primaryKey())
    .addColumn('kind', 'text', c => c.notNull())
    .addColumn('location', 'text', c => c.references('locations.id'))
    .addColumn('member', 'text', c => c.references('members.id'))
    .addColumn('name', 'text', c => c.notNull())
    .addColumn('role', 'text', c => c.notNull())
    .addColumn('createdAt', 'integer', c => c.notNull())
    .addColumn('expiresAt', 'integer', c => c.notNull())
    .addColumn('usedAt', 'integer')
    .modifyEnd(strict)
    .execute()
}

async function envelopes(db: Kysely<unknown>) {
  await db.schema
    .createTable('envelopes')
    .addColumn('seq', 'integer', c => c.primaryKey())
    // the key that makes a second row for one envelope impossible, however requests race
    .addColumn('id', 'text', c => c.notNull().unique())
    .addColumn('location', 'text', c => c.notNull().references('locations.id'))
    .addColumn('epoch', 'integer', c => c.notNull())
    .addColumn('schemaVersion', 'integer', c => c.notNull())
    .addColumn('hereNow', 'integer', c => c.notNull())
    .addColumn('receivedAt', 'integer', c => c.notNull())
    .addColumn('actedAt', 'integer', c => c.notNull())
    .addColumn('closedAt', 'integer')
    .addColumn('expiresAt', 'integer', c => c.notNull())
    .addColumn('state', 'text', c => c.notNull())
    .addColumn('version', 'integer', c => c.notNull())
    .addColumn('owner', 'text', c => c.references('members.id'))
    .addColumn('outcome', 'text')
    .addColumn('withdrawHash', 'blob', c => c.notNull())
    .addColumn('sha256', 'blob', c => c.notNull())
    .addColumn('bytes', 'blob', c => c.notNull())
    .modifyEnd(strict)
    .execute()
  await db.schema.createIndex('envelopes_queue').on('envelopes').columns(['location', 'seq']).execute()
  await db.schema.createIndex('envelopes_expiry').on('envelopes').column('expiresAt').execute()
  await sql`create index "envelopes_claimed" on "envelopes" ("actedAt") where "state" = 'claimed'`.execute(db)
  await db.schema
    .createTable('openings')
    .addColumn('envelope', 'text', c => c.notNull().references('envelopes.id').onDelete('cascade'))
    .addColumn('member', 'text', c => c.notNull().references('members.id'))
    .addColumn('at', 'integer', c => c.notNull())
    .addPrimaryKeyConstraint('openings_pk', ['envelope', 'member'])
    .modifyEnd(strict)
    .execute()
  await db.schema
    .createTable('withdrawals')
    .addColumn('idHash', 'text', c => c.notNull())
    .addColumn('secretHash', 'text', c => c.notNull())
    .addColumn('at', 'integer', c => c.notNull())
    .addPrimaryKeyConstraint('withdrawals_pk', ['idHash', 'secretHash'])
    .modifyEnd(strict)
    .execute()
  await db.schema
    .createTable('tombstones')
    .addColumn('idHash', 'text', c => c.primaryKey())
    .addColumn('location', 'text', c => c.notNull())
    .addColumn('month', 'text', c => c.notNull())
    .addColumn('kind', 'text', c => c.notNull())
    .addColumn('outcome', 'text')
    .modifyEnd(strict)
    .execute()
  // the newest event is never deleted, so its number is never used twice
  await db.schema
    .createTable('events')
    .addColumn('n', 'integer', c => c.primaryKey())
    .addColumn('location', 'text', c => c.notNull())
    .addColumn('kind', 'text', c => c.notNull())
    .addColumn('id', 'text')
    .addColumn('at', 'integer', c => c.notNull())
    .modifyEnd(strict)
    .execute()
  await db.schema
    .createTable('journal')
    .addColumn('n', 'integer', c => c.primaryKey().autoIncrement())
    .addColumn('at', 'integer', c => c.notNull())
    .addColumn('location', 'text')
    .addColumn('who', 'text')
    .addColumn('what', 'text', c => c.notNull())
    .addColumn('object', 'text')
    .addColumn('from', 'text')
    .addColumn('to', 'text')
    .addColumn('code', 'text')
    .modifyEnd(strict)
    .execute()
  await db.schema
    .createTable('counters')
    .addColumn('name', 'text', c => c.primaryKey())
    .addColumn('value', 'integer', c => c.notNull())
    .modifyEnd(strict)
    .execute()
  await sql`insert into "counters" ("name", "value") values ('seq', 0)`.execute(db)
}
