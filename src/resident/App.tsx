import { type JourneyEvent, journey } from '#intake/journey.ts'
import type { Visit } from '#intake/visit.ts'
import { type Words } from '#i18n/words.ts'
import { AloudContext } from '#ui/aloud.ts'
import { keepOffline } from '#ui/keepOffline.ts'
import { useOnline } from '#ui/online.ts'
import { SkyLine } from '#ui/SkyLine.ts'
import type { Theme } from '#ui/theme.ts'
import { TranslatedContext } from '#ui/Translated.tsx'
import { WordsContext } from '#ui/words.ts'
import type { ComponentType } from 'preact'
import { useEffect, useMemo, useReducer, useRef, useState } from 'preact/hooks'

import type { Speech } from './aloud/speech.ts'
import { useAloudHere } from './aloud/useAloudHere.ts'
import type { AsidesProps } from './Asides.tsx'
import { Language } from './conversation/Language.tsx'
import type { LanguagePage } from './conversation/languagePage.ts'
import { useEase } from './ease/useEase.ts'
import type { Kiosk } from './kiosk/kiosk.ts'
import type { Device, PlaceHere } from './page.ts'
import { Shown } from './Shown.tsx'
import { useOwnOrDutch } from './useOwnOrDutch.ts'
import { type BackGuard, guardBack } from './visit/guardBack.ts'
import { Guarded } from './visit/Guarded.tsx'
import type { Keeper } from './visit/keepDraft.ts'
import { useFocusBack } from './visit/useFocusBack.ts'
import { useIdle } from './visit/useIdle.ts'

export interface AppProps {
  readonly first: Visit
  readonly words: Words
  readonly place: PlaceHere
  readonly device: Device
  readonly keeper: Keeper
  readonly languagePage: LanguagePage
  readonly loadWords: (language: string) => Promise<Words>
  /** On a tablet of the place. */
  readonly kiosk?: Kiosk | undefined
  /** The voices of this device and place. */
  readonly speech?: Speech | undefined
  /** The resident is past the choice of a language, with this one. */
  readonly onSettled?: ((language: string) => void) | undefined
  /** The colours of this document. */
  readonly theme?: Theme | undefined
}

/**
 * Nothing is kept before the questions, nor on a tablet after sharing: there the answers are in the outbox, sealed.
 * An own phone keeps its code for the hour.
 */
function mayKeep({ trail, shared, setting, page }: Visit): boolean {
  return setting.device === 'phone'
    ? trail.length > 1 || shared !== undefined
    : trail.length > 1 && !shared && page !== 'done'
}

const isAtStart = ({ page, trail }: Visit): boolean => page === 'language' && trail.length === 0

/** A visit from the first page to the last. The journey decides; this shows its page and keeps its draft. */
export function App(given: AppProps) {
  const {
    first,
    words: firstWords,
    place,
    device,
    keeper,
    languagePage,
    loadWords,
    kiosk,
    speech,
    onSettled,
    theme
  } = given
  const [visit, dispatch] = useReducer(journey, first)
  const [own, setOwn] = useState(firstWords)
  const choosing = visit.page === 'language'
  const { words, translated } = useOwnOrDutch(own, choosing, loadWords)
  const [Asides, setAsides] = useState<ComponentType<AsidesProps>>()
  const ease = useEase(theme)
  const online = useOnline()
  const now = useRef(visit)
  now.current = visit

  const tell = useMemo(
    () => (event: JourneyEvent) => {
      const visit = now.current
      const over = event.type === 'wipe' || (event.type === 'next' && visit.page === 'done')
      // on a tablet whoever is back at the first page has left: the next one must not find an answer behind it
      const left = kiosk && !isAtStart(visit) && isAtStart(journey(visit, event))
      if (over || left) device.wipe()
      else dispatch(event)
    },
    [device, kiosk]
  )

  useEffect(() => {
    if (visit.language === own.language) return
    let wanted = true
    void loadWords(visit.language).then(
      loaded => wanted && setOwn(loaded),
      // without a network and not yet kept on this device: the page stays in the language it has
      () => undefined
    )
    return () => {
      wanted = false
    }
  }, [visit.language, own.language, loadWords])

  useEffect(() => languagePage.say(words), [words, languagePage])

  useEffect(() => {
    // a tablet keeps the languages of its first page (`converse.tsx`)
    if (!kiosk) void keepOffline(navigator.serviceWorker, [{ code: own.language, script: own.script }])
  }, [own, kiosk])

  useEffect(() => {
    if (!choosing) onSettled?.(visit.language)
  }, [choosing, visit.language])

  const practice = place.profile.practice || device.practice === true
  useEffect(() => {
    if (practice) document.documentElement.dataset['practice'] = ''
  }, [practice])

  useEffect(() => {
    // fetched ahead: who needs help needs it without a network as well
    void import('./Asides.tsx').then(i => setAsides(() => i.Asides))
  }, [])

  useEffect(() => {
    if (mayKeep(visit)) keeper.keep(visit)
    else if (visit.page === 'done') void keeper.forget()
  }, [visit, keeper])

  const atStart = isAtStart(visit)
  const guard = useRef<BackGuard>(undefined)
  useEffect(() => {
    guard.current = guardBack(window, () => tell({ type: 'back' }))
    return () => guard.current?.stop()
  }, [tell])
  useEffect(() => guard.current?.set(!atStart), [atStart])

  const tablet = device.kind === 'tablet'
  const idle = useIdle(tablet && !atStart, place.profile.idleSeconds, device.now, () => tell({ type: 'wipe' }))

  const over = idle.left !== undefined || visit.overlay !== undefined
  const covered = over && Asides !== undefined
  useFocusBack(covered)

  // a label may name the place, and whoever shows it cannot know which one that is
  const spoken = useMemo((): Words => {
    const { place: name, privacyContact } = visit.setting
    return { ...words, t: (key, values) => words.t(key, { place: name, privacyContact, ...values }) }
  }, [words, visit.setting])

  const aloud = useAloudHere({ visit, words: spoken, speech, asking: idle.left, now: device.now })

  const props = { visit, dispatch: tell, place, device }
  return (
    <WordsContext.Provider value={spoken}>
      <TranslatedContext.Provider value={translated}>
        <AloudContext.Provider value={aloud}>
          {ease.oneSwitch && ease.OneSwitch && (
            <ease.OneSwitch slow={aloud.slow} onStop={() => ease.turn('oneSwitch')} />
          )}
          {practice && (
            <aside class="practice">
              <span>{spoken.t('practice.banner')}</span>
            </aside>
          )}
          <SkyLine.Provider value={online || choosing ? undefined : spoken.t('sync.offline')}>
            {Asides && over && (
              <Asides visit={visit} dispatch={tell} seconds={idle.left} onStay={idle.stay} ease={ease} />
            )}
            <div hidden={covered}>
              <Guarded visit={visit} onEnd={device.wipe}>
                {kiosk && atStart ? (
                  <kiosk.Between {...props} kiosk={kiosk} />
                ) : choosing ? (
                  !covered && <Language visit={visit} dispatch={tell} page={languagePage} />
                ) : (
                  <Shown {...props} />
                )}
              </Guarded>
            </div>
          </SkyLine.Provider>
        </AloudContext.Provider>
      </TranslatedContext.Provider>
    </WordsContext.Provider>
  )
}
