import { useWords } from '#ui/words.ts'
import { IDLE_SECONDS, type LocationDetails } from '#wire/location.ts'
import { useId } from 'preact/hooks'

import { Field } from './Fields.tsx'

export interface DetailsFieldsProps {
  readonly details: LocationDetails
  readonly onChange: (details: LocationDetails) => void
  /** Which of them cannot be right. */
  readonly wrong?: readonly (keyof LocationDetails)[]
  /** The one that takes the focus, and after how many tries. */
  readonly focus?: { readonly field: keyof LocationDetails | undefined; readonly tries: number }
}

/** What staff fill in about their place: public, and on the poster. */
export function DetailsFields({ details, onChange, wrong = [], focus }: DetailsFieldsProps) {
  const { t } = useWords()
  const bases = useId()
  const set = (change: Partial<LocationDetails>) => onChange({ ...details, ...change })
  const name = (field: string) => t(`pro.access.place.${field}`)
  const isWrong = (field: keyof LocationDetails, key: string) => ({
    wrong: wrong.includes(field) ? name(key) : undefined,
    tries: focus?.field === field ? focus.tries : 0
  })
  return (
    <div class="access__fields">
      <Field
        label={name('place')}
        value={details.place}
        onInput={place => set({ place })}
        autocomplete="organization"
        max={60}
        required
        {...isWrong('place', 'noPlace')}
      />
      <Field
        label={name('address')}
        value={details.address}
        onInput={address => set({ address })}
        autocomplete="street-address"
        max={120}
      />
      <Field
        label={name('hours')}
        hint={name('hoursHint')}
        value={details.hours}
        onInput={hours => set({ hours })}
        max={160}
      />
      <Field
        label={name('telephone')}
        type="tel"
        autocomplete="tel"
        value={details.telephone}
        onInput={telephone => set({ telephone })}
        max={30}
        class="access__field--short"
      />
      <Field
        label={name('privacyContact')}
        hint={name('privacyContactHint')}
        value={details.privacyContact}
        onInput={privacyContact => set({ privacyContact })}
        max={80}
      />
      <Field
        label={name('keepDays')}
        hint={name('keepDaysHint')}
        type="number"
        value={Number.isNaN(details.keepDays) ? '' : String(details.keepDays)}
        onInput={typed => set({ keepDays: /^\d{1,4}$/.test(typed.trim()) ? Number(typed) : Number.NaN })}
        max={4}
        class="access__field--short"
        required
        {...isWrong('keepDays', 'badDays')}
      />
      <Field
        label={name('idleSeconds')}
        hint={name('idleSecondsHint')}
        type="number"
        value={Number.isNaN(details.idleSeconds) ? '' : String(details.idleSeconds ?? IDLE_SECONDS)}
        onInput={typed => set({ idleSeconds: /^\d{1,4}$/.test(typed.trim()) ? Number(typed) : Number.NaN })}
        max={4}
        class="access__field--short"
        {...isWrong('idleSeconds', 'badIdle')}
      />
      <fieldset class="access__choices">
        <legend class="access__label">{name('basis')}</legend>
        {(['consent', 'task'] as const).map(basis => (
          <label key={basis} class={details.basis === basis ? 'access__choice is-chosen' : 'access__choice'}>
            <input
              type="radio"
              name={bases}
              autocomplete="off"
              checked={details.basis === basis}
              onChange={() => set({ basis })}
            />
            <b>{name(basis === 'consent' ? 'basisConsent' : 'basisTask')}</b>
            <span class="hint">{name(basis === 'consent' ? 'basisConsentHint' : 'basisTaskHint')}</span>
          </label>
        ))}
      </fieldset>
      <Field
        label={name('statement')}
        hint={name('statementHint')}
        value={details.statement}
        onInput={statement => set({ statement })}
        lines={4}
        max={4000}
      />
    </div>
  )
}
