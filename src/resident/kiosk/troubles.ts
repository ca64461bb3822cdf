import type { Health } from './health.ts'

/** Cards that wait longer than this need somebody. */
export const LATE = 24 * 60 * 60_000

/** A network on which nothing answers for so long needs somebody too; a shorter silence passes by itself. */
const SILENT = 4 * 60_000

export type Trouble = 'storage' | 'full' | 'forged' | 'revoked' | 'clock' | 'portal' | 'silent' | 'late' | 'parked'

/** What is wrong with this tablet that its staff can do something about, the worst first. No network is not wrong. */
export function troublesOf(health: Health, now: number): readonly Trouble[] {
  const {
    storageMissing,
    storageFull,
    forged,
    revoked,
    clockWrong,
    captivePortal,
    silentSince,
    oldestWaiting,
    parked
  } = health
  const found: Readonly<Record<Trouble, boolean>> = {
    storage: storageMissing,
    full: storageFull,
    forged,
    revoked,
    clock: clockWrong,
    portal: captivePortal,
    silent: silentSince !== undefined && now - silentSince >= SILENT,
    late: oldestWaiting !== undefined && now - oldestWaiting > LATE,
    parked: parked.length > 0
  }
  return (Object.keys(found) as Trouble[]).filter(trouble => found[trouble])
}
