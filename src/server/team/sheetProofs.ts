/** Which sessions had the recovery sheet in hand a moment ago. In memory: after a restart the sheet is typed again. */
export interface SheetProofs {
  remember(session: string): void
  has(session: string): boolean
}

const LASTS = 15 * 60_000

export function makeSheetProofs(now: () => number): SheetProofs {
  const until = new Map<string, number>()
  return {
    remember(session) {
      for (const [old, end] of until) if (end <= now()) until.delete(old)
      until.set(session, now() + LASTS)
    },
    has: session => (until.get(session) ?? 0) > now()
  }
}
