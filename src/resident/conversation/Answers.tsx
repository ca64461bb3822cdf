import type { Option } from '#intake/flow.ts'
import type { JourneyEvent } from '#intake/journey.ts'
import type { Question } from '#intake/question.ts'
import { Button } from '#ui/Button.tsx'
import { type Choice, Choices } from '#ui/Choices.tsx'
import { Picture } from '#ui/Picture.tsx'
import { useWords } from '#ui/words.ts'
import { useState } from 'preact/hooks'

import { OwnWords } from './OwnWords.tsx'

export interface AnswersProps {
  readonly question: Question
  /** The text in the field was refused. */
  readonly wrong: boolean
  readonly dispatch: (event: JourneyEvent) => void
}

/** The face in a picture of the scale, without the bars under it. */
const FACE = '11.5 0 45.5 45.5'
const heights = ['high', 'half', 'low'] as const

/** The tiles of a question, the flat one for "weet ik niet", and "Iets anders" as a link that opens a field. */
export function Answers({ question, wrong, dispatch }: AnswersProps) {
  const { t } = useWords()
  const [tapped, setTapped] = useState(false)
  const { step, options, chosen, field } = question
  const own = options.find(i => i.text)
  const choose = (code: string) => dispatch({ type: 'choose', code })

  const choice = (option: Option, i: number): Choice => ({
    code: option.code,
    label: t(option.code),
    hint: option.hint && t(option.hint),
    says: option.hint ? [option.code, option.hint] : undefined,
    flat: option.exclusive,
    height: step.kind === 'scale' ? heights[i] : undefined,
    // the stone on the horizon is the bar, so of these pictures only the face is shown
    ...(step.id === 'scale' ? { picture: <Picture code={option.code} part={FACE} /> } : {})
  })

  return (
    <>
      {options.length > 0 && (
        <Choices
          choices={options.filter(i => !i.text).map(choice)}
          chosen={chosen}
          onChoose={choose}
          labelledBy="question"
          describedBy="question-help"
          more={
            own && (
              <Button
                kind="link"
                glyph={chosen.includes(own.code) ? 'tick' : 'pencil'}
                pressed={chosen.includes(own.code)}
                says={own.code}
                onTap={() => {
                  setTapped(true)
                  choose(own.code)
                }}
              />
            )
          }
        />
      )}
      {field && (
        <OwnWords
          says={field.label}
          text={field.value}
          max={field.max}
          note={step.kind === 'text' ? undefined : 'stepOwn.help'}
          wrong={wrong}
          dispatch={dispatch}
          focus={tapped}
        />
      )}
    </>
  )
}
