import { shareOptions } from '#intake/sharing.ts'
import { Button } from '#ui/Button.tsx'
import { Choices } from '#ui/Choices.tsx'
import { useWords } from '#ui/words.ts'

import type { PageProps } from '../page.ts'
import { Frame } from './Frame.tsx'
import { ShareDrawing } from './ShareDrawing.tsx'

/** Three equal tiles, none chosen beforehand: what may the place see? */
export function Share({ visit, dispatch }: PageProps) {
  const { t } = useWords()
  return (
    <Frame visit={visit} dispatch={dispatch} title="share.q" help="share.help">
      <div class="sharing">
        <Choices
          choices={shareOptions.map(({ code, hint }) => ({
            code,
            label: t(code),
            hint: t(hint),
            says: [code, hint],
            picture: <ShareDrawing code={code} />
          }))}
          chosen={visit.share ? [visit.share] : []}
          onChoose={code => dispatch({ type: 'choose', code })}
          labelledBy="question"
          describedBy="question-help"
        />
      </div>
      <Button kind="link" glyph="lockOpen" says="share.pick" onTap={() => dispatch({ type: 'open', page: 'pick' })} />
    </Frame>
  )
}
