import type { Shared } from '#intake/visit.ts'
import { ask } from '#outbox/ask.ts'
import { statusOfCard, watch } from '#outbox/news.ts'
import { isStatesAnswer } from '#wire/states.ts'
import { useEffect, useState } from 'preact/hooks'

import type { Device } from '../page.ts'
import type { Known } from './progress.ts'

/** While the code is on the screen the server is asked so often whether somebody has read the card. */
const ASK_EVERY = 15_000

export interface Seen {
  readonly known: Known
  /** An attempt ended without the card having arrived. */
  readonly tried: boolean
}

/** What became of a card, from this device's own outbox, kept up to date while the page is open. */
export function useProgress(shared: Shared, device: Device): Seen {
  const [seen, setSeen] = useState<Seen>({ known: shared.direct ? 'arrived' : 'waiting', tried: false })

  useEffect(() => {
    let gone = false
    const note = (known: Known) => {
      if (gone) return
      setSeen(before => ({ known, tried: before.tried || (before.known === 'sending' && known === 'waiting') }))
    }
    const look = async () => {
      const status = await statusOfCard(device.store, shared.id, device.now())
      if (status !== 'absent' && status !== 'unreadable') return note(status)
      const there = await elsewhere(shared, device)
      // what cannot be read here may still lie here: then that the server has nothing does not mean "gewist"
      note(status === 'unreadable' && there === 'withdrawn' ? 'unknown' : there)
    }
    const stop = watch(change => {
      if (change.id !== shared.id) return
      // a row that went is told for the last time; all others are read, so that a withdrawal speaks first
      if (change.kind === 'envelope' && change.status === 'withdrawn') note('withdrawn')
      else void look()
    })
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible' && navigator.onLine) device.wake()
    }, ASK_EVERY)
    void look()
    return () => {
      gone = true
      stop()
      clearInterval(timer)
    }
  }, [shared, device])

  return seen
}

/** Of a card that this device no longer holds: what the server says. Unknown to both is nowhere. */
async function elsewhere(shared: Shared, { fetch }: Pick<Device, 'fetch'>): Promise<Known> {
  const body = JSON.stringify({ ids: [shared.id] })
  const headers = { 'content-type': 'application/json' }
  const answer = await ask(fetch, '/v1/envelopes/states', { method: 'POST', headers, body })
  const state = answer !== 'silence' && isStatesAnswer(answer.json) ? answer.json.states[shared.id] : undefined
  if (state === 'received') return 'arrived'
  if (state === 'unknown') return 'withdrawn'
  return state ?? (shared.direct ? 'arrived' : 'unknown')
}
