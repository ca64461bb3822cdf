import type { Option, Step } from '#intake/flow.ts'
import type { JourneyEvent } from '#intake/journey.ts'
import type { Visit } from '#intake/visit.ts'
import { Button } from '#ui/Button.tsx'
import { type Choice, Choices } from '#ui/Choices.tsx'
import { useWords } from '#ui/words.ts'
import { useState } from 'preact/hooks'

import { OwnWords } from './OwnWords.tsx'

export interface AnswersProps {
  readonly step: Step
  readonly visit: Visit
  readonly chosen: readonly string[]
  readonly dispatch: (event: JourneyEvent) => void
}

const heights = ['high', 'half', 'low'] as const

/** The tiles of a question, the flat one for "weet ik niet", and "Iets anders" as a link that opens a field. */
export function Answers({ step, visit, chosen, dispatch }: AnswersProps) {
  const { t } = useWords()
  const [tapped, setTapped] = useState(false)
  const options = step.options(visit)
  const own = options.find(i => i.text)
  const choose = (code: string) => dispatch({ type: 'choose', code })

  const choice = (option: Option, i: number): Choice => ({
    code: option.code,
    label: t(option.code, { place: visit.setting.place }),
    hint: option.hint && t(option.hint),
    flat: option.exclusive,
    height: step.kind === 'scale' ? heights[i] : undefined
  })

  return (
    <>
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
              glyph="pencil"
              pressed={chosen.includes(own.code)}
              onTap={() => {
                setTapped(true)
                choose(own.code)
              }}
            >
              {t(own.code)}
            </Button>
          )
        }
      />
      {own?.text && chosen.includes(own.code) && (
        <OwnWords
          label={t(own.text.label)}
          text={visit.answers[own.text.field] ?? ''}
          max={own.text.max}
          wrong={visit.notice?.key === 'stepOwn.noNumber'}
          dispatch={dispatch}
          focus={tapped}
        />
      )}
    </>
  )
}
