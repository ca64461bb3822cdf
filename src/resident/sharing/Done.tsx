import './done.css'

import { doneSaid } from '#intake/speakable.ts'
import { Controls } from '#ui/Controls.tsx'
import { OpenHorizon } from '#ui/Horizon.tsx'
import { Page } from '#ui/Page.tsx'
import { Picture } from '#ui/Picture.tsx'
import { Say } from '#ui/Say.tsx'
import { Title } from '#ui/Title.tsx'

import type { PageProps } from '../page.ts'
import { Paper } from '../print/Paper.tsx'
import { ToPaper } from '../print/ToPaper.tsx'

/** The end: what is true now, and that one may come back. Nothing is asked any more. */
export function Done({ visit, dispatch, place, device }: PageProps) {
  const kept = device.kind === 'phone' && !visit.shared
  return (
    <>
      <Page
        layout="done"
        sky={<OpenHorizon name={visit.setting.place} chapter={5} />}
        controls={<Controls next={{ says: 'done.finish', onTap: () => dispatch({ type: 'wipe' }), glyph: 'tick' }} />}
      >
        <span class="done__plate">
          <Picture code="done.title" />
        </span>
        <Title says="done.title" />
        <p class="done__said">
          <Say text={doneSaid(visit)} />
        </p>
        {device.kind === 'tablet' && visit.shared && (
          <p>
            <Say text="home.wiped" />
          </p>
        )}
        <p>
          <Say text="done.again" />
        </p>
        {kept && <ToPaper device={device} />}
      </Page>
      {kept && <Paper visit={visit} profile={place.profile} at={device.now()} />}
    </>
  )
}
