import { useWords } from '#ui/words.ts'
import type { QueueItem } from '#wire/queue.ts'

import { Icon } from '../shell/Drawing.tsx'

export interface ActBarProps {
  readonly item: QueueItem
  readonly me: string
  /** A coordinator may give back what a colleague holds. */
  readonly coordinator: boolean
  readonly here: boolean
  readonly live: boolean
  readonly busy: boolean
  readonly onClaim: () => void
  readonly onRelease: () => void
  readonly onClose: () => void
  readonly onReopen: () => void
  readonly onGone: () => void
  readonly onErase: () => void
  readonly onBack: () => void
}

/** What can be done with this card now. Without network the buttons stay where they are, outlined, with the reason. */
export function ActBar(props: ActBarProps) {
  const { item, me, live, busy } = props
  const { t } = useWords()
  const mine = item.state === 'claimed' && item.owner?.id === me
  const can = live && !busy
  const button = (key: string, onDo: () => void, first = false, hint?: string) => (
    <button
      type="button"
      class={!live ? 'btn btn--not' : first ? 'btn btn--primary' : 'btn'}
      aria-disabled={!can}
      aria-describedby={first ? 'acts-why' : undefined}
      onClick={() => can && onDo()}
    >
      {t(key)}
      {hint !== undefined && <kbd aria-hidden="true">{hint}</kbd>}
    </button>
  )
  const why = !live
    ? t('pro.action.offlineWhy')
    : item.state === 'new'
      ? t('pro.action.takeHint')
      : item.state === 'claimed' && !mine
        ? t('pro.state.claimed', { name: item.owner?.name ?? '' })
        : item.state === 'closed'
          ? t('pro.close.hint')
          : ''
  return (
    <section class="acts" aria-label={t('pro.shell.acts')}>
      <button type="button" class="btn acts__back" onClick={props.onBack}>
        <Icon name="back" />
        {t('pro.card.back')}
      </button>
      {item.state === 'new' && button('pro.action.take', props.onClaim, true, 'c')}
      {mine && button('pro.action.close', props.onClose, true)}
      {item.state === 'closed' && button('pro.action.reopen', props.onReopen, true)}
      <p class="acts__why" id="acts-why">
        {why}
      </p>
      {props.here && button('pro.queue.gone', props.onGone)}
      {item.state === 'claimed' && (mine || props.coordinator) && button('pro.action.release', props.onRelease)}
      {button('pro.action.erase', props.onErase)}
    </section>
  )
}
