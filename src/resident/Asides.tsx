import '#ui/scene.css'

import type { JourneyEvent } from '#intake/journey.ts'
import type { Visit } from '#intake/visit.ts'

import { Help } from './conversation/Help.tsx'
import { Stop } from './conversation/Stop.tsx'
import { Attract } from './visit/Attract.tsx'
import { IdlePage } from './visit/Idle.tsx'

export interface AsidesProps {
  readonly visit: Visit
  readonly dispatch: (event: JourneyEvent) => void
  /** Seconds left while a tablet asks whether somebody is there. */
  readonly seconds: number | undefined
  readonly onStay: () => void
  readonly attracts: boolean
  readonly largeLetters: boolean
  readonly onLetters: () => void
}

/** What may lie over a page: the idle question first, then help or stop; or the landscape of a tablet that waits. */
export function Asides({ visit, dispatch, seconds, onStay, attracts, largeLetters, onLetters }: AsidesProps) {
  const { overlay, setting } = visit
  if (seconds !== undefined) {
    return <IdlePage seconds={seconds} onStay={onStay} onWipe={() => dispatch({ type: 'wipe' })} />
  }
  if (attracts) return <Attract place={setting.place} />
  if (overlay === 'stop') return <Stop visit={visit} dispatch={dispatch} />
  if (overlay === 'help') {
    return <Help visit={visit} dispatch={dispatch} largeLetters={largeLetters} onLetters={onLetters} />
  }
  return null
}
