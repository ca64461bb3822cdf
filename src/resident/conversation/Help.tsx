import { chapterOf } from '#intake/flow.ts'
import type { JourneyEvent } from '#intake/journey.ts'
import type { Visit } from '#intake/visit.ts'
import { Button } from '#ui/Button.tsx'
import { Controls } from '#ui/Controls.tsx'
import { Page } from '#ui/Page.tsx'
import { Title } from '#ui/Title.tsx'
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
      <div class="ways">
        <Button glyph="talk" onTap={open('talk')}>
          {t('welcome.talk')}
        </Button>
        <Button glyph="stop" onTap={open('stop')}>
          {t('common.stop')}
        </Button>
        <Button glyph="globe" onTap={open('language')}>
          {t('lang.change')}
        </Button>
        <Button glyph="letters" pressed={largeLetters} onTap={onLetters}>
          {t('common.bigger')}
        </Button>
      </div>
      <ul class="helplines">
        {['help.person', 'help.hard', 'help.talk', 'help.danger'].map(key => (
          <li key={key}>{t(key)}</li>
        ))}
      </ul>
    </Page>
  )
}
