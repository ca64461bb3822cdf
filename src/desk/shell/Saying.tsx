import { useWords } from '#ui/words.ts'

import type { Said } from '../useActs.ts'
import { Icon } from './Drawing.tsx'

/** What came of the last click, in one sentence. Read aloud by a screen reader, gone at the next thing one does. */
export function Saying({ said, onClose }: { said: Said | undefined; onClose: () => void }) {
  const { t } = useWords()
  return (
    <div class="saying" role="status" hidden={!said}>
      {said && (
        <p class={said.no ? 'strip strip--promise' : 'strip strip--said'}>
          {!said.no && <Icon name="tick" />}
          <span>{t(said.key, said.values)}</span>
          <button type="button" class="btn btn--icon" aria-label={t('pro.shell.close')} onClick={onClose}>
            <Icon name="close" />
          </button>
        </p>
      )}
    </div>
  )
}
