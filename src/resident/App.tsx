import './conversation/conversation.css'
import '#ui/notice.css'
import '#ui/field.css'
import '#ui/scene.css'

import { type JourneyEvent, journey } from '#intake/journey.ts'
import type { Visit } from '#intake/visit.ts'
import { type Words } from '#i18n/words.ts'
import { useOnline } from '#ui/online.ts'
import { SkyLine } from '#ui/SkyLine.ts'
import { WordsContext } from '#ui/words.ts'
import { useEffect, useMemo, useReducer, useRef, useState } from 'preact/hooks'

import { Help } from './conversation/Help.tsx'
import { Language } from './conversation/Language.tsx'
import type { LanguagePage } from './conversation/languagePage.ts'
import { Stop } from './conversation/Stop.tsx'
import type { Device, PlaceHere } from './page.ts'
import { Shown } from './Shown.tsx'
import { guardBack } from './visit/guardBack.ts'
import type { Keeper } from './visit/keepDraft.ts'
import { useIdle } from './visit/useIdle.ts'
import { IdlePage } from './visit/Idle.tsx'

export interface AppProps {
  readonly first: Visit
  readonly words: Words
  readonly place: PlaceHere
  readonly device: Device
  readonly keeper: Keeper
  readonly languagePage: LanguagePage
  readonly loadWords: (language: string) => Promise<Words>
}

/** A visit from the first page to the last. The journey decides; this shows its page and keeps its draft. */
export function App({ first, words: firstWords, place, device, keeper, languagePage, loadWords }: AppProps) {
  const [visit, dispatch] = useReducer(journey, first)
  const [words, setWords] = useState(firstWords)
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
    void loadWords(visit.language).then(loaded => wanted && setWords(loaded))
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
    // "Grotere letters" goes with the visit: the next person gets a fresh document
    if (largeLetters) document.documentElement.dataset['letters'] = 'large'
    else delete document.documentElement.dataset['letters']
  }, [largeLetters])

  useEffect(() => {
    if (visit.page === 'done' && visit.setting.device === 'tablet') void keeper.forget()
    else if (visit.page !== 'language' && visit.page !== 'welcome') keeper.keep(visit)
  }, [visit, keeper])

  useEffect(() => guardBack(window, () => tell({ type: 'back' })), [tell])

  const idle = useIdle(device.kind === 'tablet' && visit.page !== 'language', device.now, () => tell({ type: 'wipe' }))

  // a label may name the place, and whoever shows it cannot know which one that is
  const spoken = useMemo((): Words => {
    const { place: name, privacyContact } = visit.setting
    return { ...words, t: (key, values) => words.t(key, { place: name, privacyContact, ...values }) }
  }, [words, visit.setting])

  const props = { visit, dispatch: tell, place, device }
  const { overlay } = visit
  return (
    <WordsContext.Provider value={spoken}>
      {place.profile.practice && (
        <aside class="practice">
          <span>{spoken.t('practice.banner')}</span>
        </aside>
      )}
      <SkyLine.Provider value={online || visit.page === 'language' ? undefined : spoken.t('sync.offline')}>
        {idle.seconds !== undefined && (
          <IdlePage seconds={idle.seconds} onStay={idle.stay} onWipe={() => tell({ type: 'wipe' })} />
        )}
        {overlay === 'help' && (
          <Help
            visit={visit}
            dispatch={tell}
            largeLetters={largeLetters}
            onLetters={() => setLargeLetters(!largeLetters)}
          />
        )}
        {overlay === 'stop' && <Stop visit={visit} dispatch={tell} />}
        <div hidden={overlay !== undefined || idle.seconds !== undefined}>
          {visit.page === 'language' && !overlay && <Language visit={visit} dispatch={tell} page={languagePage} />}
          {visit.page !== 'language' && <Shown {...props} />}
        </div>
      </SkyLine.Provider>
    </WordsContext.Provider>
  )
}
