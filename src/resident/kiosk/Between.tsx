import { type Language, languages } from '#i18n/languages.ts'
import type { JourneyEvent } from '#intake/journey.ts'
import type { Visit } from '#intake/visit.ts'
import { useAloud } from '#ui/aloud.ts'
import { useWords } from '#ui/words.ts'
import { useEffect, useLayoutEffect, useState } from 'preact/hooks'

import type { Device, PlaceHere } from '../page.ts'
import { Attract } from './Attract.tsx'
import { fillScreen } from './fullScreen.ts'
import { useHealth } from './health.ts'
import type { Kiosk } from './kiosk.ts'
import { posterLink } from './posterLink.ts'
import { leavePractice } from './practice.ts'
import { StaffDoor } from './StaffDoor.tsx'
import { StaffMenu } from './StaffMenu.tsx'
import { troublesOf } from './troubles.ts'
import { useQuiet } from './useQuiet.ts'

/** Practice that was left on ends by itself: until then every card on this tablet reaches nobody. */
const PRACTISED = 60 * 60_000

export interface BetweenProps {
  readonly visit: Visit
  readonly dispatch: (event: JourneyEvent) => void
  readonly place: PlaceHere
  readonly device: Device
  readonly kiosk: Kiosk
}

/** A tablet between two visits: the landscape that draws people, and behind it what only staff see. */
export function Between({ visit, dispatch, place, device, kiosk }: BetweenProps) {
  const { t } = useWords()
  const { store } = kiosk
  const health = useHealth()
  const aloud = useAloud()
  const [at, setAt] = useState<'attract' | 'door' | 'menu'>('attract')
  const [settings, setSettings] = useState(kiosk.settings)
  const chosen = languages.filter(({ code }) => settings.languages?.includes(code))
  const shown = chosen.length > 0 ? chosen : languages
  const home = shown[0]!.code
  const [heard, setHeard] = useState<readonly Language[]>([])

  // at once: a tap that comes before an ordinary effect must not leave the page free for a newer version
  useLayoutEffect(() => {
    // a newer version may take the page now, and only now
    kiosk.free(at === 'attract')
    return () => kiosk.free(false)
  }, [at])
  useEffect(() => void kiosk.heard?.then(setHeard), [kiosk])
  useEffect(() => {
    if (visit.language !== home) dispatch({ type: 'choose', code: home })
  }, [home])

  const practise = async (on: boolean) => {
    const { practice: _, ...rest } = settings
    await store.settings.put(on ? { ...rest, practice: true } : rest)
    await leavePractice()
    kiosk.restart()
  }
  useQuiet(PRACTISED, () => settings.practice && void practise(false))

  if (at === 'menu') {
    const change = (next: typeof settings) => {
      setSettings(next)
      void store.settings.put(next)
    }
    const leave = async () => {
      await leavePractice()
      await store.settings.forget()
      await store.draft.forget()
      // cards that wait stay: they leave whenever this address is opened again
      await store.place.forget()
      kiosk.restart('/')
    }
    return (
      <StaffMenu
        place={place}
        store={store}
        settings={settings}
        shown={shown.map(i => i.code)}
        now={device.now}
        onChange={change}
        onSend={kiosk.sendNow}
        onPractice={on => void practise(on)}
        onLeave={() => void leave()}
        onClose={() => (settings === kiosk.settings ? setAt('attract') : kiosk.restart())}
      />
    )
  }
  if (at !== 'attract') {
    return (
      <StaffDoor
        place={place.profile.place}
        store={store}
        code={kiosk.code}
        now={device.now}
        onOpen={() => setAt('menu')}
        onClose={() => setAt('attract')}
      />
    )
  }

  const begin = (language: string) => {
    // only a tap may fill the screen, so before anything else
    if (settings.fullScreen) void fillScreen(document)
    aloud?.hello(language)
    dispatch({ type: 'choose', code: language })
    dispatch({ type: 'next' })
  }
  const [trouble] = health ? troublesOf(health, device.now()) : []
  return (
    <Attract
      place={place.profile.place}
      languages={[...shown, ...heard]}
      onBegin={begin}
      link={device.practice ? undefined : posterLink(location.origin, place.id, place.root)}
      trouble={trouble && t(`attract.${trouble}`)}
      onStaff={() => setAt('door')}
    />
  )
}
