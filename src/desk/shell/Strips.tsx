import { GapStones } from '#ui/GapStones.tsx'
import { useWords } from '#ui/words.ts'

import type { Link } from '../useQueue.ts'

export interface StripsProps {
  readonly link: Link
  readonly practice: boolean
  /** How many can open the cards; nothing while unknown. */
  readonly holders: number | undefined
  /** How many tablets of the place need a hand. */
  readonly tablets: number
  readonly onTeam: () => void
  /** Present when a newer version waits. */
  readonly onUpdate: (() => void) | undefined
}

/** What everybody at the desk must know before anything else, one calm line each. */
export function Strips({ link, practice, holders, tablets, onTeam, onUpdate }: StripsProps) {
  const { t, time } = useWords()
  return (
    <div class="strips">
      {practice && (
        <p class="strip strip--practice" role="note">
          <span class="strip__label">{t('pro.shell.practice')}</span>
        </p>
      )}
      {!link.live && (
        <p class="strip" role="status">
          <GapStones />
          {link.at === undefined ? t('pro.shell.offlineNothing') : t('pro.shell.offlineSince', { time: time(link.at) })}
        </p>
      )}
      {holders !== undefined && holders < 2 && (
        <p class="strip strip--promise" role="note">
          {t('pro.shell.oneHolder')}{' '}
          <button type="button" class="link" onClick={onTeam}>
            {t('pro.shell.oneHolderDo')}
          </button>
        </p>
      )}
      {tablets > 0 && (
        <p class="strip strip--promise" role="note">
          {t('pro.tablets.strip', { count: tablets })}{' '}
          <button type="button" class="link" onClick={onTeam}>
            {t('pro.tablets.stripDo')}
          </button>
        </p>
      )}
      {onUpdate && (
        <p class="strip strip--said" role="status">
          {t('pro.shell.update')}{' '}
          <button type="button" class="link" onClick={onUpdate}>
            {t('pro.board.newer')}
          </button>
        </p>
      )}
    </div>
  )
}
