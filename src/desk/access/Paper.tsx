import { useWords } from '#ui/words.ts'

import { Mark } from '../shell/Drawing.tsx'

export interface PaperProps {
  /** 7 groups of 4 with dashes. */
  readonly sheet: string
  readonly place: string
  /** Milliseconds since 1970. */
  readonly at: number
}

/** The recovery sheet as it lies on the screen and comes out of the printer: the only thing on its A4. */
export function Paper({ sheet, place, at }: PaperProps) {
  const { t, date } = useWords()
  return (
    <section class="paper" aria-label={t('pro.access.sheet.paperTitle')}>
      <h2 class="paper__title">
        <Mark />
        {t('pro.access.sheet.paperTitle')}
      </h2>
      <dl class="paper__about">
        <div>
          <dt>{t('pro.access.sheet.paperPlace')}</dt>
          <dd>
            <bdi>{place}</bdi>
          </dd>
        </div>
        <div>
          <dt>{t('pro.access.sheet.paperDate')}</dt>
          <dd>{date(at)}</dd>
        </div>
      </dl>
      <p class="hidden" id="paper-code">
        {t('pro.access.sheet.paperCode')}
      </p>
      <ol class="paper__code" aria-labelledby="paper-code" translate={false} dir="ltr">
        {sheet.split('-').map((group, i) => (
          <li key={i}>{group}</li>
        ))}
      </ol>
      <h3 class="paper__how">{t('pro.access.sheet.paperHow')}</h3>
      <ol class="paper__steps">
        {['paperHow1', 'paperHow2', 'paperHow3'].map(line => (
          <li key={line}>{t(`pro.access.sheet.${line}`)}</li>
        ))}
      </ol>
      <p class="paper__warn">{t('pro.access.sheet.paperWarn')}</p>
    </section>
  )
}
