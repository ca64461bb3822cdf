import { useWords } from '#ui/words.ts'
import type { LocationProfile } from '#wire/location.ts'

import { posterLink, tabletLink } from '../links.ts'
import { Icon } from '../shell/Drawing.tsx'
import { LinkBox } from '../shell/LinkBox.tsx'
import { Poster } from './Poster.tsx'

export interface DoorsProps {
  readonly profile: LocationProfile
  readonly root: Uint8Array
  readonly origin: string
}

/** The two ways in for residents: their own phone by the poster, and the tablet of the place. */
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
      <section class="panel" aria-labelledby="tablet">
        <h2 id="tablet">{t('pro.place.tablet')}</h2>
        <p class="hint">{t('pro.place.tabletWhy')}</p>
        <LinkBox link={tabletLink(origin, profile.id, root)} label={t('pro.place.tablet')} />
      </section>
      <Poster profile={profile} link={poster} />
    </div>
  )
}
