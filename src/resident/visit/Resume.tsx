import { Button } from '#ui/Button.tsx'
import { OpenHorizon } from '#ui/Horizon.tsx'
import { Page } from '#ui/Page.tsx'
import { Sentences } from '#ui/Sentences.tsx'
import { Title } from '#ui/Title.tsx'
import { useWords } from '#ui/words.ts'

/** Somebody was answering on this phone. It shows no answer: who opens it may be someone else. */
export function Resume({ onGoOn, onWipe }: { onGoOn: () => void; onWipe: () => void }) {
  const { t } = useWords()
  return (
    <Page layout="aside" sky={<OpenHorizon name={t('app.title')} />}>
      <div class="head">
        <Title>{t('resume.title')}</Title>
        <Sentences says="resume.body" />
      </div>
      <div class="ways">
        <Button kind="primary" glyph="next" leads onTap={onGoOn}>
          {t('resume.go')}
        </Button>
        <Button glyph="bin" onTap={onWipe}>
          {t('stop.wipe')}
        </Button>
      </div>
    </Page>
  )
}
