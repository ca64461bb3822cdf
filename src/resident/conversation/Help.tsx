import { chapterOf } from '#intake/flow.ts'
import type { JourneyEvent } from '#intake/journey.ts'
import type { Visit } from '#intake/visit.ts'
import { Controls } from '#ui/Controls.tsx'
import { Page } from '#ui/Page.tsx'
import { Title } from '#ui/Title.tsx'
import { Ways } from '#ui/Ways.tsx'
import { useWords } from '#ui/words.ts'

import { Sky } from './Sky.tsx'

export interface HelpProps {
  readonly visit: Visit
  readonly dispatch: (event: JourneyEvent) => void
  readonly largeLetters: boolean
  readonly onLetters: () => void
}

/** Hulp lies over the page, which stays as it was below it. Talking comes first, dangers are last and always there. */
export function Help({ visit, dispatch, largeLetters, onLetters }: HelpProps) {
  const { t } = useWords()
  const close = () => dispatch({ type: 'close' })
  const open = (page: 'talk' | 'stop' | 'language') => () => dispatch({ type: 'open', page })
  return (
    <Page
      layout="aside"
      sky={<Sky chapter={chapterOf(visit)} />}
      controls={<Controls back={close} next={{ label: t('common.close'), onTap: close, glyph: 'close' }} />}
    >
      <div class="head">
        <Title>{t('help.title')}</Title>
      </div>
      <Ways
        ways={[
          { code: 'talk.call', label: t('welcome.talk'), onTap: open('talk') },
          { code: 'common.stop', label: t('common.stop'), onTap: open('stop') },
          { code: 'common.language', label: t('lang.change'), onTap: open('language') },
          { code: 'common.bigger', label: t('common.bigger'), onTap: onLetters, pressed: largeLetters }
        ]}
      />
      <ul class="helplines">
        {['help.person', 'help.hard', 'help.talk', 'help.danger'].map(key => (
          <li key={key}>{t(key)}</li>
        ))}
      </ul>
    </Page>
  )
}
