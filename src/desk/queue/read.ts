import type { TeamKeys } from '#sealing/keys.ts'
import { QueueItem, QueuePage } from '#wire/queue.ts'

import { ask, type Refused } from '../ask.ts'
import { openItem } from './open.ts'
import type { Card, Content, Queue } from './queue.ts'

const LIMIT = 50

export interface Reader {
  readonly fetch: typeof globalThis.fetch
  /** Absent while the desk is locked: then cards stay sealed. */
  readonly keys: TeamKeys | undefined
  /** What is open already is not opened again. */
  readonly known: Queue['cards']
}

/** Reads the whole queue, page by page, and opens each card here. */
export async function readQueue(reader: Reader): Promise<{ ok: Card[] } | Refused> {
  const cards: Card[] = []
  let after = 0
  for (;;) {
    const path = `/v1/desk/queue?after=${after}&limit=${LIMIT}`
    const page = await ask(reader.fetch, { path, answer: QueuePage })
    if (!('ok' in page)) return page
    cards.push(...(await Promise.all(page.ok.items.map(item => toCard(item, reader)))))
    const { next } = page.ok
    // a server that sends us in a circle must not keep us there
    if (next === undefined || next <= after) return { ok: cards }
    after = next
  }
}

/** Reads one card again after the stream spoke of it. */
export async function readCard(id: string, reader: Reader): Promise<{ ok: Card } | Refused> {
  const answer = await ask(reader.fetch, { path: `/v1/desk/queue/${encodeURIComponent(id)}`, answer: QueueItem })
  return 'ok' in answer ? { ok: await toCard(answer.ok, reader) } : answer
}

async function toCard(item: QueueItem, { keys, known }: Reader): Promise<Card> {
  const had = known.get(item.id)?.content
  if (had?.is === 'open' || !keys) return { item, content: had ?? { is: 'sealed' } }
  return { item, content: await openItem(item, keys) }
}

/** Tries every card that is not open with these keys. */
export async function openAll(cards: Queue['cards'], keys: TeamKeys): Promise<Map<string, Content>> {
  const closed = [...cards.values()].filter(({ content }) => content.is !== 'open')
  return new Map(
    await Promise.all(closed.map(async ({ item }) => [item.id, await openItem(item, keys)] as [string, Content]))
  )
}
