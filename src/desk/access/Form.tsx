import { useWords } from '#ui/words.ts'
import type { ComponentChildren } from 'preact'

export interface FormProps {
  readonly onSubmit: () => void
  /** What the one button says. */
  readonly does: string
  readonly busy?: boolean
  /** What went wrong and belongs to no field. */
  readonly wrong?: string | undefined
  readonly children: ComponentChildren
  /** Quieter ways beside the button. */
  readonly beside?: ComponentChildren
}

/** Fields and the one button that sends them; Enter does the same. Nothing is sent by the browser itself. */
export function Form({ onSubmit, does, busy, wrong, children, beside }: FormProps) {
  const { t } = useWords()
  return (
    <form
      class="access__form"
      noValidate
      onSubmit={event => {
        event.preventDefault()
        if (!busy) onSubmit()
      }}
    >
      {children}
      <div role="alert">{wrong && <p class="access__wrong access__wrong--form">{wrong}</p>}</div>
      <p class="access__do">
        <button type="submit" class="btn btn--primary" aria-disabled={busy}>
          {busy ? t('pro.access.busy') : does}
        </button>
        {beside}
      </p>
    </form>
  )
}

/** A way that is there, but not the one most people want. */
export function Quiet({ onTap, children }: { onTap: () => void; children: ComponentChildren }) {
  return (
    <button type="button" class="link" onClick={onTap}>
      {children}
    </button>
  )
}
