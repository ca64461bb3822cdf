import { paperCard } from '#intake/paperCard.ts'
import { languages } from '#i18n/languages.ts'
import { printPaperCard } from '#ui/printPaperCard.tsx'
import { useWords } from '#ui/words.ts'
import type { LocationProfile } from '#wire/location.ts'

import { Icon } from '../shell/Drawing.tsx'
import type { Said } from '../useActs.ts'

export interface BlankCardProps {
  readonly profile: LocationProfile
  readonly say: (said: Said) => void
}

/** The questions on paper, for who rather writes and for a room that is full: one tap for each language. */
export function BlankCard({ profile, say }: BlankCardProps) {
  const { t } = useWords()
  const print = async (language: string) => {
    const outcome = await printPaperCard({ sides: paperCard(profile), place: profile, language })
    if (outcome === 'no-words') say({ key: 'pro.place.blankFailed', no: true })
  }
  return (
    <section class="panel" aria-labelledby="blank">
      <h2 id="blank">{t('pro.place.blank')}</h2>
      <p class="hint">{t('pro.place.blankWhy')}</p>
      <p class="sure__do">
        {languages.map(({ code, name }) => (
          <button key={code} type="button" class="btn" onClick={() => void print(code)}>
            <Icon name="print" />
            <span class="hidden">{t('pro.place.blankPrint')} </span>
            <bdi lang={code}>{name}</bdi>
          </button>
        ))}
      </p>
    </section>
  )
}
