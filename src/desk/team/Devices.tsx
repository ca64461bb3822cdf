import { useWords } from '#ui/words.ts'
import type { Device, Team } from '#wire/team.ts'

import { when } from '../board/when.ts'
import { Sure } from '../shell/Sure.tsx'

export interface DevicesProps {
  readonly team: Team
  readonly me: string
  /** The id of the device this page is on. */
  readonly device: string | undefined
  readonly coordinator: boolean
  readonly live: boolean
  readonly now: number
  readonly onRevoke: (id: string) => void
}

const order: readonly Device['state'][] = ['waiting', 'trusted', 'revoked']

/** The computers that hold a key: which ones, of whom, when last seen. A lost one is taken out here. */
export function Devices({ team, me, device, coordinator, live, now, onRevoke }: DevicesProps) {
  const words = useWords()
  const { t } = words
  const nameOf = (member: string) => team.members.find(({ id }) => id === member)?.name ?? ''
  const devices = [...team.devices].sort(
    (a, b) => order.indexOf(a.state) - order.indexOf(b.state) || a.createdAt - b.createdAt
  )
  return (
    <section class="panel" aria-labelledby="devices">
      <h2 id="devices">{t('pro.team.devices')}</h2>
      <ul class="entries">
        {devices.map(({ id, name, member, state, lastSeenAt }) => (
          <li key={id} class={`entry entry--${state}`}>
            <p class="entry__what">
              <b>
                <bdi>{name}</bdi>
                {id === device && ` (${t('pro.team.thisDevice')})`}
              </b>
              <span>
                <bdi>{nameOf(member)}</bdi> · <span class={`device device--${state}`}>{t(`pro.team.${state}`)}</span>
              </span>
              <span class="hint">
                {lastSeenAt === null
                  ? t('pro.team.neverSeen')
                  : t('pro.team.lastSeen', { when: when(lastSeenAt, now, words) })}
              </span>
            </p>
            {state !== 'revoked' && (coordinator || member === me) && (
              <Sure
                does={t('pro.team.revoke')}
                of={name}
                means={t(id === device ? 'pro.team.revokeThis' : 'pro.team.revokeMeans')}
                disabled={!live}
                onDo={() => onRevoke(id)}
              />
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
