import { journey } from '#intake/journey.ts'
import type { Visit } from '#intake/visit.ts'
import { languages } from '#i18n/languages.ts'
import type { Outbox } from '#outbox/start.ts'
import type { StaffCode } from '#sealing/staffCode.ts'
import type { Store } from '#store/database.ts'
import { keepOffline } from '#ui/keepOffline.ts'
import { render } from 'preact'

import { recorded } from './aloud/recorded.ts'
import { speechHere } from './aloud/speech.ts'
import { App } from './App.tsx'
import { HealthContext, type HealthWatch } from './kiosk/health.ts'
import type { Settled } from './kiosk/settle.ts'
import type { Device, PlaceHere } from './page.ts'
import { fetchPagesAhead } from './pages.ts'
import type { Outside } from './start.ts'
import { keepDraft, type Kept } from './visit/keepDraft.ts'
import type { BetweenVisits } from './visit/updates.ts'
import { waited } from './waited.ts'

/** A draft that is not away by then is taken away when the next document starts. */
const FORGOTTEN_WITHIN = 2_000

export interface Behind extends Outside {
  /** The conversation hears the language page from now on. */
  readonly taken: () => void
}

/** What stands once this device's drawer is open. */
export interface Ready extends Behind {
  readonly store: Store
  readonly outbox: Outbox
  /** Ends a visit with a fresh document. */
  readonly refresh: () => void
  readonly between: BetweenVisits
}

/** Which place this device speaks for. */
export interface Here {
  readonly place: PlaceHere
  /** On an enrolled tablet. */
  readonly tablet?: { readonly code: StaffCode; readonly health: HealthWatch }
}

/** The conversation itself, on this device: its voices, its draft, and on a tablet all that only a tablet does. */
export async function converse(begun: Visit, { place: real, tablet }: Here, ready: Ready, kept?: Kept): Promise<void> {
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
  const keepVoicesOf = (language: string) =>
    void import('#speech/recordings.ts').then(i => i.forgetOthers(voices, [language])).catch(() => undefined)
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
        // a tablet keeps what was recorded in all languages that its place shows (`aloud/recorded.ts`)
        onSettled={settled ? undefined : keepVoicesOf}
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
