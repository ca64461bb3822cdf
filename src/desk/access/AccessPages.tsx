import type { DeskLanguage } from '../words.ts'
import { Drill } from './Drill.tsx'
import { Sky, type SkyProps } from './Frame.tsx'
import { Leaving } from './Leaving.tsx'
import { LinkPage } from './LinkPage.tsx'
import { LockedPage } from './LockedPage.tsx'
import { NewDevicePage } from './NewDevicePage.tsx'
import { Checking, ForgedPage, Kiosk } from './Plain.tsx'
import { RecoverPage } from './RecoverPage.tsx'
import type { Access } from './session.ts'
import { SetUp } from './SetUp.tsx'
import { SignIn } from './SignIn.tsx'
import type { Tools } from './tools.ts'
import { WaitingPage } from './WaitingPage.tsx'
import type { Ways } from './ways.ts'
import './access.css'

export interface AccessPagesProps {
  readonly access: Access
  readonly ways: Ways
  readonly tools: Pick<Tools, 'now' | 'deviceName'>
  readonly onLanguage: (language: DeskLanguage) => void
}

/** Everything that a desk shows until the cards are open; nothing when they are. */
export function AccessPages({ access, ways, tools, onLanguage }: AccessPagesProps) {
  if (access.at === 'open') return null
  if (access.at === 'setUp')
    return (
      <div class="access">
        <SetUp me={access.me} ways={ways} now={tools.now} onLanguage={onLanguage} />
      </div>
    )
  return (
    <div class="access">
      <Sky {...skyOf(access)} onLanguage={onLanguage} />
      <Ground access={access} ways={ways} tools={tools} />
    </div>
  )
}

type Shown = Exclude<Access, { at: 'open' | 'setUp' }>

function Ground({ access, ways, tools }: { access: Shown; ways: Ways; tools: Pick<Tools, 'deviceName'> }) {
  switch (access.at) {
    case 'checking':
      return <Checking access={access} ways={ways} />
    case 'kiosk':
      return <Kiosk />
    case 'signedOut':
      return <SignIn access={access} ways={ways} />
    case 'link':
      return <LinkPage key={access.link.kind} link={access.link} ways={ways} />
    case 'forged':
      return <ForgedPage />
    case 'newDevice':
      return <NewDevicePage access={access} ways={ways} deviceName={tools.deviceName} />
    case 'waiting':
      return <WaitingPage access={access} ways={ways} />
    case 'recover':
      return <RecoverPage access={access} ways={ways} />
    case 'locked':
      return <LockedPage access={access} ways={ways} />
    case 'drill':
      return <Drill access={access} ways={ways} />
    case 'leaving':
      return <Leaving access={access} ways={ways} />
  }
}

/** Whose sky it is, and how near the open cards are. */
function skyOf(access: Shown): Omit<SkyProps, 'onLanguage'> {
  switch (access.at) {
    case 'link':
      return access.link.kind === 'setup' ? { step: 'account' } : { rise: 1 }
    case 'drill':
      return {
        place: access.open.profile.place,
        ...(access.first ? { step: 'drill', done: !access.open.profile.practice } : { rise: 5 })
      }
    case 'newDevice':
      return { place: access.profile.place, rise: 2 }
    case 'waiting':
      return { place: access.profile.place, rise: 3 }
    case 'recover':
      return { place: access.from.profile.place, rise: 3 }
    case 'locked':
      return { place: access.profile.place, rise: 4 }
    case 'leaving':
      return { place: access.from.profile.place, rise: 4 }
    default:
      return { rise: 1 }
  }
}
