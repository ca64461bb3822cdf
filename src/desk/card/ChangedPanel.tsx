import { useWords } from '#ui/words.ts'
import type { QueueItem } from '#wire/queue.ts'

import { stateWords } from '../board/State.tsx'
import type { Changed } from '../useActs.ts'
import { Panel } from './Panels.tsx'

export interface ChangedPanelProps {
  readonly changed: Changed
  readonly me: string
  readonly busy: boolean
  readonly onAgain: () => void
  readonly onClose: () => void
}

/** A colleague was first. Shows both, keeps what was chosen, and asks once more. */
export function ChangedPanel({ changed, me, busy, onAgain, onClose }: ChangedPanelProps) {
  const { t } = useWords()
  const seen = (item: QueueItem) =>
    [stateWords(item, me, t), item.outcome === null ? '' : t(`pro.close.${item.outcome}`)].filter(Boolean).join('. ')
  return (
    <Panel
      title={t('pro.changed.title')}
      close="pro.action.cancel"
      onClose={onClose}
      acts={
        <button type="button" class="btn btn--primary" aria-disabled={busy} onClick={() => !busy && onAgain()}>
          {t('pro.changed.again')}
        </button>
      }
    >
      <dl class="changed">
        <dt>{t('pro.changed.was')}</dt>
        <dd>{seen(changed.saw)}</dd>
        <dt>{t('pro.changed.is')}</dt>
        <dd>{seen(changed.is)}</dd>
      </dl>
      {changed.outcome !== undefined && (
        <p class="hint">
          {t('pro.changed.kept')} {t(`pro.close.${changed.outcome}`)}
        </p>
      )}
    </Panel>
  )
}
