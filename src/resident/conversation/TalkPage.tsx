import { Controls } from '#ui/Controls.tsx'
import { OpenHorizon } from '#ui/Horizon.tsx'
import { Page } from '#ui/Page.tsx'
import { Picture } from '#ui/Picture.tsx'
import { Sentences } from '#ui/Sentences.tsx'
import { Title } from '#ui/Title.tsx'
import { useWords } from '#ui/words.ts'
import type { ComponentChildren } from 'preact'

import type { PageProps } from '../page.ts'

/** The frame of "Praten is ook goed". */
export function TalkPage({ visit, dispatch, device, children }: PageProps & { children: ComponentChildren }) {
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
      {children}
    </Page>
  )
}
