import { useWords } from '#ui/words.ts'
import type { ComponentChildren } from 'preact'

import { when } from '../board/when.ts'
import { careOf, type Tablet } from './care.ts'

export interface TabletEntryProps {
  readonly tablet: Tablet
  readonly now: number
  /** What can be done with it. */
  readonly children?: ComponentChildren
}

/** One tablet: what waits on it since when, its last contact, and in the colour of a promise what needs a hand. */
export function TabletEntry({ tablet, now, children }: TabletEntryProps) {
  const words = useWords()
  const { t, time } = words
  const { name, lastSeenAt, waiting, oldestAt, parked, version, revokedAt } = tablet
  const care = careOf(tablet, now)
  // "12 min geleden" cannot follow "sinds"
  const since = (at: number) => (now - at < 3_600_000 ? time(at) : when(at, now, words))
  return (
    <li class={`entry${care ? ' entry--care' : ''}${revokedAt === null ? '' : ' entry--revoked'}`} data-tablet={name}>
      <p class="entry__what">
        <b>
          <bdi>{name}</bdi>
        </b>
        <span>
          {waiting === 0 || oldestAt === null
            ? t('pro.tablets.waitingNone')
            : t('pro.tablets.waiting', { count: waiting, time: since(oldestAt) })}
        </span>
        {parked > 0 && <span>{t('pro.tablets.parked', { count: parked })}</span>}
        <span class="hint">
          {lastSeenAt === null
            ? t('pro.tablets.neverSeen')
            : t('pro.tablets.lastSeen', { when: when(lastSeenAt, now, words) })}
          {version !== null && ` · ${t('pro.tablets.version', { version })}`}
        </span>
        {care && <b class="entry__care">{t(`pro.tablets.care.${care}`)}</b>}
      </p>
      {children}
    </li>
  )
}
