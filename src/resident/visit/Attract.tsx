import { Button } from '#ui/Button.tsx'
import { useWords } from '#ui/words.ts'

/** Hello in a few scripts, on the stones of the path: who sees it from afar knows that they may come. */
const greetings = [
  { text: 'Hello', lang: 'en', x: 668, y: 431, size: 19 },
  { text: 'مرحبا', lang: 'ar', x: 622, y: 490, size: 30 },
  { text: 'Welkom', lang: 'nl', x: 688, y: 576, size: 40 }
] as const

const stones = [
  'M703 356C702 353 707 351 714 351C722 351 727 353 727 355C726 357 721 358 714 358C707 358 703 358 703 356Z',
  'M728 370C729 366 721 363 710 363C697 363 687 365 688 369C689 373 698 375 709 375C722 375 727 374 728 370Z',
  'M660 393C658 386 672 381 690 381C713 381 729 384 728 391C727 398 711 401 693 401C670 401 661 399 660 393Z',
  'M722 428C725 417 704 408 674 408C638 408 612 414 614 424C616 436 641 441 670 441C706 441 720 439 722 428Z',
  'M536 485C532 467 565 453 612 453C670 453 711 462 708 479C705 498 665 507 619 507C562 507 539 503 536 485Z',
  'M816 571C822 543 772 521 703 521C616 521 555 535 560 561C565 591 624 605 693 605C778 605 811 598 816 571Z'
] as const

/** A tablet that nobody stands at: the whole landscape, and one stone to tap. `useAttract` hears any tap. */
export function Attract({ place }: { place: string }) {
  const { t } = useWords()
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
        {greetings.map(({ text, lang, x, y, size }) => (
          <text key={lang} lang={lang} direction={lang === 'ar' ? 'rtl' : 'ltr'} x={x} y={y} font-size={size}>
            {text}
          </text>
        ))}
      </svg>
      <main>
        <div class="scene__text">
          <p class="scene__place">
            <bdi>{place}</bdi>
          </p>
          <h1>
            {t('app.title')
              .split(/\? /)
              .map((part, i, all) => (
                <span key={part}>{i < all.length - 1 ? `${part}?` : part} </span>
              ))}
          </h1>
        </div>
        <div class="attract__start">
          <Button onTap={() => undefined}>{t('welcome.start')}</Button>
        </div>
      </main>
    </div>
  )
}
