import { useWords } from '#ui/words.ts'

import type { Ringing } from '../queue/bell.ts'
import { Icon } from './Drawing.tsx'

export interface BellProps {
  readonly ringing: readonly Ringing[]
  /** Absent while the desk is locked: the bell says that somebody is there, never who. */
  readonly onOpen?: (id: string) => void
  readonly onQuiet: (ids: readonly string[]) => void
}

/** Somebody is waiting, or would rather talk. Stays until a colleague claims, the resident left, or it is silenced here. */
export function Bell({ ringing, onOpen, onQuiet }: BellProps) {
  const { t } = useWords()
  const [first] = ringing
  return (
    <div class="bell" hidden={!first}>
      <Icon name="bell" />
      <p class="bell__words" role="alert">
        {first && t(first.why === 'talk' ? 'pro.queue.bellTalk' : 'pro.queue.bell')}
      </p>
      {ringing.length > 1 && <p class="bell__more">{t('pro.shell.bellMore', { count: ringing.length - 1 })}</p>}
      {first && (
        <p class="bell__do">
          {onOpen && (
            <button type="button" class="btn" onClick={() => onOpen(first.id)}>
              {t('pro.shell.bellOpen')}
            </button>
          )}
          <button type="button" class="btn" onClick={() => onQuiet(ringing.map(({ id }) => id))}>
            {t('pro.shell.bellQuiet')}
          </button>
        </p>
      )}
    </div>
  )
}
