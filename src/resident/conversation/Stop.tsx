import { chapterOf } from '#intake/flow.ts'
import type { JourneyEvent } from '#intake/journey.ts'
import type { Visit } from '#intake/visit.ts'
import { Controls } from '#ui/Controls.tsx'
import { Page } from '#ui/Page.tsx'
import { Sentences } from '#ui/Sentences.tsx'
import { Title } from '#ui/Title.tsx'
import { Ways } from '#ui/Ways.tsx'
import { useWords } from '#ui/words.ts'

import { Sky } from './Sky.tsx'

/** "Ik stop": wipe, make my card, or go on; three ways of the same size. */
export function Stop({ visit, dispatch }: { visit: Visit; dispatch: (event: JourneyEvent) => void }) {
  const { t } = useWords()
  const close = () => dispatch({ type: 'close' })
  const hasCard = !visit.shared && visit.page !== 'done' && Object.keys(visit.answers).length > 0
  return (
    <Page layout="aside" sky={<Sky chapter={chapterOf(visit)} />} controls={<Controls back={close} />}>
      <div class="head">
        <Title>{t('stop.title')}</Title>
        <Sentences text={t('stop.body')} />
      </div>
      <Ways
        ways={[
          { code: 'stop.wipe', label: t('stop.wipe'), onTap: () => dispatch({ type: 'wipe' }) },
          ...(hasCard ? [{ code: 'stop.card', label: t('stop.card'), onTap: () => dispatch({ type: 'card' }) }] : []),
          { code: 'stop.go', label: t('stop.go'), onTap: close }
        ]}
      />
    </Page>
  )
}
