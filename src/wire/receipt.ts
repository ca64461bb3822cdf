/** The server's word that it has an envelope on disk. Only this makes a device say "aangekomen". */
export interface Receipt {
  /** Envelope id, base64url. */
  readonly id: string
  /** Place in the order of arrival. */
  readonly seq: number
  /** Milliseconds since 1970, by the server's clock. */
  readonly receivedAt: number
  /** SHA-256 of the bytes the server stored, base64url: equal to ours, or this is no receipt. */
  readonly bodySha256: string
}

/** Hand-written, because the service worker must not load a validation library. */
export function isReceipt(value: unknown): value is Receipt {
  if (typeof value !== 'object' || value === null) return false
  const it = value as Record<string, unknown>
  return (
    typeof it['id'] === 'string' &&
    Number.isSafeInteger(it['seq']) &&
    Number.isSafeInteger(it['receivedAt']) &&
    typeof it['bodySha256'] === 'string'
  )
}
