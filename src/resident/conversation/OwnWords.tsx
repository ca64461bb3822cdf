import type { JourneyEvent } from '#intake/journey.ts'
import { left } from '#intake/freeText.ts'
import { Field } from '#ui/Field.tsx'
import { useWords } from '#ui/words.ts'
import { useState } from 'preact/hooks'

export interface OwnWordsProps {
  /** Text key of the label. */
  readonly says: string
  /** What is kept. What stands in the field may differ: a refused text stays there to be mended. */
  readonly text: string
  readonly max: number
  readonly wrong: boolean
  /** Text key of "Schrijf geen namen, nummers of ziektes", where the page does not say it already. */
  readonly note?: string | undefined
  readonly dispatch: (event: JourneyEvent) => void
  /** The field was opened by a tap just now, so the keyboard may come. */
  readonly focus?: boolean
}

/** A field for the resident's own words, checked on this device at every letter. */
export function OwnWords({ says, text, max, wrong, note, dispatch, focus }: OwnWordsProps) {
  const { t } = useWords()
  const [typed, setTyped] = useState(text)
  return (
    <Field
      says={says}
      value={typed}
      max={max}
      left={left(typed, max) <= 15 ? t('stepOwn.left', { count: left(typed, max) }) : undefined}
      note={note}
      wrong={wrong ? 'stepOwn.noNumber' : undefined}
      focus={focus}
      onInput={text => {
        setTyped(text)
        dispatch({ type: 'write', text })
      }}
    />
  )
}
