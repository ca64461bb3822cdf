import { contactOptions, followupOptions } from '#intake/sharing.ts'
import { useAloud } from '#ui/aloud.ts'
import { Choices } from '#ui/Choices.tsx'
import { Field } from '#ui/Field.tsx'
import { Hear } from '#ui/Hear.tsx'
import { Say } from '#ui/Say.tsx'
import { useWords } from '#ui/words.ts'
import { useState } from 'preact/hooks'

import type { PageProps } from '../page.ts'
import { Frame } from './Frame.tsx'

/** How do we go on talking: wait here (on the tablet of the place), come back, or be called at a number. */
export function Contact({ visit, dispatch }: PageProps) {
  const { t } = useWords()
  return (
    <Frame visit={visit} dispatch={dispatch} title="contact.q" help="contact.help">
      <div class="short">
        <Choices
          choices={contactOptions(visit).map(code => ({ code, label: t(code) }))}
          chosen={visit.contact ? [visit.contact] : []}
          onChoose={code => dispatch({ type: 'choose', code })}
          labelledBy="question"
          describedBy="question-help"
        />
      </div>
      {visit.contact === 'contact.phone' && <Phone visit={visit} dispatch={dispatch} />}
    </Frame>
  )
}

/** The number, checked on this device, and when the place may call. The number is nowhere else on the screen. */
function Phone({ visit, dispatch }: Pick<PageProps, 'visit' | 'dispatch'>) {
  const { t } = useWords()
  const aloud = useAloud()
  const [typed, setTyped] = useState(visit.phone ?? visit.phoneTyped ?? '')
  return (
    <div class="phone">
      <Field
        kind="tel"
        single
        capitalize="none"
        says="contact.phoneLabel"
        note="contact.phoneHelp"
        value={typed}
        max={24}
        wrong={visit.notice?.key === 'contact.phoneError' ? 'contact.phoneError' : undefined}
        onInput={text => {
          setTyped(text)
          dispatch({ type: 'write', text })
        }}
      />
      <fieldset class="followup">
        <legend class="field__label">
          <Say text="followup.q" />
        </legend>
        <ul class="followup__choices">
          {followupOptions.map(code => (
            <li key={code} class={`tile tile--flat${aloud?.hears(code) ? ' tile--hears' : ''}`}>
              <button
                type="button"
                class="tile__face"
                aria-pressed={visit.followup === code}
                data-say={code}
                onClick={() => dispatch({ type: 'choose', code })}
              >
                {t(code)}
              </button>
              <Hear keys={[code]} />
            </li>
          ))}
        </ul>
      </fieldset>
    </div>
  )
}
