import type { Storage } from './storage/storage.ts'
import type { Voices } from './voices/voices.ts'

const MINUTE = 60_000

export interface HousekeepingDeps {
  readonly storage: Storage
  readonly voices: Voices
  readonly now: () => number
  /** Hears of a round that failed; the next round tries again. */
  readonly failed: (error: unknown) => void
}

/** One round: what has to go goes, what was left lying goes back. */
export async function keepHouse({ storage, voices, now }: Omit<HousekeepingDeps, 'failed'>): Promise<void> {
  await storage.erasing.expired(now())
  await storage.queue.returnForgotten(now())
  await storage.erasing.tidy(now())
  await voices.sweep()
}

/** A round each minute; the answer stops it and waits for the round that runs. */
export function startHousekeeping({ failed, ...deps }: HousekeepingDeps): () => Promise<void> {
  let round = Promise.resolve()
  const timer = setInterval(() => {
    round = round.then(() => keepHouse(deps)).catch(failed)
  }, MINUTE)
  return async () => {
    clearInterval(timer)
    await round
  }
}
