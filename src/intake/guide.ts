import type { Value } from './lines.ts'
import type { Summary } from './summary.ts'

/** One sentence for the conversation; `values` fill its placeholders, each a label or the resident's own words. */
export interface Prompt {
  readonly key: string
  readonly values?: { readonly strength: Value }
}

/** First sentence at each confidence about the step. */
const aboutStep = { 'sure.yes': 'step', 'sure.maybe': 'maybe', 'sure.toobig': 'toobig' } as const

/** One strength to begin with: a named one, else the resident's own words. */
function firstStrength({ strength = [], strengthText }: Summary): Value | undefined {
  const named = strength.find(code => code !== 'strength.other' && code !== 'strength.none')
  if (named) return { key: named }
  return strengthText ? { text: strengthText } : undefined
}

/**
 * The conversation guide, chosen from what is on the card and never from what is not. Opening sentences first; what
 * somebody wants to tell before anything that may be difficult; the agreement in their own words last. Who only wanted
 * to talk has no card to look at together.
 */
export function guideOf(summary: Summary): readonly Prompt[] {
  const { scope, direction = [], step, support = [], ask = [], talkInPerson } = summary
  const strength = firstStrength(summary)
  const money =
    ask.includes('ask.money') || direction.some(i => i === 'direction.work' || i === 'direction.worksupport')
  const people = step?.with === 'with.alone' || support.includes('support.none') || ask.includes('ask.meet')
  const key = (name: string, when: boolean): readonly Prompt[] => (when ? [{ key: `pro.guide.${name}` }] : [])
  const hasCard = scope !== 'talk'
  return [
    ...key('open', hasCard),
    ...key('check', hasCard),
    ...key('tell', talkInPerson === true),
    ...(strength ? [{ key: 'pro.guide.strength', values: { strength } }] : []),
    ...key('unsure', direction.includes('direction.unsure')),
    ...key(
      'wish',
      direction.some(i => i !== 'direction.unsure')
    ),
    ...(step?.sure ? key(aboutStep[step.sure], true) : []),
    ...key('people', people),
    ...key('money', money),
    ...key('advice', true),
    ...key('wide', true),
    ...key('no', true),
    ...key('own', true),
    ...key('end', true)
  ]
}
