import { useWords } from '#ui/words.ts'

import { Panel } from './Panels.tsx'

export interface EraseSheetProps {
  readonly busy: boolean
  readonly live: boolean
  readonly onDo: () => void
  readonly onClose: () => void
}

/** One confirmation, no reason asked: it is the resident's card. */
export function EraseSheet({ busy, live, onDo, onClose }: EraseSheetProps) {
  const { t } = useWords()
  return (
    <Panel
      title={t('pro.erase.title')}
      close="pro.erase.no"
      onClose={onClose}
      acts={
        <button
          type="button"
          class={live ? 'btn btn--primary' : 'btn btn--not'}
          aria-disabled={busy || !live}
          onClick={() => !busy && live && onDo()}
        >
          {t('pro.erase.yes')}
        </button>
      }
    >
      <p>{t('pro.erase.body')}</p>
      {!live && <p class="hint">{t('pro.action.offlineWhy')}</p>}
    </Panel>
  )
}
