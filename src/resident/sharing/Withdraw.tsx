import type { JourneyEvent } from '#intake/journey.ts'
import type { Shared } from '#intake/visit.ts'
import { Button } from '#ui/Button.tsx'
import { Say } from '#ui/Say.tsx'
import { Sentences } from '#ui/Sentences.tsx'
import { Title } from '#ui/Title.tsx'
import { useState } from 'preact/hooks'

import type { Device } from '../page.ts'
import { CodeFrame } from './CodeFrame.tsx'
import type { Known } from './progress.ts'
import { takeBack } from './takeBack.ts'

export interface WithdrawProps {
  readonly shared: Shared
  readonly device: Device
  /** Set once it was asked for: the text key of how far that is. */
  readonly taken: string | undefined
  readonly known: Known
  readonly dispatch: (event: JourneyEvent) => void
  readonly onKeep: () => void
}

/** "Wis je kaart": one question, no reason asked, and what it cannot undo said plainly. */
export function Withdraw({ shared, device, taken, known, dispatch, onKeep }: WithdrawProps) {
  const [wasRead] = useState(known === 'seen' || known === 'claimed')
  const [outcome, setOutcome] = useState<'gone' | 'queued' | 'failed'>()
  const failed = device.kind === 'tablet' ? 'sync.failed' : 'sync.failed_phone'
  const said = outcome === 'gone' ? 'withdraw.done' : outcome === 'failed' ? failed : taken

  const withdraw = async () => setOutcome(await takeBack(shared, device).catch(() => 'failed' as const))

  const done = said === 'withdraw.done'
  const title = done ? said : 'withdraw.title'
  const over = said !== undefined && said !== failed
  return (
    <CodeFrame dispatch={dispatch}>
      <div class="withdraw">
        {/* the title takes the focus when it comes: who listens hears that it is done */}
        <Title key={title} says={title} />
        {!over && <Sentences says="withdraw.body" />}
        <div role="status">
          {said && !done && (
            <p class="codepage__status">
              <Say text={said} />
            </p>
          )}
        </div>
        {wasRead && <Sentences says="withdraw.read" />}
        <div class="answers">
          {over ? (
            <Button kind="primary" says="done.finish" onTap={() => dispatch({ type: 'wipe' })} />
          ) : (
            <>
              <Button says="withdraw.yes" onTap={() => void withdraw()} />
              <Button says="withdraw.no" onTap={onKeep} />
            </>
          )}
        </div>
      </div>
    </CodeFrame>
  )
}
