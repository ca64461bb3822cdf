import { begin } from '#intake/visit.ts'
import type { Words } from '#i18n/words.ts'
import { startOutbox } from '#outbox/start.ts'
import { openStore } from '#store/database.ts'
import { WordsContext } from '#ui/words.ts'
import { type ComponentChild, render } from 'preact'

import { type Behind, converse, type Here, type Ready } from './converse.tsx'
import type { NotEnrolled } from './kiosk/enrol.ts'
import { makeHealth } from './kiosk/health.ts'
import { type Address, readAddress, type TabletLink } from './place/address.ts'
import { ChoosePlace } from './place/ChoosePlace.tsx'
import { NoPlace } from './place/NoPlace.tsx'
import { openPlace } from './place/openPlace.ts'
import { settingOf } from './place/setting.ts'
import type { Outside } from './start.ts'
import { findDraft, readDraft } from './visit/keepDraft.ts'
import { oneTab } from './visit/oneTab.ts'
import { OtherTab } from './visit/OtherTab.tsx'
import { Resume } from './visit/Resume.tsx'
import { betweenVisits } from './visit/updates.ts'
import { waited } from './waited.ts'

/** A stored place waits this long for a newer one. */
const PATIENCE = 1_500

/** What comes after the language page: this device's drawer, the outbox, the place, then the conversation. */
export async function open(behind: Behind): Promise<void> {
  const { fetch, now } = behind
  const store = await openStore()
  const worker = navigator.serviceWorker ? { serviceWorker: navigator.serviceWorker } : {}
  const outbox = startOutbox(
    { store, fetch, now, random: Math.random, locks: navigator.locks },
    { window, document, ...worker }
  )
  const between = betweenVisits(window, () => import('#ui/update.ts').then(i => i.keepUpToDate))
  const begun = () => between.free(false)
  behind.page.listen(begun)
  // a tap may have come before all of this
  if (behind.page.tapped()) begun()
  const ready: Ready = { ...behind, store, outbox, between, refresh: () => between.refresh() }
  await oneTab(navigator.locks, () => void show(ready, <OtherTab />))
  await goTo(readAddress(behind.address), ready)
}

async function goTo(address: Address, ready: Ready): Promise<void> {
  const { page, store, now } = ready
  if (address !== 'malformed' && address.kind === 'link') return setUp(address, ready)
  const found = await openPlace(address, { store, fetch: ready.fetch, patience: () => waited(PATIENCE) })

  if ('wrong' in found) {
    await decided(page)
    return show(ready, <NoPlace why={found.wrong} onRetry={ready.refresh} />)
  }
  if ('choose' in found) {
    await decided(page)
    const choose = (location: string) => void goTo({ kind: 'phone', location }, ready)
    return show(ready, <ChoosePlace places={found.choose} onChoose={choose} />)
  }

  const { kind, place, tablet } = found
  const { version } = ready
  const forged = Boolean(found.doubted)
  const here: Here = tablet
    ? { place, tablet: { code: tablet.code, health: makeHealth({ name: tablet.name, version, forged }) } }
    : { place }
  const setting = settingOf(place.profile, kind)
  const kept = await findDraft(store, kind, now())
  const resumed = kept && (await readDraft(kept, setting))
  if (!kept || !resumed || resumed === 'unreadable') {
    await store.draft.forget()
    return converse(begin(setting, page.language()), here, ready)
  }
  const goOn = () => void converse(resumed, here, ready, kept)
  const wipe = () => void store.draft.forget().then(ready.refresh)
  page.set(resumed.language)
  return show(ready, <Resume onGoOn={goOn} onWipe={wipe} />)
}

/** Staff set this browser up as a tablet of the place, by a link from the desk. */
async function setUp(link: TabletLink, ready: Ready): Promise<void> {
  const around = { store: ready.store, fetch: ready.fetch }
  // the address is empty by now: a newer version waits until this is done, and trying again keeps the link
  ready.between.free(false)
  const refuse = (why: NotEnrolled) => show(ready, <NoPlace why={why} onRetry={() => void setUp(link, ready)} />)
  const parts = Promise.all([import('./kiosk/enrol.ts'), import('./kiosk/EnrolPage.tsx')])
  const come = await parts.catch(() => undefined)
  if (!come) return refuse('offline')
  const [{ meetPlace }, { EnrolPage }] = come
  const met = await meetPlace(link, around)
  if ('wrong' in met) return refuse(met.wrong)
  return show(
    ready,
    <EnrolPage
      met={met}
      around={around}
      persist={async () => (await navigator.storage?.persist?.()) ?? false}
      onStart={ready.refresh}
      onWrong={why => void show(ready, <NoPlace why={why} onRetry={ready.refresh} />)}
    />
  )
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
  page.say(words)
  page.show(false)
  render(<WordsContext.Provider value={words}>{child}</WordsContext.Provider>, root)
}
