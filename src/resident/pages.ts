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
  privacy: () => import('./conversation/Privacy.tsx').then(i => i.Privacy),
  card: () => import('./card/Card.tsx').then(i => i.Card),
  extra: () => import('./card/Extra.tsx').then(i => i.Extra),
  share: () => import('./sharing/Share.tsx').then(i => i.Share),
  pick: () => import('./sharing/Pick.tsx').then(i => i.Pick),
  contact: () => import('./sharing/Contact.tsx').then(i => i.Contact),
  name: () => import('./sharing/Name.tsx').then(i => i.Name),
  speaks: () => import('./sharing/Speaks.tsx').then(i => i.Speaks),
  confirm: () => import('./sharing/Confirm.tsx').then(i => i.Confirm),
  preview: () => import('./sharing/Preview.tsx').then(i => i.Preview),
  code: () => import('./sharing/Code.tsx').then(i => i.Code),
  together: () => import('./sharing/Together.tsx').then(i => i.Together),
  done: () => import('./sharing/Done.tsx').then(i => i.Done)
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
