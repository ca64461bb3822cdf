import { Controls } from '#ui/Controls.tsx'
import { OpenHorizon } from '#ui/Horizon.tsx'
import { Page } from '#ui/Page.tsx'
import { Picture } from '#ui/Picture.tsx'
import { Sentences } from '#ui/Sentences.tsx'
import { Title } from '#ui/Title.tsx'
import type { ComponentChildren } from 'preact'

import type { PageProps } from '../page.ts'

/** The frame of "Praten is ook goed". */
export function TalkPage({ visit, dispatch, device, children }: PageProps & { children: ComponentChildren }) {
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
          <Title says="talk.title" />
          <Sentences says={device.kind === 'tablet' ? 'talk.body' : 'talk.phone'} />
        </div>
      </div>
      {children}
    </Page>
  )
}
