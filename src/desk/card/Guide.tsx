import { guideOf } from '#intake/guide.ts'
import type { Summary } from '#intake/summary.ts'
import { useWords } from '#ui/words.ts'

import { guideWords } from './guideWords.ts'

export interface GuideProps {
  readonly summary: Summary
  /** Which stone the professional stands on; kept while this card is open, and nowhere else. */
  readonly at: number
  readonly onAt: (at: number) => void
  readonly onPosture: () => void
  readonly onReverse: () => void
}

/** First sentences for the talk, chosen from the card, as stones to walk. None of them has to be said. */
export function Guide({ summary, at, onAt, onPosture, onReverse }: GuideProps) {
  const { t } = useWords()
  const prompts = guideOf(summary)
  return (
    <aside class="guide" aria-labelledby="guide-title">
      <h2 id="guide-title">{t('pro.guide.title')}</h2>
      <ol class="guide__path">
        {prompts.map((prompt, place) => (
          <li key={prompt.key} class={place < at ? 'is-laid' : place === at ? 'is-here' : undefined}>
            <button type="button" aria-current={place === at ? 'step' : undefined} onClick={() => onAt(place)}>
              {guideWords(prompt, t)}
            </button>
          </li>
        ))}
      </ol>
      <div class="posture">
        <button type="button" class="posture__open" onClick={onPosture}>
          <b>{t('pro.posture.title')}</b>
        </button>
        <button type="button" class="posture__open" onClick={onReverse}>
          <b>{t('pro.reverse.title')}</b>
        </button>
        <p class="posture__line">{t('pro.posture.p2')}</p>
      </div>
    </aside>
  )
}
