import { Controls } from '#ui/Controls.tsx'
import { OpenHorizon } from '#ui/Horizon.tsx'
import { Page } from '#ui/Page.tsx'
import { Sentences } from '#ui/Sentences.tsx'
import { Title } from '#ui/Title.tsx'
import { useWords } from '#ui/words.ts'

import type { NotEnrolled } from '../kiosk/enrol.ts'
import type { NoPlace as Why } from './openPlace.ts'

/** There is no place to talk to, and why. Trying again helps only when the network was the reason. */
export function NoPlace({ why, onRetry }: { why: Why | NotEnrolled; onRetry: () => void }) {
  const { t } = useWords()
  return (
    <Page
      layout="aside"
      sky={<OpenHorizon name={t('app.title')} />}
      controls={<Controls next={{ says: 'error.retry', onTap: onRetry }} />}
    >
      <div class="head">
        <Title>{t(`place.${why}_title`)}</Title>
        <Sentences says={`place.${why}`} />
      </div>
    </Page>
  )
}
