import { chapterOf } from '#intake/flow.ts'
import type { JourneyEvent } from '#intake/journey.ts'
import type { Visit } from '#intake/visit.ts'
import { useAloud } from '#ui/aloud.ts'
import { Controls } from '#ui/Controls.tsx'
import { Page } from '#ui/Page.tsx'
import { Say } from '#ui/Say.tsx'
import { Title } from '#ui/Title.tsx'
import { Ways } from '#ui/Ways.tsx'
import { useWords } from '#ui/words.ts'

import type { Ease } from '../ease/useEase.ts'
import { Sky } from './Sky.tsx'

export interface HelpProps {
  readonly visit: Visit
  readonly dispatch: (event: JourneyEvent) => void
  readonly ease: Ease
}

/** Hulp lies over the page, which stays as it was below it. Talking comes first, dangers are last and always there. */
export function Help({ visit, dispatch, ease }: HelpProps) {
  const { t } = useWords()
  const aloud = useAloud()
  const close = () => dispatch({ type: 'close' })
  const open = (page: 'talk' | 'stop' | 'language') => () => dispatch({ type: 'open', page })
  return (
    <Page
      layout="aside"
      sky={<Sky chapter={chapterOf(visit)} />}
      controls={<Controls back={close} next={{ says: 'common.close', onTap: close, glyph: 'close' }} />}
    >
      <div class="head">
        <Title says="help.title" />
      </div>
      <Ways
        ways={[
          { code: 'talk.call', says: 'welcome.talk', onTap: open('talk') },
          { code: 'common.stop', says: 'common.stop', onTap: open('stop') },
          { code: 'common.language', says: 'lang.change', onTap: open('language') },
          {
            code: 'common.bigger',
            says: 'common.bigger',
            onTap: () => ease.turn('letters'),
            pressed: ease.letters > 1,
            amount: ease.letters > 1 ? `${ease.letters * 100} %` : undefined
          },
          {
            code: 'common.contrast',
            says: 'common.contrast',
            onTap: () => ease.turn('contrast'),
            pressed: ease.contrast
          },
          { code: 'common.dark', says: 'common.dark', onTap: () => ease.turn('dark'), pressed: ease.dark },
          ...(aloud && (aloud.there || ease.oneSwitch)
            ? [{ code: 'common.slower', says: 'common.slower', onTap: aloud.onSlow, pressed: aloud.slow }]
            : []),
          ...(ease.OneSwitch
            ? [
                {
                  code: 'oneSwitch.start',
                  says: 'oneSwitch.start',
                  onTap: () => ease.turn('oneSwitch'),
                  pressed: ease.oneSwitch
                }
              ]
            : [])
        ]}
      />
      <ul class="helplines">
        {['help.person', 'help.hard', 'help.talk', 'help.danger'].map(key => (
          <li key={key}>
            <Say text={key} />
          </li>
        ))}
        {aloud?.settled && !aloud.there && <li>{t('listen.none')}</li>}
      </ul>
      {/* a tablet of the place has no way out of the conversation: there its staff menu shows the address */}
      {visit.setting.device === 'phone' && (
        <a class="link" href="/toegankelijkheid/" target="_blank" rel="noopener">
          {t('help.everyone')}
        </a>
      )}
    </Page>
  )
}
