import { fireEvent, render, screen, waitFor } from '@testing-library/preact'
import { expect } from 'vitest'

import { languageOf } from '#i18n/languages.ts'
import { wordsOf } from '#i18n/words.ts'
import type { JourneyEvent } from '#intake/journey.ts'
import { begin, type Visit } from '#intake/visit.ts'
import texts from '#locales/nl/resident.json'
import { Between } from '#resident/kiosk/Between.tsx'
import { type Health, HealthContext, makeHealth } from '#resident/kiosk/health.ts'
import type { Kiosk } from '#resident/kiosk/kiosk.ts'
import { settingOf } from '#resident/place/setting.ts'
import { makeStaffCode } from '#sealing/staffCode.ts'
import type { TabletSettings } from '#store/settings.ts'
import { WordsContext } from '#ui/words.ts'
import { aDevice, aPlace, NOW } from './aPlace.ts'

const code = makeStaffCode('2468')

/** A tablet between two visits, enrolled with the staff code 2468. */
export async function aTablet({
  health = {},
  settings = {}
}: { health?: Partial<Health>; settings?: TabletSettings } = {}) {
  const place = await aPlace()
  const device = await aDevice({ kind: 'tablet' })
  const { store } = device
  const tablet = { id: 'AAAAAAAAAAAAAAAAAAAAAA', name: 'Tablet bij het raam', secret: 'S'.repeat(43), code: await code }
  const { root, profile } = place
  await store.place.put({
    kind: 'tablet',
    location: place.id,
    root,
    pinned: true,
    cards: [],
    profile,
    epoch: 0,
    tablet
  })
  await store.settings.put(settings)
  const events: JourneyEvent[] = []
  const restarts: (string | undefined)[] = []
  const free: boolean[] = []
  let sent = 0
  let now = NOW
  const kiosk: Kiosk = {
    store,
    code: await code,
    settings,
    restart: path => restarts.push(path),
    sendNow: async () => void sent++,
    free: on => free.push(on),
    Between
  }
  const visit: Visit = begin(settingOf(place.profile, 'tablet'))
  const watch = makeHealth({ name: tablet.name, version: 'a1b2c3d4', ...health })
  const { container } = render(
    <HealthContext.Provider value={watch}>
      <WordsContext.Provider value={wordsOf(languageOf('nl'), texts)}>
        <Between
          visit={visit}
          dispatch={event => events.push(event)}
          place={place}
          device={{ ...device, now: () => now }}
          kiosk={kiosk}
        />
      </WordsContext.Provider>
    </HealthContext.Provider>
  )
  return {
    container,
    store,
    events,
    restarts,
    free,
    place,
    sent: () => sent,
    later: (milliseconds: number) => void (now += milliseconds)
  }
}

export const tap = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }))
export const says = (text: string | RegExp) => waitFor(() => expect(screen.getByText(text)).toBeTruthy())
export const type = (digits: string) => {
  for (const key of digits) fireEvent.keyDown(window, { key })
}
export const toDoor = async () => {
  tap('Voor het team')
  await says('Typ de code van deze tablet.')
}
export const toMenu = async () => {
  await toDoor()
  type('2468')
  tap('Open')
  await says('Zo gaat het met deze tablet')
}
