import '#ui/scene.css'

import type { JourneyEvent } from '#intake/journey.ts'
import type { Visit } from '#intake/visit.ts'

import { Help } from './conversation/Help.tsx'
import { Stop } from './conversation/Stop.tsx'
import type { Ease } from './ease/useEase.ts'
import { IdlePage } from './visit/Idle.tsx'

export interface AsidesProps {
  readonly visit: Visit
  readonly dispatch: (event: JourneyEvent) => void
  /** Seconds left while a tablet asks whether somebody is there. */
  readonly seconds: number | undefined
  readonly onStay: () => void
  readonly ease: Ease
}

/** What may lie over a page: the idle question first, then help or stop. */
export function Asides({ visit, dispatch, seconds, onStay, ease }: AsidesProps) {
  const { overlay } = visit
  if (seconds !== undefined) {
    return <IdlePage seconds={seconds} onStay={onStay} onWipe={() => dispatch({ type: 'wipe' })} />
  }
  if (overlay === 'stop') return <Stop visit={visit} dispatch={dispatch} />
  if (overlay === 'help') return <Help visit={visit} dispatch={dispatch} ease={ease} />
  return null
}
