import { journey } from '#intake/journey.ts'
import { begin, type Visit } from '#intake/visit.ts'
import { languages } from '#i18n/languages.ts'
import type { Words } from '#i18n/words.ts'
import { type Outbox, startOutbox } from '#outbox/start.ts'
import type { StaffCode } from '#sealing/staffCode.ts'
import { openStore, type Store } from '#store/database.ts'
import { keepOffline } from '#ui/keepOffline.ts'
import { WordsContext } from '#ui/words.ts'
import { type ComponentChild, render } from 'preact'

import { recorded } from './aloud/recorded.ts'
import { speechHere } from './aloud/speech.ts'
import { App } from './App.tsx'
import type { NotEnrolled } from './kiosk/enrol.ts'
import { HealthContext, type HealthWatch, makeHealth } from './kiosk/health.ts'
import type { Settled } from './kiosk/settle.ts'
import type { Device, PlaceHere } from './page.ts'
import { fetchPagesAhead } from './pages.ts'
import { type Address, readAddress, type TabletLink } from './place/address.ts'
import { ChoosePlace } from './place/ChoosePlace.tsx'
import { NoPlace } from './place/NoPlace.tsx'
import { openPlace } from './place/openPlace.ts'
import { settingOf } from './place/setting.ts'
import type { Outside } from './start.ts'
import { findDraft, keepDraft, type Kept, readDraft } from './visit/keepDraft.ts'
import { oneTab } from './visit/oneTab.ts'
import { OtherTab } from './visit/OtherTab.tsx'
import { Resume } from './visit/Resume.tsx'
import { betweenVisits, type BetweenVisits } from './visit/updates.ts'

/** A stored place waits this long for a newer one. */
const PATIENCE = 1_500
/** A draft that is not away by then is taken away when the next document starts. */
const FORGOTTEN_WITHIN = 2_000

const waited = (milliseconds: number) => new Promise<void>(resolve => setTimeout(resolve, milliseconds))

export interface Behind extends Outside {
  /** The conversation hears the language page from now on. */
  readonly taken: () => void
}

interface Ready extends Behind {
  readonly store: Store
  readonly outbox: Outbox
  /** Ends a visit with a fresh document. */
  readonly refresh: () => void
  readonly between: BetweenVisits
}

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
  const health = tablet && makeHealth({ name: tablet.name, version: ready.version, forged: Boolean(found.doubted) })
  const here = tablet && health ? { place, tablet: { code: tablet.code, health } } : { place }
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

interface Here {
  readonly place: PlaceHere
  /** On an enrolled tablet. */
  readonly tablet?: { readonly code: StaffCode; readonly health: HealthWatch }
}

async function converse(begun: Visit, { place: real, tablet }: Here, ready: Ready, kept?: Kept): Promise<void> {
  const { page, root, loadWords, now, random, between } = ready
  const kind = begun.setting.device
  const beat = tablet && watchOver(tablet.health, ready)
  const settled = tablet && (await settleIn(real, tablet.code, ready, beat))
  const { place, store, fetch } = settled ?? { ...ready, place: real }
  const words = await loadWords(begun.language)
  // A tap on the language page, made before this tablet had its own first page, is not lost. From here to the first
  // drawing nothing is waited for, so none can come between.
  const first = settled && page.tapped() === 'go' ? journey(begun, { type: 'next' }) : begun
  // the real place's, also while staff practise
  const voices = { fetch: ready.fetch, caches: globalThis.caches, location: real.id }
  const speech = speechHere(globalThis, language =>
    import('#speech/clips.ts').then(i =>
      i.openClips(language, { ...voices, loadWords, generated: real.profile.generatedVoices })
    )
  )
  /** A tablet keeps what was recorded in all languages that its place shows (`aloud/recorded.ts`). */
  const keepVoicesOf = (language: string) =>
    settled || import('#speech/recordings.ts').then(i => i.forgetOthers(voices, [language])).catch(() => undefined)
  const keeper = keepDraft({ store, kind, now }, kept)
  const home = settled && `/k/${place.id}`
  let over = false
  const device: Device = {
    kind,
    store,
    fetch,
    now,
    random,
    draftVersion: () => keeper.version(),
    draftTaken: () => keeper.taken(),
    wake: () => settled?.practice || ready.outbox.wake(),
    ...(beat ? { beat } : {}),
    ...(settled?.practice ? { practice: true } : {}),
    prints: !settled || settled.kiosk.settings.printer === true,
    wipe() {
      if (over) return
      over = true
      // nothing of it stays in a page that Back could bring again
      render(null, root)
      // the key is gone already; a disk that does not answer must not leave a white page
      void Promise.race([keeper.forget(), waited(FORGOTTEN_WITHIN)]).finally(() => between.refresh(home))
    }
  }
  // a page that comes back from the browser's memory would show answers that were wiped
  addEventListener('pageshow', event => event.persisted && location.reload())
  const shown = settled?.kiosk.settings.languages
  if (shown) page.only(shown)
  // every language of this tablet must be there for the next visitor, whether the network is or not
  const here = languages.filter(({ code }) => shown?.includes(code) ?? true)
  if (settled) void keepOffline(navigator.serviceWorker, here)
  const heard = recorded(voices, here, settled !== undefined)
  void heard.then(page.offer)
  if (home && location.pathname !== home) history.replaceState(null, '', home)
  ready.taken()
  // only a resumed visit brings its language: what was tapped here meanwhile is the newer choice
  if (kept) page.set(first.language)
  page.show(false)
  render(null, root)
  render(
    <HealthContext.Provider value={tablet?.health}>
      <App
        first={first}
        words={words}
        place={place}
        device={device}
        keeper={keeper}
        languagePage={page}
        loadWords={loadWords}
        kiosk={settled && { ...settled.kiosk, heard }}
        speech={speech}
        onSettled={language => void keepVoicesOf(language)}
        theme={ready.theme}
      />
    </HealthContext.Provider>,
    root
  )
  void fetchPagesAhead()
}

/** What only a tablet does, fetched by no phone. */
async function settleIn(place: PlaceHere, code: StaffCode, ready: Ready, beat: Device['beat']): Promise<Settled> {
  const { store, fetch, outbox, between } = ready
  // a tablet's outbox must not be cleared away for want of room; an own phone is not asked
  void navigator.storage?.persist?.()
  const sendNow = async () => {
    await outbox.wake()
    await beat?.()
  }
  const { settle } = await import('./kiosk/settle.ts')
  return settle(place, { code, store, fetch, sendNow, free: between.free, restart: between.refresh })
}

/** Tells the desk how this tablet is doing, as long as the page is there. The answer tells it now. */
function watchOver(health: HealthWatch, { store, fetch, now }: Ready): () => Promise<void> {
  const estimate = navigator.storage?.estimate && (() => navigator.storage.estimate())
  const beating = import('./kiosk/heartbeat.ts').then(({ startHeartbeat }) =>
    startHeartbeat({ store, fetch, now, health, estimate, page: { window, document, navigator } })
  )
  // without network before the worker had it: the next visit is a new document and tries again
  beating.catch(() => undefined)
  return () => beating.then(i => i.beat()).catch(() => undefined)
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
