import { stepOf } from '#intake/flow.ts'
import type { Page } from '#intake/visit.ts'

import { Question } from './conversation/Question.tsx'
import { Welcome } from './conversation/Welcome.tsx'
import type { PageOf } from './page.ts'

/** Pages that come with the first view, so that the first question needs nothing more. */
const here: Partial<Record<Page, PageOf>> = { welcome: Welcome }

/** Pages that are fetched while the resident reads the ones before. */
const later: Partial<Record<Page, () => Promise<PageOf>>> = {
  talk: () => import('./conversation/Talk.tsx').then(i => i.Talk),
  privacy: () => import('./conversation/Privacy.tsx').then(i => i.Privacy)
}

const arrived = new Map<Page, PageOf>()

/** The component of a page, or nothing while it is still on its way (`fetchPage`). */
export function pageOf(page: Page): PageOf | undefined {
  return stepOf(page) ? Question : (here[page] ?? arrived.get(page))
}

/** Fetches a page's component. Throws when it cannot be fetched, or when there is no such page. */
export async function fetchPage(page: Page): Promise<PageOf> {
  const known = pageOf(page)
  if (known) return known
  const fetching = later[page]
  if (!fetching) throw new Error(`no page called ${page}`)
  const component = await fetching()
  arrived.set(page, component)
  return component
}

/** Fetches all pages ahead, because the network may be gone from the first question on. One that fails is tried again when it is asked for. */
export async function fetchPagesAhead(): Promise<void> {
  await Promise.allSettled(Object.keys(later).map(page => fetchPage(page as Page)))
}
