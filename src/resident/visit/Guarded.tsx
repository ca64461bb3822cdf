import type { Visit } from '#intake/visit.ts'
import { Button } from '#ui/Button.tsx'
import { OpenHorizon } from '#ui/Horizon.tsx'
import { Page } from '#ui/Page.tsx'
import { Sentences } from '#ui/Sentences.tsx'
import { Title } from '#ui/Title.tsx'
import { useWords } from '#ui/words.ts'
import type { ComponentChildren } from 'preact'
import { useErrorBoundary } from 'preact/hooks'

export interface GuardedProps {
  readonly visit: Visit
  /** Ends the visit with a fresh document. */
  readonly onEnd: () => void
  readonly children: ComponentChildren
}

/**
 * A page that breaks on a mistake of ours: the visit stands outside it and goes on, and what was shared is in the
 * outbox, or further. Its code is said here, because the page that shows it may be the one that broke.
 */
export function Guarded({ visit, onEnd, children }: GuardedProps) {
  const { t } = useWords()
  const [error, again] = useErrorBoundary()
  if (error === undefined || error === null) return children
  const { shared, setting } = visit
  return (
    <Page layout="aside" sky={<OpenHorizon name={setting.place} />}>
      <div class="head">
        <Title says="error.title" />
        <Sentences says="error.body" />
      </div>
      {shared && (
        <p class="called">
          <bdi>
            {t('error.kept')} {t('code.title')}: {t(shared.code.word)} {shared.code.digits}
          </bdi>
        </p>
      )}
      <div class="ways">
        <Button kind="primary" onTap={again}>
          {t('error.retry')}
        </Button>
        <Button glyph="bin" onTap={onEnd}>
          {t(shared ? 'done.finish' : 'stop.wipe')}
        </Button>
      </div>
    </Page>
  )
}
