import { useWords } from '#ui/words.ts'
import type { Team } from '#wire/team.ts'

import { Sure } from '../shell/Sure.tsx'

export interface PeopleProps {
  readonly team: Team
  readonly me: string
  readonly coordinator: boolean
  readonly live: boolean
  readonly onEnd: (id: string) => void
}

/** The colleagues who have access, those who had it, and those who are invited. */
export function People({ team, me, coordinator, live, onEnd }: PeopleProps) {
  const { t, date } = useWords()
  const here = team.members.filter(({ active }) => active)
  const gone = team.members.filter(({ active }) => !active)
  return (
    <section class="panel" aria-labelledby="people">
      <h2 id="people">{t('pro.team.people')}</h2>
      <p class="hint">{t('pro.team.holders', { count: team.holders })}</p>
      <ul class="entries">
        {here.map(({ id, name, role }) => (
          <li key={id} class="entry">
            <p class="entry__what">
              <b>
                <bdi>{name}</bdi>
                {id === me && ` (${t('pro.team.you')})`}
              </b>
              <span>{t(`pro.team.${role}`)}</span>
            </p>
            {coordinator && id !== me && (
              <Sure
                does={t('pro.team.end')}
                of={name}
                means={t('pro.team.endMeans')}
                disabled={!live}
                onDo={() => onEnd(id)}
              />
            )}
          </li>
        ))}
        {team.invites.map(invite => (
          <li key={`${invite.name} ${invite.expiresAt}`} class="entry entry--open">
            <p class="entry__what">
              <b>
                <bdi>{invite.name}</bdi>
              </b>
              <span>{t('pro.team.invited', { date: date(invite.expiresAt) })}</span>
            </p>
          </li>
        ))}
      </ul>
      {gone.length > 0 && (
        <details class="more">
          <summary>{t('pro.team.formerly')}</summary>
          <ul class="entries">
            {gone.map(({ id, name }) => (
              <li key={id} class="entry">
                <bdi>{name}</bdi>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}
