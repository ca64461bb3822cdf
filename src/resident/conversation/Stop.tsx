import { chapterOf } from '#intake/flow.ts'
import type { JourneyEvent } from '#intake/journey.ts'
import { mayMakeCard } from '#intake/speakable.ts'
import type { Visit } from '#intake/visit.ts'
import { Controls } from '#ui/Controls.tsx'
import { Page } from '#ui/Page.tsx'
import { Sentences } from '#ui/Sentences.tsx'
import { Title } from '#ui/Title.tsx'
import { Ways } from '#ui/Ways.tsx'

import { Sky } from './Sky.tsx'

/** "Ik stop": wipe, make my card, or go on; three ways of the same size. */
export function Stop({ visit, dispatch }: { visit: Visit; dispatch: (event: JourneyEvent) => void }) {
  const close = () => dispatch({ type: 'close' })
  return (
    <Page layout="aside" sky={<Sky chapter={chapterOf(visit)} />} controls={<Controls back={close} />}>
      <div class="head">
        <Title says="stop.title" />
        <Sentences says="stop.body" />
      </div>
      <Ways
        ways={[
          { code: 'stop.wipe', says: 'stop.wipe', onTap: () => dispatch({ type: 'wipe' }) },
          ...(mayMakeCard(visit)
            ? [{ code: 'stop.card', says: 'stop.card', onTap: () => dispatch({ type: 'card' }) }]
            : []),
          { code: 'stop.go', says: 'stop.go', onTap: close }
        ]}
      />
    </Page>
  )
}
