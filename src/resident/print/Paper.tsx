import './paper.css'

import type { Visit } from '#intake/visit.ts'
import { Glyph } from '#ui/Glyph.tsx'
import { Picture } from '#ui/Picture.tsx'
import { useWords } from '#ui/words.ts'
import type { LocationProfile } from '#wire/location.ts'

import { CardWheel } from '../card/CardWheel.tsx'
import { onPaper, type PaperLine } from './onPaper.ts'
import { Sky, StepPath } from './PaperParts.tsx'

export interface PaperProps {
  readonly visit: Visit
  readonly profile: Pick<LocationProfile, 'place' | 'address' | 'hours'>
  /** The day on the paper, milliseconds since 1970. */
  readonly at: number
  /** Once the card is shared. */
  readonly code?: { readonly word: string; readonly digits: string }
}

/**
 * The card on one sheet of A4 that folds to A6, printed side inward: black on white, nothing that is not on the screen.
 * It is the resident's own paper, so what is locked is on it too, in a place of its own. Not on the screen at all.
 */
export function Paper({ visit, profile, at, code }: PaperProps) {
  const { t, date } = useWords()
  const { sky, drive, step, lines, onlyMe, dense } = onPaper(visit)
  return (
    <article class={dense ? 'paper paper--dense' : 'paper'}>
      <Sky direction={sky} drive={drive} name={visit.name} made={t('card.made', { date: date(at) })} />
      {step && <StepPath step={step} />}
      <section class="paper__ground">
        <CardWheel card={visit.answers} paper />
        <dl>
          {lines.map(line => (
            <div key={line.label}>
              <dt>{t(line.label)}</dt>
              <PaperValues line={line} />
            </div>
          ))}
        </dl>
      </section>
      {onlyMe.length > 0 && (
        <section class="paper__only">
          <p class="paper__name">
            <Glyph name="lockClosed" />
            {t('card.lockOn')}
          </p>
          {onlyMe.map(line => (
            <p key={line.label}>
              {t(line.label)}: <Listed line={line} />
            </p>
          ))}
        </section>
      )}
      <footer class="paper__foot">
        {code && (
          <div class="paper__code">
            <Picture code={code.word} />
            <p>
              {t('print.code', { code: '' }).trim()}
              <b translate={false}>
                {t(code.word)} {code.digits}
              </b>
            </p>
          </div>
        )}
        <div>
          <p>
            <b>{t('print.mine')}</b>
          </p>
          {profile.hours && <p>{t('print.open', { hours: profile.hours })}</p>}
          <p>
            {profile.address ? t('print.where', { place: profile.place, address: profile.address }) : profile.place}
          </p>
        </div>
      </footer>
      <i class="fold fold--start" />
      <i class="fold fold--end" />
      <i class="fold fold--top" />
      <i class="fold fold--foot" />
    </article>
  )
}

function PaperValues({ line }: { line: PaperLine }) {
  const { t } = useWords()
  return (
    <>
      {line.values.map((value, place) => (
        <dd key={place}>
          {'text' in value ? <bdi>{value.text}</bdi> : t(value.key)}
          {'note' in value && value.note && <span class="paper__note"> · {t(value.note)}</span>}
        </dd>
      ))}
    </>
  )
}

function Listed({ line }: { line: PaperLine }) {
  const { t, list } = useWords()
  return <bdi>{list(line.values.map(value => ('text' in value ? value.text : t(value.key))))}</bdi>
}
