import { existsSync, readdirSync, readFileSync } from 'node:fs'

import { inOrder, type Meta } from '#i18n/order.ts'

import { type Dress, dresses, modes, plain } from './dress.ts'
import type { Language, Walk } from './walk.ts'

/** Languages in which every page is seen whole: the one the texts are written in, and two other scripts. */
const whole: readonly Language[] = ['nl', 'ar', 'ti']

/** The languages in which this side of the product exists, in the order in which the product shows them. */
export const languagesOf = (side: Walk['side']): readonly Language[] =>
  readdirSync('locales')
    .filter(code => existsSync(`locales/${code}/${side}.json`))
    .map(code => ({ code, ...(JSON.parse(readFileSync(`locales/${code}/meta.json`, 'utf8')) as Meta) }))
    .sort(inOrder)
    .map(({ code }) => code)

/** One walk in one language. */
export interface Tour {
  readonly walk: Walk
  readonly language: Language
  /** The dresses in which the next state on it is looked at. */
  readonly next: () => readonly Dress[]
}

/**
 * Which walks to go. `full`: each in each language, each state in every dress. `short`: each in Dutch, Arabic and
 * Tigrinya with each state on a phone, and in one of the other languages. Those share the walks among them and change
 * dress at each state, so that every two of language, width and mode meet (`unmet`).
 */
export function plan(walks: readonly Walk[], how: 'full' | 'short', of = languagesOf): Tour[] {
  const worn = new Map<string, number>()
  const change = (side: Walk['side'], language: Language) => {
    const others = of(side).filter(i => !whole.includes(i))
    const nth = worn.get(`${side} ${language}`) ?? 3 * others.indexOf(language)
    worn.set(`${side} ${language}`, nth + 1)
    return [dresses[nth % dresses.length]!]
  }
  return (['resident', 'desk'] as const).flatMap(side =>
    walks
      .filter(walk => walk.side === side)
      .flatMap((walk, at): Tour[] => {
        const all = walk.once ? ['nl'] : of(side)
        if (how === 'full') return all.map(language => ({ walk, language, next: () => dresses }))
        const own = [plain(side === 'desk' ? 'laptop' : 'phone')]
        const others = all.filter(i => !whole.includes(i))
        const other = others.slice(at % (others.length || 1)).slice(0, 1)
        return [
          ...all.filter(i => whole.includes(i)).map(language => ({ walk, language, next: () => own })),
          ...other.map(language => ({ walk, language, next: () => change(side, language) }))
        ]
      })
  )
}

/** One look: who saw what, and how. */
export type Seen = Dress & { readonly side: Walk['side']; readonly language: Language }

/** Pairs of language, width and mode that should have met and did not, one line each. */
export function unmet(seen: readonly Seen[], of = languagesOf): string[] {
  const met = new Set(
    seen.flatMap(({ side, language, size, mode }) => [
      `${side}, ${language}, ${size}`,
      `${side}, ${language}, ${mode}`,
      `${side}, ${size}, ${mode}`
    ])
  )
  return (['resident', 'desk'] as const).flatMap(side => {
    const others = of(side).filter(i => !whole.includes(i))
    const sizes = [...new Set(dresses.map(i => i.size))]
    const wanted = [
      ...others.flatMap(language => [...sizes, ...modes].map(i => `${side}, ${language}, ${i}`)),
      ...sizes.flatMap(size => modes.map(mode => `${side}, ${size}, ${mode}`))
    ]
    return wanted.filter(pair => !met.has(pair))
  })
}
