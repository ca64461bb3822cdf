import { useWords } from '#ui/words.ts'
import type { QueueItem } from '#wire/queue.ts'

/** A small stone for each state, open or filled, always with its word. */
export function State({ item, me }: { item: Pick<QueueItem, 'state' | 'owner' | 'outcome'>; me: string }) {
  const { t } = useWords()
  return <span class={`state state--${item.state}`}>{stateWords(item, me, t)}</span>
}

export function stateWords(
  { state, owner }: Pick<QueueItem, 'state' | 'owner'>,
  me: string,
  t: (key: string, values?: Record<string, string>) => string
): string {
  if (state !== 'claimed') return t(`pro.state.${state}`)
  return owner?.id === me ? t('pro.board.mineState') : t('pro.state.claimed', { name: owner?.name ?? '' })
}
