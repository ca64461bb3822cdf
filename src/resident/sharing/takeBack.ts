import type { Shared } from '#intake/visit.ts'
import { deliver } from '#outbox/deliver.ts'
import { withdrawalRow } from '#outbox/row.ts'
import { withdraw } from '#outbox/withdraw.ts'
import { withdrawSecret } from '#sealing/seed.ts'
import { fromBase64url } from '#wire/bytes.ts'

import type { Device } from '../page.ts'

/**
 * How "Wis je kaart" ended: `gone`, no answer of this card is anywhere any more, or `queued`, the server will be told;
 * `failed`, this device cannot keep the request and the server could not be reached.
 */
export type TakenBack = 'gone' | 'queued' | 'failed'

/** Takes a card back with the proof that only its resident holds. Works before and after sending, and without network. */
export async function takeBack(
  shared: Shared,
  { store, fetch, now, wake }: Pick<Device, 'store' | 'fetch' | 'now' | 'wake'>
): Promise<TakenBack> {
  const secret = await withdrawSecret(fromBase64url(shared.seed))
  const outcome = await withdraw(store, shared.id, secret, now())
  if (outcome === 'removed') return 'gone'
  if (outcome === 'queued' && store.lasting) {
    wake()
    return 'queued'
  }
  const row = withdrawalRow({ id: shared.id, location: '', body: secret }, now())
  return (await deliver(row, { fetch, now })).kind === 'delivered' ? 'gone' : 'failed'
}
