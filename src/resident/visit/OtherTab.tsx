import { OpenHorizon } from '#ui/Horizon.tsx'
import { Page } from '#ui/Page.tsx'
import { Sentences } from '#ui/Sentences.tsx'
import { Title } from '#ui/Title.tsx'
import { useWords } from '#ui/words.ts'

/** Another tab of this browser has the visit. This one goes on by itself when that one is closed. */
export function OtherTab() {
  const { t } = useWords()
  return (
    <Page layout="aside" sky={<OpenHorizon name={t('app.title')} />}>
      <div class="head">
        <Title>{t('tab.title')}</Title>
        <Sentences says="tab.body" />
      </div>
    </Page>
  )
}
