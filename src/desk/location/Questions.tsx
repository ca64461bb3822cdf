import { asks } from '#intake/codes.ts'
import { steps } from '#intake/flow.ts'
import { useWords } from '#ui/words.ts'
import type { LocationDetails } from '#wire/location.ts'
import { Fragment } from 'preact'

import { toggled } from './details.ts'

export interface QuestionsProps {
  readonly details: LocationDetails
  readonly onChange: (details: LocationDetails) => void
}

/** Where to is what the conversation is about; what follows from an answer comes and goes with it. */
const always: ReadonlySet<string> = new Set(['direction', 'stepOwn', 'scale', 'when', 'with', 'sure', 'smaller'])

/** A place can leave questions and offers out. It never adds one: then it would be another conversation. */
export function Questions({ details, onChange }: QuestionsProps) {
  const { t } = useWords()
  const box = (list: 'offSteps' | 'offAsks', code: string, name: string) => (
    <label key={code} class="tick">
      <input
        type="checkbox"
        autocomplete="off"
        checked={!details[list].includes(code)}
        onChange={() => onChange({ ...details, [list]: toggled(details[list], code) })}
      />
      {name}
    </label>
  )
  return (
    <section class="panel" aria-labelledby="questions">
      <h2 id="questions">{t('pro.place.questions')}</h2>
      <p class="hint">{t('pro.place.questionsWhy')}</p>
      <fieldset class="ticks">
        <legend class="field__label">{t('pro.place.steps')}</legend>
        {steps
          .filter(({ id }) => !always.has(id))
          .map(({ id, route }) => (
            <Fragment key={id}>
              {box('offSteps', id, route === 'extra' ? `${t(`${id}.q`)} (${t('pro.place.extra')})` : t(`${id}.q`))}
            </Fragment>
          ))}
      </fieldset>
      <fieldset class="ticks">
        <legend class="field__label">{t('pro.place.asks')}</legend>
        {asks.filter(code => code !== 'ask.none').map(code => box('offAsks', code, t(code)))}
      </fieldset>
    </section>
  )
}
