import { useWords } from '#ui/words.ts'
import { LocationDetails } from '#wire/location.ts'
import { useState } from 'preact/hooks'

import { DetailsFields } from './DetailsFields.tsx'
import { Form, Quiet } from './Form.tsx'
import { Frame } from './Frame.tsx'
import { say } from './say.ts'
import { useTry } from './useTry.ts'
import type { Trouble } from './ways.ts'

export interface PlaceStepProps {
  readonly details: LocationDetails
  readonly onChange: (details: LocationDetails) => void
  readonly onNext: () => void
  readonly onOther: () => Promise<Trouble | undefined>
}

export function PlaceStep({ details, onChange, onNext, onOther }: PlaceStepProps) {
  const words = useWords()
  const { t } = words
  const [asked, setAsked] = useState<{ field: keyof LocationDetails | undefined; tries: number }>({
    field: undefined,
    tries: 0
  })
  const { trouble, attempt } = useTry()
  const parsed = LocationDetails.safeParse(details)
  const wrong = parsed.success ? [] : parsed.error.issues.map(({ path }) => path[0] as keyof LocationDetails)
  return (
    <Frame title={t('pro.access.place.title')} lead={t('pro.access.place.lead')}>
      <Form
        onSubmit={() => (parsed.success ? onNext() : setAsked({ field: wrong[0], tries: asked.tries + 1 }))}
        does={t('pro.access.place.next')}
        wrong={trouble && say(words, trouble)}
        beside={<Quiet onTap={() => attempt(onOther)}>{t('pro.access.otherPerson')}</Quiet>}
      >
        <DetailsFields details={details} onChange={onChange} wrong={asked.tries > 0 ? wrong : []} focus={asked} />
      </Form>
    </Frame>
  )
}
