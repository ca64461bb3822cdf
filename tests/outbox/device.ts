import { webcrypto } from 'node:crypto'

import { envelopeRow } from '#outbox/row.ts'
import { runOutbox, type Manner, type Report, type Surroundings } from '#outbox/run.ts'
import { openStore, type Store } from '#store/database.ts'
import { share } from '#store/share.ts'
import { toBase64url } from '#wire/bytes.ts'

/** A lock like the browser's: one holder per name; others are told so, or wait. */
export function aLock(): Surroundings['locks'] {
  let last: Promise<unknown> = Promise.resolve()
  let wanting = 0
  const request = (_name: string, { ifAvailable }: LockOptions, use: (lock: Lock | null) => Promise<unknown>) => {
    if (wanting > 0 && ifAvailable) return use(null)
    wanting++
    const turn = last.then(async () => {
      try {
        return await use({} as Lock)
      } finally {
        wanting--
      }
    })
    last = turn.catch(() => undefined)
    return turn
  }
  return { request } as unknown as Surroundings['locks']
}

export interface Device {
  readonly store: Store
  now: number
  run(manner?: Manner): Promise<Report>
  /** Shares a sealed envelope and gives its id. */
  share(id?: string): Promise<string>
  readonly around: Surroundings
}

let devices = 0

/** A resident's device with its own database, its own clock and a network of the test's choosing. */
export async function aDevice(
  fetch: typeof globalThis.fetch,
  { store, timeout = 1000 }: { store?: Store; timeout?: number } = {}
): Promise<Device> {
  const own = store ?? (await openStore({ name: `device ${++devices}` }))
  const device: Device = {
    store: own,
    now: 1_800_000_000_000,
    around: { store: own, fetch, now: () => device.now, random: () => 0.5, locks: aLock(), timeout },
    run: manner => runOutbox(device.around, manner),
    async share(id = anId()) {
      const row = envelopeRow({ id, location: 'here', body: webcrypto.getRandomValues(new Uint8Array(64)) }, device.now)
      const outcome = await share(own, row, 0)
      if (outcome !== 'queued') throw new Error(outcome)
      return id
    }
  }
  return device
}

export const anId = (): string => toBase64url(webcrypto.getRandomValues(new Uint8Array(16)))
