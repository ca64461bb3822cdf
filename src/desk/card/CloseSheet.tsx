import { useWords } from '#ui/words.ts'
import { type Outcome, outcomes } from '#wire/queue.ts'

import { Panel } from './Panels.tsx'

export interface CloseSheetProps {
  readonly chosen: Outcome | undefined
  readonly onChoose: (outcome: Outcome) => void
  readonly busy: boolean
  readonly live: boolean
  readonly onDo: () => void
  readonly onClose: () => void
}

/** Why a card is closed: about our service, never a judgement of the person. */
export function CloseSheet({ chosen, onChoose, busy, live, onDo, onClose }: CloseSheetProps) {
  const { t } = useWords()
  return (
    <Panel
      title={t('pro.close.title')}
      close="pro.action.cancel"
      onClose={onClose}
      acts={
        <button
          type="button"
          class={chosen && live ? 'btn btn--primary' : 'btn btn--not'}
          aria-disabled={!chosen || busy || !live}
          onClick={() => chosen && !busy && live && onDo()}
        >
          {t('pro.action.close')}
        </button>
      }
    >
      <fieldset class="opts">
        <legend class="hidden">{t('pro.close.title')}</legend>
        {outcomes.map(outcome => (
          <label key={outcome} class={outcome === chosen ? 'opt is-chosen' : 'opt'}>
            <input
              type="radio"
              name="outcome"
              autocomplete="off"
              checked={outcome === chosen}
              onChange={() => onChoose(outcome)}
            />
            {t(`pro.close.${outcome}`)}
          </label>
        ))}
      </fieldset>
      <p class="hint">{live ? t('pro.close.hint') : t('pro.action.offlineWhy')}</p>
    </Panel>
  )
}
