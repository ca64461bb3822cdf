import { Desk } from '#desk/Desk.tsx'
import { deskWords } from '#desk/words.ts'
import type { World } from '#desk/world.ts'
import { languageOf } from '#i18n/languages.ts'
import { wordsOf } from '#i18n/words.ts'
import deskTexts from '#locales/nl/desk.json'
import residentTexts from '#locales/nl/resident.json'
import { WordsContext } from '#ui/words.ts'
import { render } from '@testing-library/preact'
import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'

import { aServer, type TestServer } from './aServer.ts'
import { aStudio, type TestStudio } from './aStudio.ts'
import { aTeam, type TestTeam } from './aTeam.ts'

const language = languageOf('nl')
/** The words of a desk in Dutch. */
export const dutch = deskWords(
  { desk: wordsOf(language, deskTexts), resident: wordsOf(language, residentTexts) },
  'Werkwinkel Overvecht'
)

export const InDutch = ({ children }: { children: ComponentChildren }) => (
  <WordsContext.Provider value={dutch}>{children}</WordsContext.Provider>
)

export interface TestDesk {
  readonly server: TestServer
  readonly team: TestTeam
  /** A microphone that a test holds. */
  readonly studio: TestStudio
  /** How often the bell sounded. */
  readonly rang: () => number
  readonly lock: (locked: boolean) => void
}

/** The desk of Fatma, open, before a post room in memory. */
export async function aDesk(fill?: (server: TestServer, team: TestTeam) => Promise<void>): Promise<TestDesk> {
  const now = Date.now()
  const team = await aTeam(now)
  const server = aServer(team)
  await fill?.(server, team)
  const studio = aStudio()
  let rang = 0
  const world: World = {
    fetch: server.fetch,
    EventSource: server.EventSource,
    now: Date.now,
    random: () => 0,
    studio: studio.studio,
    sound: { wake: () => {}, ring: () => void rang++ },
    updates: { ready: () => false, take: () => {}, watch: () => () => {} },
    origin: 'https://waarheen.test'
  }
  const me = { id: 'me', name: 'Fatma', email: 'f@example.org', role: 'coordinator', location: team.location } as const
  let setLocked: (locked: boolean) => void = () => {}
  function Here() {
    const [locked, set] = useState(false)
    setLocked = set
    return (
      <InDutch>
        <Desk
          world={world}
          me={me}
          profile={team.profile}
          keys={locked ? undefined : team.keys}
          root={team.root}
          device="thisDevice000000000000"
          locked={locked && <p>op slot</p>}
          approvals={() => null}
          onProfile={() => {}}
          onDrill={() => {}}
          onLanguage={() => {}}
          onLock={() => set(true)}
          onSignOut={() => {}}
          onSignedOut={() => {}}
        />
      </InDutch>
    )
  }
  render(<Here />)
  return { server, team, studio, rang: () => rang, lock: locked => setLocked(locked) }
}
