import type { Status } from '#outbox/status.ts'
import type { JourneyAt } from '#ui/Journey.tsx'

/** What the code page knows of the card. `unknown`: this device holds nothing of it any more and cannot ask. */
export type Known = Status | 'unknown'

export interface Circumstances {
  readonly known: Known
  readonly online: boolean
  readonly device: 'phone' | 'tablet'
  /** The resident waits at the tablet. */
  readonly waitsHere: boolean
  /** An attempt was made and did not succeed, so "wij sturen nu" is no longer true. */
  readonly tried: boolean
  /** So long without having arrived that whoever waits here must not go on waiting for it (`HEARD_WITHIN`). */
  readonly late: boolean
}

/** What the code page says of the sending: where the stones lie, a sentence, and what one does meanwhile. */
export interface Progress {
  readonly at: JourneyAt
  readonly said: string
  /** Text keys, in order. */
  readonly help: readonly string[]
}

/**
 * The truth about sending. "Aangekomen" only on a verified receipt, "gelezen" only when the server says so; without
 * network it says where the card is now, and nothing is called sent. Nothing known, nothing said.
 */
export function progressOf({ known, online, device, waitsHere, tried, late }: Circumstances): Progress | undefined {
  const tablet = device === 'tablet'
  const there = waitsHere ? 'code.ready' : tablet ? 'code.readyBack' : 'code.copy'
  switch (known) {
    case 'arrived':
      return { at: 'arrived', said: 'sync.sent', help: [there] }
    case 'seen':
    case 'claimed':
    case 'closed':
      return { at: 'read', said: 'sync.seen', help: [there] }
    case 'parked':
      return { at: 'device', said: tablet ? 'sync.failed' : 'sync.failed_phone', help: [] }
    case 'sending':
    case 'waiting': {
      // "Ik wacht hier" is only true where somebody hears it: a line can be dead while there is a network
      if (tablet && waitsHere && (!online || tried || late))
        return {
          at: 'device',
          said: online ? 'sync.waiting_show' : 'sync.waiting_here',
          help: ['sync.waiting_kiosk']
        }
      if (online && (known === 'sending' || !tried))
        return { at: 'underway', said: 'sync.sending', help: ['code.copy'] }
      if (!tablet) return { at: 'device', said: 'sync.waiting_phone', help: ['code.copy'] }
      return { at: 'device', said: 'sync.waiting_kiosk', help: ['code.copy'] }
    }
    default:
      return undefined
  }
}

/** The page itself must be shown to somebody: it reaches nobody by the network. */
export const isToShow = ({ said }: Progress): boolean => said === 'sync.waiting_here' || said === 'sync.waiting_show'

/** What the page says after "Ja, wis mijn kaart". `read`: somebody may still know what it said. */
export function withdrawalOf(known: Known, device: 'phone' | 'tablet', online: boolean): string | undefined {
  switch (known) {
    case 'withdrawn':
    case 'expired':
      return 'withdraw.done'
    case 'withdrawing':
      if (online) return 'withdraw.sending'
      return device === 'tablet' ? 'withdraw.waiting_kiosk' : 'withdraw.waiting'
    default:
      return undefined
  }
}
