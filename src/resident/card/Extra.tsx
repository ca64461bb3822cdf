import type { LineId } from '#intake/answers.ts'
import { extras } from '#intake/flow.ts'
import { useAloud } from '#ui/aloud.ts'
import { Controls } from '#ui/Controls.tsx'
import { Hear } from '#ui/Hear.tsx'
import { Page } from '#ui/Page.tsx'
import { Picture } from '#ui/Picture.tsx'
import { Sentences } from '#ui/Sentences.tsx'
import { Title } from '#ui/Title.tsx'
import { useWords } from '#ui/words.ts'

import { Sky } from '../conversation/Sky.tsx'
import type { PageProps } from '../page.ts'

const pictures: Readonly<Record<string, string>> = {
  week: 'week.meet',
  support: 'support.friends',
  load: 'load.letters'
}

/** Three questions more, for who wants: each leads to its page and straight back to the card. */
export function Extra({ visit, dispatch }: PageProps) {
  const { t } = useWords()
  const aloud = useAloud()
  return (
    <Page
      sky={<Sky chapter={5} />}
      controls={
        <Controls back={() => dispatch({ type: 'back' })} help={() => dispatch({ type: 'open', page: 'help' })} />
      }
    >
      <div class="head">
        <Title id="question" says="extra.q" />
        <Sentences says="extra.help" />
      </div>
      <ul class="tiles tiles--three" aria-labelledby="question">
        {extras(visit).map(page => (
          <li key={page} class="tile">
            <button
              type="button"
              class="tile__face"
              data-say={`extra.${page}`}
              onClick={() => dispatch({ type: 'edit', line: page as LineId })}
            >
              <span class="tile__plate">
                <Picture code={pictures[page]!} />
              </span>
              <span class="tile__word">{t(`extra.${page}`)}</span>
            </button>
            <Hear keys={[`extra.${page}`]} />
          </li>
        ))}
      </ul>
      <div class="tiles__more">
        <div class={`tile tile--flat${aloud?.hears('extra.no') ? ' tile--hears' : ''}`}>
          <button type="button" class="tile__face" data-say="extra.no" onClick={() => dispatch({ type: 'back' })}>
            {t('extra.no')}
          </button>
          <Hear keys={['extra.no']} />
        </div>
      </div>
    </Page>
  )
}
