import type { LocationDetails, SignedPromise } from '#wire/location.ts'
import type { Me } from '#wire/team.ts'
import { useEffect, useState } from 'preact/hooks'

import type { Founding } from './founding.ts'
import { Sky, type SkyProps } from './Frame.tsx'
import { PlaceStep } from './PlaceStep.tsx'
import { PromisesStep } from './PromisesStep.tsx'
import type { Kept } from './session.ts'
import { SheetStep } from './SheetStep.tsx'
import type { Ways } from './ways.ts'

export interface SetUpProps {
  readonly me: Me
  readonly ways: Ways
  readonly now: () => number
  readonly onLanguage: SkyProps['onLanguage']
}

const empty: LocationDetails = {
  place: '',
  address: '',
  hours: '',
  telephone: '',
  privacyContact: '',
  keepDays: 90,
  basis: 'consent',
  statement: '',
  offSteps: [],
  offAsks: []
}

/**
 * First run after the account: place, promises, sheet. Nothing reaches the server before the sheet is on paper: who
 * walks away in between leaves nothing behind but an account, and begins here again.
 */
export function SetUp({ me, ways, now, onLanguage }: SetUpProps) {
  const [step, setStep] = useState<'place' | 'promises' | 'sheet'>('place')
  const [details, setDetails] = useState(empty)
  const [promises, setPromises] = useState<readonly SignedPromise[]>([])
  const [founding, setFounding] = useState<Founding>()
  const [device, setDevice] = useState<Kept>()

  useEffect(() => {
    if (step === 'sheet' && !founding) void ways.prepare().then(setFounding)
  }, [step, founding, ways])

  return (
    <>
      <Sky place={details.place.trim()} step={step} onLanguage={onLanguage} />
      {step === 'place' && (
        <PlaceStep
          key="place"
          details={details}
          onChange={setDetails}
          onNext={() => setStep('promises')}
          onOther={() => ways.switchPerson()}
        />
      )}
      {step === 'promises' && (
        <PromisesStep
          key="promises"
          promises={promises}
          onChange={setPromises}
          signer={me.name}
          now={now}
          onNext={() => setStep('sheet')}
          onBack={() => setStep('place')}
        />
      )}
      {step === 'sheet' && (
        <SheetStep
          key="sheet"
          founding={founding}
          place={details.place}
          now={now}
          onBack={() => setStep('promises')}
          onMake={async () => {
            const failed = await ways.found(me, founding!, details, promises, device)
            if (failed?.device) setDevice(failed.device)
            return failed?.trouble
          }}
        />
      )}
    </>
  )
}
