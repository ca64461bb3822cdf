import type { Store } from '#store/database.ts'
import type { Trouble } from '#store/drawer.ts'
import { keyOf, readRow } from '#store/outbox.ts'

import { announce } from './news.ts'
import { withdrawalRow } from './row.ts'

/**
 * Takes a card back. Our own copy goes at once; the server is told unless nothing can ever have reached it.
 *
 * @param secret 32 bytes, whose hash stands in the envelope's header
 * @returns `removed` when nothing had left this device, `queued` when the withdrawal is on its way.
 */
export async function withdraw(
  store: Store,
  id: string,
  secret: Uint8Array,
  now: number
): Promise<'removed' | 'queued' | Trouble> {
  const outcome = await store.work(['outbox'], 'readwrite', async hands => {
    if (await readRow(hands, id, 'withdrawal')) return 'queued'
    const envelope = await readRow(hands, id, 'envelope')
    await hands.delete('outbox', keyOf({ id, kind: 'envelope' }))
    // an attempt whose reply was lost may have arrived all the same
    if (envelope?.attempts === 0 && envelope.state === 'waiting') return 'removed'
    const row = withdrawalRow({ id, location: envelope?.location ?? '', body: secret }, now)
    await hands.put('outbox', keyOf(row), row)
    return 'queued'
  })
  if (outcome === 'removed') announce({ id, kind: 'envelope', status: 'withdrawn' })
  if (outcome === 'queued') announce({ id, kind: 'withdrawal', status: 'withdrawing' })
  return outcome
}
