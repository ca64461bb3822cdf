import type { Answers } from '#intake/answers.ts'
import type { Summary } from '#intake/summary.ts'
import { wheelOf } from '#intake/wheel.ts'
import { Wheel } from '#ui/Wheel.tsx'
import { useWords } from '#ui/words.ts'

const scales = { 1: 'scale.hard', 2: 'scale.ok', 3: 'scale.good' } as const

/** The wheel of a card with its words: who hears it gets the same content as who sees it. */
export function CardWheel({ card, paper }: { card: Answers | Summary; paper?: boolean }) {
  const { t, list } = useWords()
  const parts = wheelOf(card)
  const named = (part: 'good' | 'change') =>
    parts.filter(i => i.part === part).map(({ area, level }) => (level ? `${t(area)} (${t(scales[level])})` : t(area)))
  const words = (names: readonly string[]) => (names.length > 0 ? list(names) : t('card.wheelNothing'))
  return (
    <Wheel
      parts={parts}
      alt={t('card.wheelAlt', { good: words(named('good')), change: words(named('change')) })}
      me={t('card.me')}
      paper={paper ?? false}
    />
  )
}
