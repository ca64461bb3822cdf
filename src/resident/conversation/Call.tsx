import type { Shared } from '#intake/visit.ts'
import { Button } from '#ui/Button.tsx'
import { Glyph } from '#ui/Glyph.tsx'
import { Said } from '#ui/Notice.tsx'
import { useOnline } from '#ui/online.ts'
import { Say } from '#ui/Say.tsx'
import { useWords } from '#ui/words.ts'
import { useLayoutEffect, useRef, useState } from 'preact/hooks'

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
  const [ring, setRing] = useState<Ring>('waiting')
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

  const ringing = typeof state === 'object' && !device.practice && state
  const lost = state === 'failed' || (ringing && ring === 'lost')
  const calls = ringing && ring !== 'heard'
  // "Er komt iemand" is said only when the call has arrived
  const came = (visit.called || ringing) && (device.practice ? 'practice.call' : 'talk.called')
  const said = !lost && (calls ? 'talk.calling' : came)
  return (
    <>
      {ringing && (
        <Ringing
          shared={ringing}
          device={device}
          onRing={now => {
            setRing(now)
            // whoever comes back to this page later reads so too
            if (now === 'heard') dispatch({ type: 'called' })
          }}
        />
      )}
      {lost && !closed ? (
        <HoldUp says="talk.call" help="talk.show" place={visit.setting.place} onClose={() => setClosed(true)} />
      ) : (
        <TalkPage {...props}>
          {!said && (
            <div class="ways ways--one">
              <Button kind="primary" glyph="hand" says="talk.call" onTap={() => void call()} />
            </div>
          )}
          <Said>
            {said && (
              <p class="called">
                <Glyph name="hand" />
                <Say text={said} />
              </p>
            )}
          </Said>
          <p class="help">
            <Say text="talk.card" />
          </p>
        </TalkPage>
      )}
    </>
  )
}

type Ring = 'waiting' | 'heard' | 'lost'

interface RingingProps extends Pick<PageProps, 'device'> {
  readonly shared: Shared
  readonly onRing: (ring: Ring) => void
}

/** Listens to what becomes of a call, and shows nothing itself: what announces it must not come and go with it. */
function Ringing({ shared, device, onRing }: RingingProps) {
  const online = useOnline()
  const { known } = useProgress(shared, device)
  const late = useLate(HEARD_WITHIN)
  const heard = known !== 'waiting' && known !== 'sending' && known !== 'parked' && known !== 'unknown'
  const ring = heard ? 'heard' : online && !late ? 'waiting' : 'lost'
  useLayoutEffect(() => onRing(ring), [ring])
  return null
}
