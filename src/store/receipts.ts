import type { Drawer, Trouble } from './drawer.ts'

/** A card that a resident chose to keep on their own phone. */
export interface KeptCard {
  /** Envelope id, base64url. */
  readonly id: string
  readonly location: string
  /** 16 bytes from which the withdrawal secret follows. */
  readonly seed: Uint8Array
  /** The card itself, as ciphertext. */
  readonly card?: Uint8Array
}

export interface ReceiptShelf {
  all(): Promise<KeptCard[]>
  get(id: string): Promise<KeptCard | undefined>
  put(kept: KeptCard): Promise<'kept' | Trouble>
  forget(id: string): Promise<'kept' | Trouble>
}

export function receiptShelf(drawer: Drawer): ReceiptShelf {
  return {
    async all() {
      const found = await drawer.work(['receipts'], 'readonly', hands => hands.all('receipts'))
      return typeof found === 'string' ? [] : found.filter(isKeptCard)
    },
    async get(id) {
      const found = await drawer.work(['receipts'], 'readonly', hands => hands.get('receipts', id))
      return isKeptCard(found) ? found : undefined
    },
    put: kept =>
      drawer.work(['receipts'], 'readwrite', async hands => {
        await hands.put('receipts', kept.id, kept)
        return 'kept' as const
      }),
    forget: id =>
      drawer.work(['receipts'], 'readwrite', async hands => {
        await hands.delete('receipts', id)
        return 'kept' as const
      })
  }
}

function isKeptCard(value: unknown): value is KeptCard {
  if (typeof value !== 'object' || value === null) return false
  const kept = value as Record<string, unknown>
  return typeof kept['id'] === 'string' && typeof kept['location'] === 'string' && kept['seed'] instanceof Uint8Array
}
