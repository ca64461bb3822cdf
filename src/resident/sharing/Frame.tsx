import './sharing.css'

import type { JourneyEvent } from '#intake/journey.ts'
import { canGoOn } from '#intake/journey.ts'
import type { Visit } from '#intake/visit.ts'
import { Controls } from '#ui/Controls.tsx'
import { Page } from '#ui/Page.tsx'
import { Sentences } from '#ui/Sentences.tsx'
import { Title } from '#ui/Title.tsx'
import type { ComponentChildren } from 'preact'

import { Sky } from '../conversation/Sky.tsx'

export interface FrameProps {
  readonly visit: Visit
  readonly dispatch: (event: JourneyEvent) => void
  /** Text keys. */
  readonly title: string
  readonly help?: string
  /** `asks`: "Sla over" until something is chosen, then "Verder". `none`: the page has buttons of its own. */
  readonly onward?: 'asks' | 'goes' | 'none'
  /** A page that one only looks at: the button closes it. */
  readonly closes?: boolean
  /** Said above the controls, and announced. */
  readonly foot?: ComponentChildren
  readonly layout?: string
  readonly children: ComponentChildren
}

/** A page of the sharing: title, what one does there, and the same controls as everywhere. */
export function Frame(props: FrameProps) {
  const { visit, dispatch, title, help, onward = 'asks', closes = false, foot, layout, children } = props
  const skips = onward === 'asks' && !canGoOn(visit)
  return (
    <Page
      {...(layout ? { layout } : {})}
      foot={foot}
      sky={<Sky chapter={5} />}
      controls={
        <Controls
          back={() => dispatch({ type: 'back' })}
          help={() => dispatch({ type: 'open', page: 'help' })}
          next={
            onward === 'none'
              ? undefined
              : {
                  says: closes ? 'common.close' : skips ? 'common.skip' : 'common.next',
                  onTap: () => dispatch({ type: skips ? 'skip' : 'next' }),
                  skip: skips,
                  ...(closes ? { glyph: 'close' as const } : {})
                }
          }
        />
      }
    >
      <div class="head">
        <Title id="question" says={title} />
        {help && <Sentences id="question-help" says={help} />}
      </div>
      {children}
    </Page>
  )
}
