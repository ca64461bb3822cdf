import { languages } from '#i18n/languages.ts'
import { Qr } from '#ui/Qr.tsx'
import { useWords } from '#ui/words.ts'
import type { LocationProfile } from '#wire/location.ts'

/** One A4 for the wall, in black on white. On the screen it is not there; only the printer sees it. */
export function Poster({ profile, link }: { profile: LocationProfile; link: string }) {
  const { t } = useWords()
  return (
    <div class="poster" aria-hidden="true">
      <p class="poster__place">
        <bdi>{profile.place}</bdi>
      </p>
      <p class="poster__title">{t('app.title')}</p>
      <svg class="poster__land" viewBox="0 0 220 70">
        <path d="M150 30c0-11 10-18 23-18s23 7 23 18" />
        <path d="M4 30h212" />
        <path d="M106 42.9c-.7-3.1 4.8-5.4 12.3-5.4 9.5 0 16.3 1.5 15.7 4.3-.6 3.2-7 4.7-14.6 4.7-9.2 0-12.8-.7-13.4-3.6z" />
        <path d="M58 55.6C56.7 50.2 66.8 46 80.9 46c17.7 0 30.1 2.7 29.1 7.7-1 5.6-13 8.3-27 8.3-17.2 0-24-1.3-25-6.4z" />
      </svg>
      <Qr text={link} label={t('pro.place.scan')} />
      <p class="poster__scan">{t('pro.place.scan')}</p>
      <p>
        {t('welcome.promiseTest')} {t('welcome.promiseShare')}
      </p>
      <p class="poster__languages">
        {languages.map(({ code, name }) => (
          <bdi key={code} lang={code}>
            {name}
          </bdi>
        ))}
      </p>
      <p>
        {[profile.address, profile.hours].filter(Boolean).map(line => (
          <span key={line} class="poster__line">
            <bdi>{line}</bdi>
          </span>
        ))}
      </p>
    </div>
  )
}
