import { useWords } from '#ui/words.ts'
import { useEffect, useRef, useState } from 'preact/hooks'

export interface SureProps {
  /** What the button says. */
  readonly does: string
  /** Of what, for those who only hear the button. */
  readonly of: string
  /** What it means, before it is done. */
  readonly means: string
  readonly onDo: () => void
  readonly disabled?: boolean
}

/** A button for what cannot be undone: it asks once, on the spot. */
export function Sure({ does, of, means, onDo, disabled = false }: SureProps) {
  const { t } = useWords()
  const [asking, setAsking] = useState(false)
  const yes = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (asking) yes.current?.focus()
  }, [asking])
  if (!asking)
    return (
      <button
        type="button"
        class="btn btn--small"
        aria-disabled={disabled}
        aria-label={`${does}: ${of}`}
        onClick={() => !disabled && setAsking(true)}
      >
        {does}
      </button>
    )
  return (
    <div class="sure" role="group" aria-label={`${does}: ${of}`}>
      <p>{means}</p>
      <p class="sure__do">
        <button
          ref={yes}
          type="button"
          class="btn btn--small btn--primary"
          onClick={() => {
            setAsking(false)
            onDo()
          }}
        >
          {does}
        </button>
        <button type="button" class="btn btn--small" onClick={() => setAsking(false)}>
          {t('pro.action.cancel')}
        </button>
      </p>
    </div>
  )
}
