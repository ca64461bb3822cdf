import './paper.css'

import type { Visit } from '#intake/visit.ts'
import { useFit } from '#ui/fit.ts'
import { Glyph } from '#ui/Glyph.tsx'
import { Picture } from '#ui/Picture.tsx'
import { useWords } from '#ui/words.ts'
import type { LocationProfile } from '#wire/location.ts'
import { useRef } from 'preact/hooks'

import { CardWheel } from '../card/CardWheel.tsx'
import { onPaper } from './onPaper.ts'
import { Also, PaperRow, Sky, StepPath } from './PaperParts.tsx'
import { useDutch } from './useDutch.ts'

export interface PaperProps {
  readonly visit: Visit
  readonly profile: Pick<LocationProfile, 'place' | 'address' | 'hours'>
  /** The day on the paper, milliseconds since 1970. */
  readonly at: number
  /** Once the card is shared. */
  readonly code?: { readonly word: string; readonly digits: string }
}

/**
 * The card on one sheet of A4 that folds to A6, printed side inward: black on white, nothing that is not on the screen,
 * each line also in Dutch. It is the resident's own paper, so what is locked is on it too: at the foot, where it folds
 * away behind the rest when the card is shown. Not on the screen at all.
 */
export function Paper({ visit, profile, at, code }: PaperProps) {
  const { t } = useWords()
  const dutch = useDutch(profile.place)
  const sheet = useRef<HTMLElement>(null)
  useFit(sheet)
  const { sky, drive, step, lines, wheel, onlyMe } = onPaper(visit)
  return (
    <article class="paper" data-room="plain" ref={sheet}>
      <Sky direction={sky} drive={drive} name={visit.name} at={at} dutch={dutch} />
      {step && <StepPath step={step} dutch={dutch} />}
      <section class="paper__ground">
        <CardWheel card={wheel} paper />
        <dl>
          {lines.map(line => (
            <PaperRow key={line.id} line={line} dutch={dutch} />
          ))}
        </dl>
      </section>
      <footer class="paper__foot">
        {code && (
          <div class="paper__code">
            <Picture code={code.word} />
            <p>
              {t('print.code', { code: '' }).trim()}
              <b translate={false}>
                {t(code.word)} {code.digits}
              </b>
              <Also words={dutch}>
                {dutch?.t(code.word)} {code.digits}
              </Also>
            </p>
          </div>
        )}
        <div>
          <p>
            <b>{t('print.mine')}</b>
          </p>
          <Also words={dutch}>{dutch?.t('print.mine')}</Also>
          {profile.hours && <p>{t('print.open', { hours: profile.hours })}</p>}
          <p>
            {profile.address ? t('print.where', { place: profile.place, address: profile.address }) : profile.place}
          </p>
        </div>
      </footer>
      {onlyMe.length > 0 && (
        <section class="paper__only">
          <p class="paper__name">
            <Glyph name="lockClosed" />
            {t('card.lockOn')}
            <span class="paper__how">{t('print.fold')}</span>
          </p>
          <dl>
            {onlyMe.map(line => (
              <PaperRow key={line.id} line={line} dutch={dutch} />
            ))}
          </dl>
        </section>
      )}
      <i class="fold fold--start" />
      <i class="fold fold--end" />
      <i class="fold fold--top" />
      <i class="fold fold--foot" />
    </article>
  )
}
