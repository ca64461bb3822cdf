import { useWords } from '#ui/words.ts'
import type { LocationProfile } from '#wire/location.ts'

/** The place as it stands, for who may not change it. */
export function Reading({ profile }: { profile: LocationProfile }) {
  const { t, date } = useWords()
  const lines: readonly (readonly [string, string])[] = [
    ['address', profile.address],
    ['hours', profile.hours],
    ['telephone', profile.telephone],
    ['privacyContact', profile.privacyContact],
    ['keepDays', t('pro.place.days', { count: profile.keepDays })]
  ]
  return (
    <div class="page__columns">
      <section class="panel" aria-labelledby="details">
        <h2 id="details">{t('pro.place.details')}</h2>
        <dl class="facts">
          {lines
            .filter(([, value]) => value)
            .map(([name, value]) => (
              <div key={name}>
                <dt>{t(`pro.place.${name}`)}</dt>
                <dd>
                  <bdi>{value}</bdi>
                </dd>
              </div>
            ))}
        </dl>
        <p class="hint">{t('pro.place.coordinatorOnly')}</p>
      </section>
      <section class="panel" aria-labelledby="promises">
        <h2 id="promises">{t('pro.promise.title')}</h2>
        <ul class="stones">
          {profile.promises.map(({ id, name, at }) => (
            <li key={id}>
              {t(`pro.promise.${id}`)}
              <small>{t('pro.place.signedBy', { name, date: date(at) })}</small>
            </li>
          ))}
        </ul>
        {profile.promises.length === 0 && <p class="hint">{t('pro.place.noPromises')}</p>}
      </section>
    </div>
  )
}
