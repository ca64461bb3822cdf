import { begin, type Visit } from '#intake/visit.ts'
import type { Words } from '#i18n/words.ts'
import { startOutbox } from '#outbox/start.ts'
import { openStore, type Store } from '#store/database.ts'
import { WordsContext } from '#ui/words.ts'
import { type ComponentChild, render } from 'preact'

import { App } from './App.tsx'
import type { Device, PlaceHere } from './page.ts'
import { fetchPagesAhead } from './pages.ts'
import type { Address } from './place/address.ts'
import { ChoosePlace } from './place/ChoosePlace.tsx'
import { NoPlace } from './place/NoPlace.tsx'
import { openPlace } from './place/openPlace.ts'
import { settingOf } from './place/setting.ts'
import type { Outside } from './start.ts'
import { findDraft, keepDraft, type Kept, readDraft } from './visit/keepDraft.ts'
import { oneTab } from './visit/oneTab.ts'
import { OtherTab } from './visit/OtherTab.tsx'
import { Resume } from './visit/Resume.tsx'

/** A stored place waits this long for a newer one. */
const PATIENCE = 1_500

export type Behind = Outside & {
  /** The conversation hears the language page from now on. */
  readonly taken: () => void
}

/** What comes after the language page: this device's drawer, the place, perhaps a draft, then the conversation. */
export async function open(outside: Behind): Promise<void> {
  const { page, now } = outside
  const store = await openStore()
  const newer = betweenVisits(page)
  await oneTab(navigator.locks, () => void show(outside, <OtherTab />))
  const found = await openPlace(outside.address, {
    store,
    fetch: outside.fetch,
    patience: () => new Promise(resolve => setTimeout(resolve, PATIENCE))
  })

  if ('wrong' in found) {
    await decided(page)
    return show(outside, <NoPlace why={found.wrong} onRetry={() => location.reload()} />)
  }
  if ('choose' in found) {
    await decided(page)
    const choose = (id: string) => void open({ ...outside, address: { kind: 'phone', location: id } as Address })
    return show(outside, <ChoosePlace places={found.choose} onChoose={choose} />)
  }

  const { kind, place } = found
  const kept = await findDraft(store, kind, now())
  const setting = settingOf(place.profile, kind)
  const resumed = kept && (await readDraft(kept, setting))
  const go = (visit: Visit, draft?: Kept) => void converse({ ...outside, newer }, store, place, visit, draft)
  if (!kept || !resumed || resumed === 'unreadable') {
    await store.draft.forget()
    return go(begin(setting, page.language()))
  }
  const wipe = () => void store.draft.forget().then(newer)
  await show(outside, <Resume onGoOn={() => go(resumed, kept)} onWipe={wipe} />)
}

async function converse(outside: Behind & { newer: () => void }, store: Store, place: PlaceHere, first: Visit, kept?: Kept): Promise<void> {
  const { page, root, loadWords, now, fetch, random } = outside
  const kind = first.setting.device
  const words = await loadWords(first.language)
  const keeper = keepDraft({ store, kind, now }, kept)
  const outbox = startOutbox(
    { store, fetch, now, random: Math.random, locks: navigator.locks },
    { window, document, ...(navigator.serviceWorker ? { serviceWorker: navigator.serviceWorker } : {}) }
  )
  const device: Device = {
    kind,
    store,
    fetch,
    now,
    random,
    draftVersion: () => keeper.version(),
    wake: () => outbox.wake(),
    wipe: () => void keeper.forget().then(outside.newer)
  }
  outside.taken()
  page.set(first.language)
  page.show(false)
  render(null, root)
  render(
    <App
      first={first}
      words={words}
      place={place}
      device={device}
      keeper={keeper}
      languagePage={page}
      loadWords={loadWords}
    />,
    root
  )
  void fetchPagesAhead()
}

/** Resolves once "Verder" was tapped on the language page: what is wrong is then said in the right language. */
function decided(page: Outside['page']): Promise<void> {
  return new Promise(resolve => {
    const look = () => {
      if (!page.tapped()) return
      page.answered()
      quiet()
      resolve()
    }
    const quiet = page.listen(look)
    look()
  })
}

async function show({ page, root, loadWords }: Outside, child: ComponentChild): Promise<void> {
  const words: Words = await loadWords(page.language())
  page.show(false)
  render(<WordsContext.Provider value={words}>{child}</WordsContext.Provider>, root)
}

/**
 * Keeps the app on this device and takes in a newer version, but only between visits: before anything was tapped, or
 * at the end. Gives what ends a visit: a fresh document, so that nothing of it is left in this one's memory.
 */
function betweenVisits(page: Outside['page']): () => void {
  let touched = false
  page.listen(() => (touched = true))
  const fresh = () => location.replace(location.pathname)
  const updates = import('#ui/update.ts').then(({ keepUpToDate }) => {
    const found = keepUpToDate(window, () => touched || found.take())
    return found
  })
  return () => {
    void updates.then(found => {
      if (found.ready()) found.take()
      // taking over loads the page again by itself, if it succeeds
      setTimeout(fresh, found.ready() ? 2_000 : 0)
    }, fresh)
  }
}
