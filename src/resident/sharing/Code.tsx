import type { Shared } from '#intake/visit.ts'
import { Button } from '#ui/Button.tsx'
import { CodePlate } from '#ui/CodePlate.tsx'
import { Journey } from '#ui/Journey.tsx'
import { useOnline } from '#ui/online.ts'
import { Say } from '#ui/Say.tsx'
import { Sentences } from '#ui/Sentences.tsx'
import { Title } from '#ui/Title.tsx'
import { useWords } from '#ui/words.ts'
import { useState } from 'preact/hooks'

import { HoldUp } from '../kiosk/HoldUp.tsx'
import { useAtLatest } from '../kiosk/useAtLatest.ts'
import type { PageProps } from '../page.ts'
import { Paper } from '../print/Paper.tsx'
import { ToPaper } from '../print/ToPaper.tsx'
import { CodeFrame } from './CodeFrame.tsx'
import { isToShow, progressOf, withdrawalOf } from './progress.ts'
import { HEARD_WITHIN, useLate } from './useLate.ts'
import { useProgress } from './useProgress.ts'
import { Withdraw } from './Withdraw.tsx'

/** On a tablet nobody's code stays on the screen longer than this, milliseconds. */
export const CODE_STAYS = 3 * 60_000

/** The code, large, with the truth about sending beside it. */
export function Code(props: PageProps) {
  const { shared } = props.visit
  return shared ? <WithCode {...props} shared={shared} /> : null
}

function WithCode({ visit, dispatch, place, device, shared }: PageProps & { shared: Shared }) {
  const { t } = useWords()
  const online = useOnline()
  const { known, tried } = useProgress(shared, device)
  const [asking, setAsking] = useState(false)
  const late = useLate(HEARD_WITHIN)
  const [heldUp, setHeldUp] = useState(false)
  const tablet = device.kind === 'tablet'

  useAtLatest(tablet, CODE_STAYS, device.now, () => dispatch({ type: 'next' }))

  const taken = withdrawalOf(known, device.kind, online)
  if (asking || taken) {
    return (
      <Withdraw
        shared={shared}
        device={device}
        taken={taken}
        known={known}
        dispatch={dispatch}
        onKeep={() => setAsking(false)}
      />
    )
  }

  const waitsHere = visit.contact === 'contact.here'
  // nothing is on its way while staff practise
  const circumstances = { known, online, device: device.kind, waitsHere, tried, late }
  const progress = device.practice ? undefined : progressOf(circumstances)
  if (progress && isToShow(progress) && !heldUp) {
    return (
      <HoldUp
        says="contact.here"
        help={progress.said}
        place={visit.setting.place}
        code={shared.code}
        onClose={() => setHeldUp(true)}
      />
    )
  }
  return (
    <>
      <CodeFrame dispatch={dispatch}>
        <div class="codepage__code">
          <Title says="code.title" />
          <CodePlate code={shared.code} />
          <Sentences says="code.body" />
        </div>
        <div class="codepage__side">
          {progress && <Journey at={progress.at} device={device.kind} />}
          <div role="status" class="codepage__said">
            {device.practice && <Status says="practice.sent" />}
            {progress && <Status says={progress.said} />}
            {progress?.help.map(key => (
              <Sentences key={key} says={key} />
            ))}
          </div>
          <div class="actions">
            <Button kind="primary" says="code.got" onTap={() => dispatch({ type: 'next' })} />
            <Button glyph="card" says="code.together" onTap={() => dispatch({ type: 'open', page: 'together' })} />
          </div>
          <p class="codepage__more">
            <ToPaper device={device} />
            <Button kind="link" glyph="bin" onTap={() => setAsking(true)}>
              {t('withdraw.title')}
            </Button>
          </p>
        </div>
      </CodeFrame>
      <Paper visit={visit} profile={place.profile} code={shared.code} at={device.now()} />
    </>
  )
}

const Status = ({ says }: { says: string }) => (
  <p class="codepage__status">
    <Say text={says} />
  </p>
)
