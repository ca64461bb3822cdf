import { summaryLines } from '#intake/lines.ts'
import { summarise } from '#intake/summarise.ts'
import { Lines } from '#ui/Lines.tsx'

import type { PageProps } from '../page.ts'
import { Frame } from './Frame.tsx'

/** Id, code and time are made when the card is sealed, and are no lines. */
const notYetMade = { id: '', code: { word: 'codeWord.house', digits: '000' }, at: 0 } as const

/**
 * Exactly what the place gets, line by line. It is the summary that `submit` seals, made by the same function from the
 * same visit, and the lines that the desk shows of it.
 */
export function Preview({ visit, dispatch }: PageProps) {
  return (
    <Frame visit={visit} dispatch={dispatch} title="confirm.preview" help="confirm.previewHelp" onward="goes" closes>
      <div class="narrow">
        <Lines lines={summaryLines(summarise(visit, notYetMade))} />
      </div>
    </Frame>
  )
}
