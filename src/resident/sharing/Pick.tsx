import type { LineId } from '#intake/answers.ts'
import { cardLines } from '#intake/lines.ts'
import { LineActs, Lines } from '#ui/Lines.tsx'
import { Say } from '#ui/Say.tsx'

import type { PageProps } from '../page.ts'
import { Frame } from './Frame.tsx'

/** "Zelf kiezen": every line with its lock. What is empty has nothing to share and so no lock. */
export function Pick({ visit, dispatch }: PageProps) {
  const lines = cardLines(visit.answers, visit.locks, visit.setting.offSteps).filter(line => !line.empty)
  return (
    <Frame visit={visit} dispatch={dispatch} title="share.pick" help="card.lockHint" onward="goes">
      <div class="narrow">
        {lines.length > 0 ? (
          <Lines
            lines={lines}
            acts={line => <LineActs line={line} onLock={() => dispatch({ type: 'lock', line: line.id as LineId })} />}
          />
        ) : (
          <p>
            <Say text="card.empty" />
          </p>
        )}
      </div>
    </Frame>
  )
}
