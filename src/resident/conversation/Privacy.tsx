import { privacyLines } from '#intake/speakable.ts'
import { Controls } from '#ui/Controls.tsx'
import { OpenHorizon } from '#ui/Horizon.tsx'
import { Page } from '#ui/Page.tsx'
import { Say } from '#ui/Say.tsx'
import { Title } from '#ui/Title.tsx'
import { useWords } from '#ui/words.ts'

import type { PageProps } from '../page.ts'

/** "Wat gebeurt er met mijn antwoorden?": the second layer, one sentence a line, and the organisation's own words. */
export function Privacy({ visit, dispatch, place }: PageProps) {
  const { t } = useWords()
  const lines = privacyLines(visit)
  return (
    <Page
      layout="privacy"
      sky={<OpenHorizon name={visit.setting.place} />}
      controls={
        <Controls back={() => dispatch({ type: 'back' })} help={() => dispatch({ type: 'open', page: 'help' })} />
      }
    >
      <div class="head">
        <Title says="privacy.title" />
      </div>
      <ul class="slab">
        {lines.map(
          line =>
            'key' in line && (
              <li key={line.key}>
                <Say text={line.key} values={line.values} />
              </li>
            )
        )}
      </ul>
      {place.profile.statement && (
        <details class="statement">
          <summary class="link">{t('privacy.read')}</summary>
          <div lang="nl" dir="ltr">
            {place.profile.statement.split('\n').map((line, i) => (
              <p key={i}>{line}</p>
            ))}
          </div>
        </details>
      )}
    </Page>
  )
}
