import './sharing.css'
import './codePage.css'

import type { JourneyEvent } from '#intake/journey.ts'
import { Controls } from '#ui/Controls.tsx'
import { Page } from '#ui/Page.tsx'
import { SkyLine } from '#ui/SkyLine.ts'
import type { ComponentChildren } from 'preact'

import { Sky } from '../conversation/Sky.tsx'

export interface CodeFrameProps {
  readonly dispatch: (event: JourneyEvent) => void
  readonly children: ComponentChildren
}

/** After sharing there is no way back to the questions, only help. */
export function CodeFrame({ dispatch, children }: CodeFrameProps) {
  return (
    // what is said here of the network is said beside the stones, not a second time in the sky
    <SkyLine.Provider value={undefined}>
      <Page
        layout="codepage"
        sky={<Sky chapter={5} />}
        controls={<Controls help={() => dispatch({ type: 'open', page: 'help' })} />}
      >
        {children}
      </Page>
    </SkyLine.Provider>
  )
}
