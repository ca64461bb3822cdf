import { isAnswered, withField } from './choosing.ts'
import { route, stepOf, steps } from './flow.ts'
import { tidy } from './tidy.ts'
import { begin, type Page, type Told, type Visit } from './visit.ts'

/**
 * Arrives at a page by going on. A page that Back would come by is returned to, not stacked a second time; while a line
 * of the card is being changed, Back comes by nothing that lies before the card.
 */
export function arrive(visit: Visit, page: Page): Visit {
  const from = visit.editing ? Math.max(0, visit.trail.lastIndexOf('card')) : 0
  const seen = visit.trail.indexOf(page, from)
  const trail = seen < 0 ? [...visit.trail, visit.page] : visit.trail.slice(0, seen)
  return { ...visit, page, trail, arrived: visit.answers }
}

/** Leaves a page: what no longer fits goes (`tidy`). */
export const leave = (visit: Visit): Visit => ({ ...visit, answers: tidy(visit.arrived, visit.answers, visit.setting) })

/** Everything of this person is gone; the device and the place stay. */
export const wiped = ({ setting }: Visit): Visit => begin(setting)

/**
 * The last page. On a tablet, and once the card is under way, no answer is left behind it; what belongs to the card
 * that was shared stays until "Klaar".
 */
export function finished(visit: Visit): Visit {
  if (!visit.shared && visit.setting.device === 'phone') return arrive(visit, 'done')
  const { shared, contact, language, called } = visit
  const kept = { ...(called && { called }), ...(shared && { shared, ...(contact && { contact }) }) }
  return { ...wiped(visit), language, page: 'done', ...kept }
}

const order = (page: Page, told: Told): number => {
  const step = stepOf(page)
  return step ? steps.indexOf(step) + [...route(told)].indexOf(page as never) / 100 : Infinity
}

/** The question after this one; after the last one, the card. */
function following(visit: Visit): Page {
  const here = order(visit.page, visit)
  return route(visit).find(page => order(page, visit) > here) ?? 'card'
}

/**
 * After changing a line: straight back to the card, by way of questions that the change itself made necessary. Those
 * are the ones further on that nobody answered, and that are new or lost their answer by this change.
 */
function followUp(visit: Visit, before: Visit['answers']): Page {
  const here = order(visit.page, visit)
  const asked = route({ ...visit, answers: before })
  const needed = route(visit).find(
    page =>
      order(page, visit) > here &&
      !isAnswered(page, visit.answers) &&
      (!asked.includes(page) || isAnswered(page, before))
  )
  return needed ?? 'card'
}

/** Where "Verder" leads from a question page. */
export function onward(visit: Visit): Visit {
  const left = leave(visit)
  const page = left.editing ? followUp(left, left.editing.before) : following(left)
  return withCard(arrive(left, page))
}

/** On the card, and on the offer of more questions, nothing is being changed any more. */
const withCard = (visit: Visit): Visit =>
  visit.page === 'card' || visit.page === 'extra' ? withField(visit, 'editing', undefined) : visit

/** One page back, past questions that are no longer asked. Nothing lies before the first page and behind the last. */
export function backward(visit: Visit): Visit {
  const left = leave(visit)
  const still = (page: Page) => !stepOf(page) || (route(left) as readonly Page[]).includes(page)
  const trail = [...left.trail]
  while (trail.length > 0) {
    const page = trail.pop()!
    if (still(page)) return withCard({ ...left, page, trail, arrived: left.answers })
  }
  return visit
}
