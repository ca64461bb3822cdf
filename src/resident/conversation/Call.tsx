import type { Shared } from '#intake/visit.ts'
import { Button } from '#ui/Button.tsx'
import { Glyph } from '#ui/Glyph.tsx'
import { Said } from '#ui/Notice.tsx'
import { useOnline } from '#ui/online.ts'
import { Say } from '#ui/Say.tsx'
import { useWords } from '#ui/words.ts'
import type { ComponentChild } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'

import { HoldUp } from '../kiosk/HoldUp.tsx'
import type { PageProps } from '../page.ts'
import { submitTalk } from '../sharing/submit.ts'
import { HEARD_WITHIN, useLate } from '../sharing/useLate.ts'
import { useProgress } from '../sharing/useProgress.ts'
import { TalkPage } from './TalkPage.tsx'

/** Calls someone from a tablet. When that reaches nobody in time, this screen itself is held up. */
export function Call(props: PageProps) {
  const { visit, dispatch, place, device } = props
  const { written } = useWords()
  const [state, setState] = useState<'idle' | 'calling' | 'failed' | Shared>('idle')
  const [closed, setClosed] = useState(false)
  const calling = useRef(false)

  const call = async () => {
    setClosed(false)
    if (calling.current || (state !== 'idle' && state !== 'failed')) return
    calling.current = true
    setState('calling')
    // a disk that does not answer calls nobody either
    const late = setTimeout(() => setState('failed'), HEARD_WITHIN)
    const outcome = await submitTalk(visit, place, { ...device, shown: written })
    clearTimeout(late)
    calling.current = false
    setState(outcome.kind === 'shared' ? outcome.shared : 'failed')
    if (outcome.kind === 'shared' && device.practice) dispatch({ type: 'called' })
  }

  const page = (child: ComponentChild) => (
    <TalkPage {...props}>
      {child}
      <p class="help">
        <Say text="talk.card" />
      </p>
    </TalkPage>
  )
  const button = page(
    <div class="ways ways--one">
      <Button kind="primary" glyph="hand" says="talk.call" onTap={() => void call()} />
    </div>
  )
  const coming = page(<Answer says={device.practice ? 'practice.call' : 'talk.called'} />)
  const lost = closed ? (
    button
  ) : (
    <HoldUp says="talk.call" help="talk.show" place={visit.setting.place} onClose={() => setClosed(true)} />
  )
  if (typeof state === 'object' && !device.practice) {
    return (
      <Ringing
        shared={state}
        device={device}
        lost={lost}
        waiting={page(<Answer says="talk.calling" />)}
        onHeard={() => dispatch({ type: 'called' })}
      >
        {coming}
      </Ringing>
    )
  }
  if (state === 'failed') return lost
  return visit.called ? coming : button
}

interface RingingProps extends Pick<PageProps, 'device'> {
  readonly shared: Shared
  /** What to show once nobody can have heard it. */
  readonly lost: ComponentChild
  readonly waiting: ComponentChild
  /** It has arrived: whoever comes back to this page later reads so too. */
  readonly onHeard: () => void
  readonly children: ComponentChild
}

/** "Er komt iemand" is said only when the call has arrived. */
function Ringing({ shared, device, lost, waiting, onHeard, children }: RingingProps) {
  const online = useOnline()
  const { known } = useProgress(shared, device)
  const late = useLate(HEARD_WITHIN)
  const heard = known !== 'waiting' && known !== 'sending' && known !== 'parked' && known !== 'unknown'
  useEffect(() => {
    if (heard) onHeard()
  }, [heard])
  if (heard) return children
  return online && !late ? waiting : lost
}

function Answer({ says }: { says: string }) {
  return (
    <Said>
      <p class="called">
        <Glyph name="hand" />
        <Say text={says} />
      </p>
    </Said>
  )
}
