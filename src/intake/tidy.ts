import type { Answers } from './answers.ts'
import { areas } from './codes.ts'
import { withField } from './choosing.ts'
import { stepOf } from './flow.ts'
import { canBeSmaller, companyOfStep, isPlanned } from './menu.ts'
import type { Setting } from './visit.ts'

/**
 * The answers that still fit after a page was left. An earlier answer that changed takes along only what no longer
 * makes sense; the rest stays:
 *
 * 1. an area no longer in `change` loses its scale;
 * 2. without "iets anders" its own words go;
 * 3. without a direction there is nothing to have reasons for: `drive` goes (another direction keeps it);
 * 4. a step that the new directions do not offer goes; one that they do offer stays;
 * 5. without a planned step, `when`, `with`, `sure` and `smaller` go;
 * 6. another step keeps `when` and `with` if they are still asked, but `sure` and `smaller` were about the old one;
 * 7. `smaller` stays only beside "misschien" or "te groot".
 *
 * It runs on leaving a page, not on each tap, so that taking a tile away and putting it back costs nothing.
 */
export function tidy(before: Answers, now: Answers, setting: Setting): Answers {
  let kept = now
  const drop = (...fields: (keyof Answers)[]) => {
    for (const field of fields) kept = withField(kept, field, undefined)
  }
  const scaled = areas.filter(area => kept.change?.includes(area) && kept.scale?.[area])
  kept = withField(kept, 'scale', scaled.length ? Object.fromEntries(scaled.map(i => [i, kept.scale?.[i]])) : undefined)

  if (!kept.direction?.includes('direction.other')) drop('directionText')
  if (!kept.strength?.includes('strength.other')) drop('strengthText')
  if (!kept.direction?.length) drop('drive')

  const offered = (page: string, code: string) =>
    stepOf(page)!
      .options({ answers: kept, setting })
      .some(i => i.code === code)
  if (kept.step && !offered('step', kept.step)) drop('step')
  if (kept.step !== 'step.own') drop('stepText')
  if (!isPlanned(kept.step)) drop('when', 'with', 'sure', 'smaller')
  if (kept.step !== before.step && before.step) drop('sure', 'smaller')
  if (kept.when && !offered('when', kept.when)) drop('when')
  if (companyOfStep(kept.step)) drop('with')
  if (!canBeSmaller(kept.step) || !kept.sure || kept.sure === 'sure.yes') drop('smaller')
  return kept
}
