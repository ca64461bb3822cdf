import { type JourneyEvent, journey } from '#intake/journey.ts'
import type { Visit } from '#intake/visit.ts'
import { type Words } from '#i18n/words.ts'
import { useOnline } from '#ui/online.ts'
import { SkyLine } from '#ui/SkyLine.ts'
import { WordsContext } from '#ui/words.ts'
import type { ComponentType } from 'preact'
import { useEffect, useMemo, useReducer, useRef, useState } from 'preact/hooks'

import type { AsidesProps } from './Asides.tsx'
import { Language } from './conversation/Language.tsx'
import type { LanguagePage } from './conversation/languagePage.ts'
import type { Device, PlaceHere } from './page.ts'
import { Shown } from './Shown.tsx'
import { type BackGuard, guardBack } from './visit/guardBack.ts'
import type { Keeper } from './visit/keepDraft.ts'
import { useAttract } from './visit/useAttract.ts'
import { useIdle } from './visit/useIdle.ts'

export interface AppProps {
  readonly first: Visit
  readonly words: Words
  readonly place: PlaceHere
  readonly device: Device
  readonly keeper: Keeper
  readonly languagePage: LanguagePage
  readonly loadWords: (language: string) => Promise<Words>
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

/** A visit from the first page to the last. The journey decides; this shows its page and keeps its draft. */
export function App({ first, words: firstWords, place, device, keeper, languagePage, loadWords }: AppProps) {
  const [visit, dispatch] = useReducer(journey, first)
  const [words, setWords] = useState(firstWords)
  const [Asides, setAsides] = useState<ComponentType<AsidesProps>>()
  const [largeLetters, setLargeLetters] = useState(false)
  const online = useOnline()
  const now = useRef(visit)
  now.current = visit

  const tell = useMemo(
    () => (event: JourneyEvent) => {
      const ends = event.type === 'wipe' || (event.type === 'next' && now.current.page === 'done')
      if (ends) device.wipe()
      else dispatch(event)
    },
    [device]
  )

  useEffect(() => {
    if (visit.language === words.language) return
    let wanted = true
    void loadWords(visit.language).then(
      loaded => wanted && setWords(loaded),
      // without a network and not yet kept on this device: the page stays in the language it has
      () => undefined
    )
    return () => {
      wanted = false
    }
  }, [visit.language, words.language, loadWords])

  useEffect(() => {
    const root = document.documentElement
    root.lang = words.language
    root.dir = words.dir
    languagePage.say(words)
  }, [words, languagePage])

  useEffect(() => {
    if (place.profile.practice) document.documentElement.dataset['practice'] = ''
  }, [place])

  useEffect(() => {
    // "Grotere letters" goes with the visit: the next person gets a fresh document
    if (largeLetters) document.documentElement.dataset['letters'] = 'large'
    else delete document.documentElement.dataset['letters']
  }, [largeLetters])

  useEffect(() => {
    // fetched ahead: who needs help needs it without a network as well
    void import('./Asides.tsx').then(i => setAsides(() => i.Asides))
  }, [])

  useEffect(() => {
    if (mayKeep(visit)) keeper.keep(visit)
    else if (visit.page === 'done') void keeper.forget()
  }, [visit, keeper])

  const atStart = visit.page === 'language' && visit.trail.length === 0
  const guard = useRef<BackGuard>(undefined)
  useEffect(() => {
    guard.current = guardBack(window, () => tell({ type: 'back' }))
    return () => guard.current?.stop()
  }, [tell])
  useEffect(() => guard.current?.set(!atStart), [atStart])

  const tablet = device.kind === 'tablet'
  const idle = useIdle(tablet && !atStart, place.profile.idleSeconds, device.now, () => tell({ type: 'wipe' }))
  const attracts = useAttract(tablet && atStart && !visit.overlay, () => {
    languagePage.set(first.language)
    tell({ type: 'choose', code: first.language })
  })

  const over = idle.left !== undefined || attracts || visit.overlay !== undefined
  const covered = over && Asides !== undefined

  // a label may name the place, and whoever shows it cannot know which one that is
  const spoken = useMemo((): Words => {
    const { place: name, privacyContact } = visit.setting
    return { ...words, t: (key, values) => words.t(key, { place: name, privacyContact, ...values }) }
  }, [words, visit.setting])

  const props = { visit, dispatch: tell, place, device }
  return (
    <WordsContext.Provider value={spoken}>
      {place.profile.practice && (
        <aside class="practice">
          <span>{spoken.t('practice.banner')}</span>
        </aside>
      )}
      <SkyLine.Provider value={online || visit.page === 'language' ? undefined : spoken.t('sync.offline')}>
        {Asides && over && (
          <Asides
            visit={visit}
            dispatch={tell}
            seconds={idle.left}
            onStay={idle.stay}
            attracts={attracts}
            largeLetters={largeLetters}
            onLetters={() => setLargeLetters(!largeLetters)}
          />
        )}
        <div hidden={covered}>
          {visit.page === 'language' ? (
            !covered && <Language visit={visit} dispatch={tell} page={languagePage} />
          ) : (
            <Shown {...props} />
          )}
        </div>
      </SkyLine.Provider>
    </WordsContext.Provider>
  )
}
