import { summaryLines } from '#intake/lines.ts'
import { summarise } from '#intake/summarise.ts'
import { Controls } from '#ui/Controls.tsx'
import { Lines } from '#ui/Lines.tsx'
import { Page } from '#ui/Page.tsx'
import { Title } from '#ui/Title.tsx'

import { CardWheel } from '../card/CardWheel.tsx'
import { Sky } from '../conversation/Sky.tsx'
import type { PageProps } from '../page.ts'
import '../card/card.css'

/**
 * The card on this screen, from memory, so that missing WiFi never stops the conversation. Two people look at it: it
 * shows what was shared, and what is locked stays locked.
 */
export function Together({ visit, dispatch, device }: PageProps) {
  const { id, code } = visit.shared ?? { id: '', code: { word: 'codeWord.house', digits: '000' } as const }
  const summary = summarise(visit, { id, code, at: device.now() })
  return (
    <Page
      layout="card"
      sky={<Sky chapter={5} />}
      controls={
        <Controls
          help={() => dispatch({ type: 'open', page: 'help' })}
          next={{ says: 'common.close', onTap: () => dispatch({ type: 'back' }), glyph: 'close' }}
        />
      }
    >
      <div class="card__wheel">
        <div class="head">
          <Title says="card.title" />
        </div>
        <CardWheel card={summary} />
      </div>
      <div class="card__lines">
        <Lines lines={summaryLines(summary)} />
      </div>
    </Page>
  )
}
