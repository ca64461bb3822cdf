import { type Outcome, QueueItem } from '#wire/queue.ts'

import { ask, type Refused } from '../ask.ts'

/** What a professional can do with a card. */
export type Act = 'opened' | 'claim' | 'release' | 'close' | 'reopen' | 'gone'

/** Opening and claiming need no version: opening changes nothing, and a claim is a race that the server decides. */
const unversioned: ReadonlySet<Act> = new Set(['opened', 'claim'])

/** Does it, or says why not: `held-by-other` with the holder, `version-changed` when a colleague was first. */
export function act(
  fetch: typeof globalThis.fetch,
  item: Pick<QueueItem, 'id' | 'version'>,
  what: Act,
  outcome?: Outcome
): Promise<{ ok: QueueItem } | Refused> {
  return ask(fetch, {
    method: 'POST',
    path: `/v1/desk/queue/${encodeURIComponent(item.id)}/${what}`,
    ...(outcome === undefined ? {} : { body: { outcome } }),
    ...(unversioned.has(what) ? {} : { ifMatch: item.version }),
    answer: QueueItem
  })
}

/** "Wis op verzoek van de inwoner": the sealed bytes go at once, here and on the server. */
export function erase(fetch: typeof globalThis.fetch, id: string): Promise<{ ok: undefined } | Refused> {
  return ask(fetch, { method: 'DELETE', path: `/v1/desk/queue/${encodeURIComponent(id)}` })
}
