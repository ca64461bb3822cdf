import { LONGEST, pause } from './patience.ts'
import { type Manner, type Report, runOutbox, type Surroundings } from './run.ts'

/** The parts of a page from which the outbox hears that sending may succeed now. */
export interface Page {
  readonly window: Pick<Window, 'addEventListener' | 'removeEventListener'>
  readonly document: Pick<Document, 'addEventListener' | 'removeEventListener' | 'visibilityState'>
  /** Where there is Background Sync (Chromium), the browser wakes our worker even after the tab was closed. */
  readonly serviceWorker?: ServiceWorkerContainer
}

export interface Outbox {
  /** After sharing or withdrawing: send now, and be woken later if that fails. Resolves when it was tried. */
  wake(): Promise<void>
  stop(): void
}

/** Never in a tighter loop than this, whatever the dice say. */
const SHORTEST = 250

/**
 * Keeps the outbox moving while a page is open. Triggers: start, `online`, the page becomes visible, after sharing,
 * and a timer as long as anything waits; the worker has its own (`sync`).
 */
export function startOutbox(around: Surroundings, page: Page): Outbox {
  let timer: ReturnType<typeof setTimeout> | undefined
  let running: Promise<void> | undefined
  let wanted: Manner | undefined
  let silences = 0
  let stopped = false

  const run = (manner: Manner): Promise<void> => {
    if (stopped) return Promise.resolve()
    if (running) wanted = { eager: manner.eager || wanted?.eager || false }
    return (running ??= rounds(manner).finally(() => (running = undefined)))
  }
  const rounds = async (manner: Manner): Promise<void> => {
    clearTimeout(timer)
    // should this round break on a mistake of ours, the next one still comes
    let wait: number | undefined = LONGEST
    try {
      const report = await runOutbox(around, manner)
      silences = report !== 'busy' && report.silent ? silences + 1 : 0
      wait = waitAfter(report, silences, around)
    } finally {
      clearTimeout(timer)
      if (wait !== undefined && !stopped) timer = setTimeout(() => void run({}), wait)
    }
    const next = wanted
    wanted = undefined
    if (next && !stopped) await rounds(next)
  }

  const online = () => void run({ eager: true })
  const visible = () => {
    if (page.document.visibilityState === 'visible') void run({ eager: true })
  }
  page.window.addEventListener('online', online)
  page.document.addEventListener('visibilitychange', visible)
  void run({ eager: true })

  return {
    wake() {
      void askToBeWoken(page.serviceWorker)
      return run({ eager: true })
    },
    stop() {
      stopped = true
      clearTimeout(timer)
      page.window.removeEventListener('online', online)
      page.document.removeEventListener('visibilitychange', visible)
    }
  }
}

/** Milliseconds until the next round, or nothing when there is nothing left to do or ask. */
export function waitAfter(
  report: Report,
  silences: number,
  { now, random }: Pick<Surroundings, 'now' | 'random'>
): number | undefined {
  // the other sender may have read its list just before our row was there
  if (report === 'busy') return SHORTEST + pause(1, random)
  if (report.more) return SHORTEST
  if (report.nextAt === undefined) return report.retained > 0 ? LONGEST : undefined
  const row = report.nextAt - now()
  const world = report.silent ? pause(silences, random) : 0
  return Math.min(Math.max(row, world, SHORTEST), LONGEST)
}

async function askToBeWoken(container: ServiceWorkerContainer | undefined): Promise<void> {
  try {
    const registration = (await container?.ready) as { sync?: { register(tag: string): Promise<void> } } | undefined
    await registration?.sync?.register('outbox')
  } catch {
    // refused or absent: the other triggers remain
  }
}
