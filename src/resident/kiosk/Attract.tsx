import '#ui/scene.css'
import './attract.css'

import { type Language } from '#i18n/languages.ts'
import { Glyph } from '#ui/Glyph.tsx'
import { Qr } from '#ui/Qr.tsx'
import { useWords } from '#ui/words.ts'

import { useLongPress } from './useLongPress.ts'

/** Far stones of the path; the near ones are the languages. */
const stones = [
  'M703 356C702 353 707 351 714 351C722 351 727 353 727 355C726 357 721 358 714 358C707 358 703 358 703 356Z',
  'M728 370C729 366 721 363 710 363C697 363 687 365 688 369C689 373 698 375 709 375C722 375 727 374 728 370Z',
  'M660 393C658 386 672 381 690 381C713 381 729 384 728 391C727 398 711 401 693 401C670 401 661 399 660 393Z',
  'M722 428C725 417 704 408 674 408C638 408 612 414 614 424C616 436 641 441 670 441C706 441 720 439 722 428Z'
] as const

export interface AttractProps {
  readonly place: string
  readonly languages: readonly Language[]
  readonly onBegin: (language: string) => void
  /** What a phone opens; none while staff practise. */
  readonly link?: string | undefined
  /** A sentence for staff, when something is wrong. */
  readonly trouble?: string | undefined
  readonly onStaff: () => void
}

/** Across and down: as even as the stones can lie. */
const across = (count: number) => ({
  '--wide': Math.ceil(count / (count <= 2 ? 1 : count <= 8 ? 2 : 3)),
  '--tall': Math.ceil(count / 4)
})

/**
 * A tablet between two visits: the whole landscape. The near stones are the languages, each in its own script, and one
 * tap on one is the way in. Staff hold a finger on the name of the place.
 */
export function Attract({ place, languages, onBegin, link, trouble, onStaff }: AttractProps) {
  const { t } = useWords()
  const press = useLongPress(onStaff)
  return (
    <div class="scene scene--attract">
      <svg viewBox="0 0 1280 800" preserveAspectRatio="xMidYMid slice" aria-hidden="true">
        <rect class="sky" width="1280" height="340" />
        <path class="field" d="M712 340L-100 452V628zM712 340L1400 404v92zM712 340L1400 700v200H1010z" />
        <clipPath id="sky">
          <rect width="1280" height="340" />
        </clipPath>
        <g clip-path="url(#sky)">
          <path
            class="goal"
            d="M652 348C649 306 674 274 708 274C752 274 783 295 780 333C777 377 748 398 713 398C671 398 655 388 652 348Z"
          />
        </g>
        <path class="line" d="M0 340h1280" />
        {stones.map(stone => (
          <path class="step" d={stone} key={stone} />
        ))}
      </svg>
      <main class="attract">
        <div role="status">{trouble && <p class="attract__trouble">{trouble}</p>}</div>
        <div class="attract__sky">
          <div class="attract__title">
            <p class="scene__place" {...press}>
              <bdi>{place}</bdi>
            </p>
            <button type="button" class="attract__staff" data-staff onClick={onStaff}>
              {t('staff.open')}
            </button>
            <h1>
              {t('app.title')
                .split(/\? /)
                .map((part, i, all) => (
                  <span key={part}>{i < all.length - 1 ? `${part}?` : part} </span>
                ))}
            </h1>
          </div>
          {link && (
            <div class="attract__own">
              <Qr text={link} label={t('attract.scan')} />
              <p>
                <Glyph name="phone" />
                <span>{t('attract.phone')}</span> <span>{t('attract.scan')}</span>
              </p>
            </div>
          )}
        </div>
        <ul
          class="attract__languages"
          data-many={languages.length > 4 ? '' : undefined}
          style={across(languages.length)}
        >
          {languages.map(({ code, name, dir, begin }) => (
            <li key={code}>
              <button type="button" class="attract__stone" data-language={code} onClick={() => onBegin(code)}>
                <bdi lang={code} dir={dir}>
                  {name}
                </bdi>
                {begin && (
                  <small lang={code} dir={dir}>
                    {begin}
                  </small>
                )}
              </button>
            </li>
          ))}
        </ul>
      </main>
    </div>
  )
}
