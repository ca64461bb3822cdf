import { LocationProfile } from '#wire/location.ts'
import { Tablets } from '#wire/tablets.ts'
import { Team } from '#wire/team.ts'
import { useCallback, useEffect, useRef, useState } from 'preact/hooks'

import { ask } from './ask.ts'
import type { World } from './world.ts'

export interface TeamHook {
  readonly team: Team | undefined
  readonly tablets: Tablets | undefined
  readonly profile: LocationProfile
  /** Reads people, devices, tablets and the place again. */
  readonly again: () => void
  readonly onProfile: (profile: LocationProfile) => void
}

/** People, devices, tablets and the public profile of the place. What cannot be read leaves the last there was. */
export function useTeam(
  { fetch }: Pick<World, 'fetch'>,
  profile: LocationProfile,
  onProfile: (profile: LocationProfile) => void
): TeamHook {
  const [team, setTeam] = useState<Team>()
  const [tablets, setTablets] = useState<Tablets>()
  const { id } = profile
  const heard = useRef(onProfile)
  heard.current = onProfile
  const again = useCallback(() => {
    void ask(fetch, { path: '/v1/desk/team', answer: Team }).then(answer => 'ok' in answer && setTeam(answer.ok))
    void ask(fetch, { path: '/v1/desk/tablets', answer: Tablets }).then(
      answer => 'ok' in answer && setTablets(answer.ok)
    )
    void ask(fetch, { path: `/v1/locations/${encodeURIComponent(id)}`, answer: LocationProfile }).then(
      answer => 'ok' in answer && heard.current(answer.ok)
    )
  }, [fetch, id])
  useEffect(again, [again])
  return { team, tablets, profile, again, onProfile }
}
