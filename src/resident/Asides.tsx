import '#ui/scene.css'

import type { JourneyEvent } from '#intake/journey.ts'
import type { Visit } from '#intake/visit.ts'

import { Help } from './conversation/Help.tsx'
import { Stop } from './conversation/Stop.tsx'
import { IdlePage } from './visit/Idle.tsx'

export interface AsidesProps {
  readonly visit: Visit
  readonly dispatch: (event: JourneyEvent) => void
  /** Seconds left while a tablet asks whether somebody is there. */
  readonly seconds: number | undefined
  readonly onStay: () => void
  readonly largeLetters: boolean
  readonly onLetters: () => void
}

/** What may lie over a page: the idle question first, then help or stop. */
export function Asides({ visit, dispatch, seconds, onStay, largeLetters, onLetters }: AsidesProps) {
  const { overlay } = visit
  if (seconds !== undefined) {
    return <IdlePage seconds={seconds} onStay={onStay} onWipe={() => dispatch({ type: 'wipe' })} />
  }
  if (overlay === 'stop') return <Stop visit={visit} dispatch={dispatch} />
  if (overlay === 'help') {
    return <Help visit={visit} dispatch={dispatch} largeLetters={largeLetters} onLetters={onLetters} />
  }
  return null
}
