import { chapterOf } from '#intake/flow.ts'
import type { JourneyEvent } from '#intake/journey.ts'
import type { Visit } from '#intake/visit.ts'
import { Button } from '#ui/Button.tsx'
import { Controls } from '#ui/Controls.tsx'
import { Page } from '#ui/Page.tsx'
import { Sentences } from '#ui/Sentences.tsx'
import { Title } from '#ui/Title.tsx'
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
      <div class="ways">
        <Button glyph="bin" onTap={() => dispatch({ type: 'wipe' })}>
          {t('stop.wipe')}
        </Button>
        {hasCard && (
          <Button glyph="card" onTap={() => dispatch({ type: 'card' })}>
            {t('stop.card')}
          </Button>
        )}
        <Button glyph="next" onTap={close}>
          {t('stop.go')}
        </Button>
      </div>
    </Page>
  )
}
