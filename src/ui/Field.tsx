import { useEffect, useId, useRef } from 'preact/hooks'

import { Glyph } from './Glyph.tsx'
import { Say } from './Say.tsx'
import { useWords } from './words.ts'

export interface FieldProps {
  /** Text key of its label. */
  readonly says: string
  readonly value: string
  readonly max: number
  readonly onInput: (text: string) => void
  /** "Nog 12 letters". */
  readonly left?: string | undefined
  /** Text key of what is wrong with the text; announced. */
  readonly wrong?: string | undefined
  readonly kind?: 'text' | 'tel'
  /** One line; otherwise two, for a short sentence. */
  readonly single?: boolean
  readonly capitalize?: 'sentences' | 'words' | 'none'
  /** Text key of what stands below it. */
  readonly note?: string | undefined
  /** The person asked for this field just now. */
  readonly focus?: boolean | undefined
}

/** A place to write. Nothing typed here may be kept by the browser: no completion, no spelling service, no translation. */
export function Field(props: FieldProps) {
  const { says, value, max, onInput, left, wrong, kind = 'text', single, capitalize = 'sentences', note, focus } = props
  const { t } = useWords()
  const id = useId()
  const input = useRef<HTMLInputElement & HTMLTextAreaElement>(null)
  const said = useRef<HTMLDivElement>(null)
  useEffect(() => void (focus && input.current?.focus()), [])
  // the keyboard and the controls may lie over what has just been said below the field
  useEffect(() => void (wrong && said.current?.scrollIntoView?.({ block: 'nearest' })), [wrong])
  const shared = {
    id,
    ref: input,
    class: 'field__input',
    value,
    maxLength: max,
    autoComplete: 'off',
    autoCorrect: 'off',
    autoCapitalize: capitalize,
    spellcheck: false,
    // Edge sends what is typed to its maker for this
    writingsuggestions: 'false',
    translate: false,
    enterKeyHint: 'done' as const,
    'aria-invalid': Boolean(wrong),
    'aria-describedby': `${id}-note ${id}-wrong`,
    onInput: (event: { currentTarget: HTMLInputElement | HTMLTextAreaElement }) => onInput(event.currentTarget.value)
  }
  return (
    <div class="field">
      <label class="field__label" for={id} data-say={says}>
        {t(says)}
      </label>
      {kind === 'tel' ? (
        <input {...shared} type="tel" dir="ltr" />
      ) : single ? (
        <input {...shared} type="text" dir="auto" />
      ) : (
        <textarea {...shared} rows={2} dir="auto" />
      )}
      <p class="field__note" id={`${id}-note`}>
        {note && <Say text={note} />} {left}
      </p>
      <div role="alert" id={`${id}-wrong`} ref={said}>
        {wrong && (
          <p class="field__wrong">
            <Glyph name="no" />
            <Say text={wrong} />
          </p>
        )}
      </div>
    </div>
  )
}
