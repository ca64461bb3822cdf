import { useWords } from '#ui/words.ts'
import type { LocationProfile } from '#wire/location.ts'

import { posterLink } from '../links.ts'
import { Icon } from '../shell/Drawing.tsx'
import { LinkBox } from '../shell/LinkBox.tsx'
import { Poster } from './Poster.tsx'

export interface DoorsProps {
  readonly profile: LocationProfile
  readonly root: Uint8Array
  readonly origin: string
}

/** The way in for residents by their own phone: the poster. Tablets are made on the page of the team. */
export function Doors({ profile, root, origin }: DoorsProps) {
  const { t } = useWords()
  const poster = posterLink(origin, profile.id, root)
  return (
    <div class="page__columns doors">
      <section class="panel" aria-labelledby="poster">
        <h2 id="poster">{t('pro.place.poster')}</h2>
        <p class="hint">{t('pro.place.posterWhy')}</p>
        <LinkBox link={poster} label={t('pro.place.poster')} />
        <p>
          <button type="button" class="btn" onClick={() => print()}>
            <Icon name="print" />
            {t('pro.place.print')}
          </button>
        </p>
      </section>
      <Poster profile={profile} link={poster} />
    </div>
  )
}
