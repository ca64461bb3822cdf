import { Button } from '#ui/Button.tsx'
import { Controls } from '#ui/Controls.tsx'
import { Glyph } from '#ui/Glyph.tsx'
import { OpenHorizon } from '#ui/Horizon.tsx'
import { Said } from '#ui/Notice.tsx'
import { Page } from '#ui/Page.tsx'
import { Picture } from '#ui/Picture.tsx'
import { Sentences } from '#ui/Sentences.tsx'
import { Title } from '#ui/Title.tsx'
import { useOnline } from '#ui/online.ts'
import { useWords } from '#ui/words.ts'
import { useState } from 'preact/hooks'

import type { PageProps } from '../page.ts'
import { submitTalk } from '../sharing/submit.ts'

/**
 * "Ik wil liever praten". On a tablet it calls someone: a summary of scope `talk`, without an answer in it. Without a
 * network this page itself is held up. On a phone: when and where one can walk in.
 */
export function Talk(props: PageProps) {
  const { visit, dispatch, device } = props
  const { t } = useWords()
  return (
    <Page
      layout="aside"
      sky={<OpenHorizon name={visit.setting.place} />}
      controls={
        <Controls back={() => dispatch({ type: 'back' })} help={() => dispatch({ type: 'open', page: 'help' })} />
      }
    >
      <div class="head head--about">
        <span class="tile__plate tile__plate--large">
          <Picture code="talk.call" />
        </span>
        <div>
          <Title>{t('talk.title')}</Title>
          <Sentences text={device.kind === 'tablet' ? t('talk.body') : t('talk.phone')} />
        </div>
      </div>
      {device.kind === 'tablet' ? <Call {...props} /> : <Visiting {...props} />}
    </Page>
  )
}

function Call({ visit, dispatch, place, device }: PageProps) {
  const { t } = useWords()
  const online = useOnline()
  const [state, setState] = useState<'idle' | 'calling' | 'failed'>('idle')
  const hold = !online || state === 'failed'

  const call = async () => {
    setState('calling')
    const { kind } = await submitTalk(visit, place, device)
    setState(kind === 'shared' ? 'idle' : 'failed')
    if (kind === 'shared') dispatch({ type: 'called' })
  }

  return (
    <>
      <Said>
        {visit.called && !hold && (
          <p class="called">
            <Glyph name="hand" />
            {t('talk.called')}
          </p>
        )}
        {hold && <p class="holdup">{t('talk.show')}</p>}
      </Said>
      {!visit.called && (
        <div class="ways ways--one">
          <Button kind="primary" glyph="hand" onTap={() => state !== 'calling' && void call()}>
            {t('talk.call')}
          </Button>
        </div>
      )}
      <p class="help">{t('talk.card')}</p>
    </>
  )
}

function Visiting({ visit: { setting } }: PageProps) {
  const { hours, address, telephone } = setting
  return (
    <ul class="slab slab--address">
      {hours && (
        <li>
          <Glyph name="clock" />
          <bdi>{hours}</bdi>
        </li>
      )}
      {address && (
        <li>
          <Glyph name="house" />
          <bdi>{address}</bdi>
        </li>
      )}
      {telephone && (
        <li>
          <Glyph name="phone" />
          <a class="link" href={`tel:${telephone.replace(/[^+\d]/g, '')}`}>
            <bdi dir="ltr">{telephone}</bdi>
          </a>
        </li>
      )}
    </ul>
  )
}
