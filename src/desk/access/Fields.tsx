import { useWords } from '#ui/words.ts'
import type { ComponentChildren, JSX } from 'preact'
import { useEffect, useId, useRef, useState } from 'preact/hooks'

export interface FieldProps {
  readonly label: string
  readonly value: string
  readonly onInput: (value: string) => void
  readonly hint?: ComponentChildren
  /** What is wrong, in words. */
  readonly wrong?: string | undefined
  /** Grows with each try that failed on this field first: then it takes the focus. */
  readonly tries?: number
  readonly type?: 'text' | 'email' | 'tel' | 'number'
  /** The browser's own name for what belongs here; `off` where nothing may be kept. */
  readonly autocomplete?: string
  readonly max?: number
  readonly lines?: number
  readonly required?: boolean
  readonly class?: string
}

/** One thing to fill in: its name above it, help under it, and what is wrong beside it. */
export function Field(props: FieldProps) {
  const { label, value, onInput, hint, wrong, type = 'text', autocomplete = 'off', max, lines, required } = props
  const { id, input, describedBy } = useField<HTMLInputElement & HTMLTextAreaElement>(wrong, props.tries)
  const shared = {
    id,
    ref: input,
    class: 'input',
    value,
    autocomplete,
    maxLength: max,
    'aria-invalid': Boolean(wrong),
    'aria-required': required,
    'aria-describedby': describedBy,
    onInput: (event: { currentTarget: { value: string } }) => onInput(event.currentTarget.value)
  }
  return (
    <Around label={label} id={id} hint={hint} wrong={wrong} {...(props.class ? { class: props.class } : {})}>
      {lines ? (
        <textarea {...shared} rows={lines} dir="auto" />
      ) : (
        <input
          {...shared}
          type={(type === 'number' ? 'text' : type) as 'text'}
          inputMode={type === 'number' ? 'numeric' : undefined}
          autocapitalize={type === 'email' ? 'none' : undefined}
          spellcheck={type === 'text'}
          dir={type === 'text' ? 'auto' : 'ltr'}
        />
      )}
    </Around>
  )
}

export interface PasswordProps {
  readonly label: string
  readonly value: string
  readonly onInput: (value: string) => void
  /** `new-password` lets the browser propose and keep one, `current-password` fill in the one it has. */
  readonly kind: 'current-password' | 'new-password'
  readonly hint?: ComponentChildren
  readonly wrong?: string | undefined
  readonly tries?: number
  /** Whose it is, for password managers; never shown. */
  readonly username?: string
}

/** A password, which its owner may look at while typing. */
export function Password({ label, value, onInput, kind, hint, wrong, tries, username }: PasswordProps) {
  const { t } = useWords()
  const [shown, setShown] = useState(false)
  const { id, input, describedBy } = useField<HTMLInputElement>(wrong, tries)
  return (
    <Around label={label} id={id} hint={hint} wrong={wrong}>
      {username !== undefined && (
        <input
          class="hidden"
          type="text"
          autocomplete="username"
          value={username}
          readOnly
          tabIndex={-1}
          aria-hidden="true"
        />
      )}
      <span class="access__secret">
        <input
          id={id}
          ref={input}
          class="input"
          type={(shown ? 'text' : 'password') as 'password'}
          autocomplete={kind}
          autocapitalize="none"
          spellcheck={false}
          maxLength={200}
          dir="ltr"
          value={value}
          aria-invalid={Boolean(wrong)}
          aria-required
          aria-describedby={describedBy}
          onInput={event => onInput(event.currentTarget.value)}
        />
        <button
          type="button"
          class="access__show"
          aria-pressed={shown}
          aria-label={t('pro.access.showWhat')}
          onClick={() => setShown(!shown)}
        >
          {t('pro.access.show')}
        </button>
      </span>
    </Around>
  )
}

function useField<T extends HTMLElement>(wrong: string | undefined, tries: number | undefined) {
  const id = useId()
  const input = useRef<T>(null)
  // by the number of tries only: a mistake that appears while somebody types elsewhere must not take their focus
  useEffect(() => {
    if (wrong && tries) input.current?.focus()
  }, [tries])
  return { id, input, describedBy: `${id}-wrong ${id}-hint` }
}

interface AroundProps extends Pick<FieldProps, 'label' | 'hint' | 'wrong' | 'class'> {
  readonly id: string
  readonly children: JSX.Element | readonly (JSX.Element | false)[]
}

function Around({ label, id, hint, wrong, children, class: more }: AroundProps) {
  return (
    <div class={more ? `access__field ${more}` : 'access__field'}>
      <label class="access__label" for={id}>
        {label}
      </label>
      {children}
      <div id={`${id}-wrong`} role="alert">
        {wrong && <p class="access__wrong">{wrong}</p>}
      </div>
      <p class="hint" id={`${id}-hint`}>
        {hint}
      </p>
    </div>
  )
}
