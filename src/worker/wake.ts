import type { Report } from '#outbox/run.ts'

/** A worker may not live long: twenty rows a round, so at most two hundred for one wake-up. */
const ROUNDS = 10

/**
 * What a `sync` event sets going.
 *
 * @throws when rows still wait: the browser takes that as "wake me again later".
 */
export async function wake(send: () => Promise<Report>): Promise<void> {
  for (let round = 0; round < ROUNDS; round++) {
    const report = await send()
    if (report === 'busy' || report.waiting === 0) return
    if (!report.more) break
  }
  throw new Error('the outbox is not empty yet')
}
