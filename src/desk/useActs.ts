import { type Outcome, QueueItem } from '#wire/queue.ts'
import { useCallback, useState } from 'preact/hooks'

import { ask, type Refused } from './ask.ts'
import { type Act, act, erase } from './queue/act.ts'
import type { QueueEvent } from './queue/queue.ts'
import type { World } from './world.ts'

/** A sentence for the professional about what they just did. */
export interface Said {
  readonly key: string
  readonly values?: Readonly<Record<string, string>>
  /** True when it did not happen. */
  readonly no?: true
}

/** A colleague was first: what I saw, what it is now, and what I wanted, so that nothing chosen is lost. */
export interface Changed {
  readonly saw: QueueItem
  readonly is: QueueItem
  readonly wanted: Exclude<Act, 'opened' | 'claim'>
  readonly outcome?: Outcome
}

export interface Acts {
  readonly busy: boolean
  readonly changed: Changed | undefined
  readonly forget: () => void
  /** True when it happened. `code` is how the card is called in the sentence about it. */
  readonly act: (item: QueueItem, what: Act, code: string, outcome?: Outcome) => Promise<boolean>
  readonly erase: (item: QueueItem) => Promise<boolean>
}

const done: Readonly<Partial<Record<Act, string>>> = {
  claim: 'pro.said.claimed',
  release: 'pro.said.released',
  close: 'pro.said.closed',
  reopen: 'pro.said.reopened',
  gone: 'pro.said.gone'
}

/** What a professional does to a card: asks the server, tells the queue what came of it, and says it in a sentence. */
export function useActs(
  { fetch }: Pick<World, 'fetch'>,
  tell: (event: QueueEvent) => void,
  say: (said: Said | undefined) => void
): Acts {
  const [busy, setBusy] = useState(false)
  const [changed, setChanged] = useState<Changed>()

  const put = useCallback(
    // sealed: the queue keeps what it had opened already
    (item: QueueItem) => tell({ is: 'card', card: { item, content: { is: 'sealed' } } }),
    [tell]
  )

  const doIt = async (item: QueueItem, what: Act, code: string, outcome?: Outcome): Promise<boolean> => {
    const answer = await act(fetch, item, what, outcome)
    if ('ok' in answer) {
      put(answer.ok)
      setChanged(undefined)
      const key = done[what]
      if (key !== undefined) say({ key, values: { code } })
      return true
    }
    if (answer.refused === 'not-found' || answer.refused === 'gone') tell({ is: 'erased', id: item.id })
    // reading is noted quietly: a failure of it is no reason to disturb the one who reads
    if (what === 'opened') return false
    if (
      answer.refused === 'held-by-other' ||
      answer.refused === 'version-changed' ||
      answer.refused === 'wrong-state'
    ) {
      const now = await ask(fetch, { path: `/v1/desk/queue/${encodeURIComponent(item.id)}`, answer: QueueItem })
      if ('ok' in now) {
        put(now.ok)
        if (answer.refused === 'version-changed' && what !== 'claim') {
          setChanged({ saw: item, is: now.ok, wanted: what, ...(outcome === undefined ? {} : { outcome }) })
          return false
        }
      }
    }
    say(refusal(answer))
    return false
  }

  const alone = async (task: () => Promise<boolean>): Promise<boolean> => {
    if (busy) return false
    setBusy(true)
    say(undefined)
    try {
      return await task()
    } finally {
      setBusy(false)
    }
  }

  return {
    busy,
    changed,
    forget: useCallback(() => setChanged(undefined), []),
    act: (item, what, code, outcome) =>
      what === 'opened' ? doIt(item, what, code) : alone(() => doIt(item, what, code, outcome)),
    erase: item =>
      alone(async () => {
        const answer = await erase(fetch, item.id)
        if ('ok' in answer || answer.refused === 'not-found' || answer.refused === 'gone') {
          tell({ is: 'erased', id: item.id })
          say({ key: 'pro.said.erased' })
          return true
        }
        say(refusal(answer))
        return false
      })
  }
}

const refusals: Readonly<Partial<Record<Refused['refused'], string>>> = {
  offline: 'pro.said.offline',
  unavailable: 'pro.said.offline',
  'not-found': 'pro.said.notFound',
  gone: 'pro.said.notFound',
  'too-many': 'pro.said.tooMany',
  'not-allowed': 'pro.said.notAllowed',
  'wrong-state': 'pro.said.wrongState'
}

/** Why it did not happen, in a sentence. */
export function refusal({ refused, problem }: Refused): Said {
  if (refused === 'held-by-other' && problem?.holder !== undefined)
    return { key: 'pro.said.heldBy', values: { name: problem.holder }, no: true }
  return { key: refusals[refused] ?? 'pro.said.unexpected', no: true }
}
