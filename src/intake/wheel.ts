import type { Answers } from './answers.ts'
import { type AreaCode, areas } from './codes.ts'
import { contentOf, contentOfSummary } from './content.ts'
import type { Summary } from './summary.ts'

export interface Segment {
  readonly area: AreaCode
  /** `open` was not spoken about; that is not worse than the others. */
  readonly part: 'good' | 'change' | 'open'
  /** How it goes now, for `change`: 1 difficult, 2 so-so, 3 good. Absent: not said. Never added up. */
  readonly level?: 1 | 2 | 3
}

const levels = { 'scale.hard': 1, 'scale.ok': 2, 'scale.good': 3 } as const

/**
 * The seven parts of the wheel, always in the same clock places so that resident and professional can point at the same
 * one in every language. What somebody wants to change is shown as that, also when it goes well.
 */
export function wheelOf(card: Answers | Summary): readonly Segment[] {
  const { good, change } = 'v' in card ? contentOfSummary(card) : contentOf(card)
  return areas.map((area): Segment => {
    const wanted = change?.find(i => i.area === area)
    if (wanted) return { area, part: 'change', ...(wanted.scale ? { level: levels[wanted.scale] } : {}) }
    return { area, part: good?.includes(area) ? 'good' : 'open' }
  })
}
