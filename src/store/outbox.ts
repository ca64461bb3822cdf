import type { Drawer, Hands, Trouble } from './drawer.ts'

/** The server's word that it stored these bytes, as `wire/receipt.ts` has it. */
interface KeptReceipt {
  readonly id: string
  readonly seq: number
  readonly receivedAt: number
  readonly bodySha256: string
}

/** Something sealed that must reach the server. Times are milliseconds since 1970, by this device's clock. */
export interface OutboxRow {
  /** Envelope id, base64url. */
  readonly id: string
  readonly kind: 'envelope' | 'withdrawal'
  /** Location id, base64url; empty when a withdrawal came long after its envelope had left. */
  readonly location: string
  /** The sealed envelope, or the secret of the withdrawal. */
  readonly body: Uint8Array
  readonly createdAt: number
  /** Counted before each attempt: zero means that nothing ever left this device. */
  readonly attempts: number
  readonly nextAt: number
  /** `retained`: the server has it, we keep a copy in case its backup is put back. `parked`: refused, for staff to see. */
  readonly state: 'waiting' | 'retained' | 'parked'
  readonly receipt?: KeptReceipt
  /** When the receipt came. */
  readonly sentAt?: number
  /** Why it is parked: a code of `wire/problem.ts`. */
  readonly problem?: string
  /** What became of it, as the server last said: a state of `wire/states.ts`. */
  readonly became?: string
  /** An attempt is running and ends by then. */
  readonly tryingUntil?: number
  /** The server asked us to wait (Retry-After), which no trigger overrules. */
  readonly heldUntil?: number
}

export type RowKind = OutboxRow['kind']

export interface OutboxShelf {
  /** All rows that can be read, oldest first. Empty when the storage is gone. */
  all(): Promise<OutboxRow[]>
  /** One row; what is wrong with the storage is not the same as no row. */
  get(id: string, kind: RowKind): Promise<OutboxRow | Trouble | undefined>
  /** Reads and writes one row in one transaction: `change` gives the new row, `remove`, or nothing to leave it. */
  change(
    id: string,
    kind: RowKind,
    change: (row: OutboxRow | undefined) => OutboxRow | 'remove' | undefined
  ): Promise<'kept' | Trouble>
}

export function outboxShelf(drawer: Drawer): OutboxShelf {
  return {
    async all() {
      const found = await drawer.work(['outbox'], 'readonly', hands => hands.all('outbox'))
      const rows = typeof found === 'string' ? [] : found.filter(isRow)
      return rows.sort((a, b) => a.createdAt - b.createdAt)
    },
    get: (id, kind) => drawer.work(['outbox'], 'readonly', hands => readRow(hands, id, kind)),
    change: (id, kind, change) =>
      drawer.work(['outbox'], 'readwrite', async hands => {
        const next = change(await readRow(hands, id, kind))
        if (next === 'remove') await hands.delete('outbox', keyOf({ id, kind }))
        else if (next) await hands.put('outbox', keyOf({ id, kind }), next)
        return 'kept' as const
      })
  }
}

export const keyOf = (row: Pick<OutboxRow, 'id' | 'kind'>): string => `${row.kind} ${row.id}`

/** A row inside a running transaction. */
export async function readRow(hands: Hands, id: string, kind: RowKind): Promise<OutboxRow | undefined> {
  const found = await hands.get('outbox', keyOf({ id, kind }))
  return isRow(found) ? found : undefined
}

/** What another version of the app may have written is read only when it has all that delivery needs. */
function isRow(value: unknown): value is OutboxRow {
  if (typeof value !== 'object' || value === null) return false
  const row = value as Record<string, unknown>
  return (
    typeof row['id'] === 'string' &&
    (row['kind'] === 'envelope' || row['kind'] === 'withdrawal') &&
    row['body'] instanceof Uint8Array &&
    Number.isFinite(row['createdAt']) &&
    Number.isFinite(row['attempts']) &&
    Number.isFinite(row['nextAt']) &&
    ['waiting', 'retained', 'parked'].includes(row['state'] as string)
  )
}
