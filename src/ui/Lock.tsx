import { Glyph } from './Glyph.tsx'
import { Say } from './Say.tsx'

export interface LockProps {
  /** Closed: this line stays with the resident. It never means "sent". */
  readonly closed: boolean
  /** The thing itself ("Slot"), and the text keys of the words on it in both states. */
  readonly words: { readonly lock: string; readonly closed: string; readonly open: string }
  /** The line it belongs to, for those who hear the page. */
  readonly line: string
  readonly onChange: () => void
}

/**
 * The lock of one line. Heard as "Slot, <line>: <word on it>", because "Dit wil ik delen, not pressed" would say the
 * opposite of what it means: what is pressed or not is the lock.
 */
export function Lock({ closed, words, line, onChange }: LockProps) {
  return (
    <button type="button" class="lock" aria-pressed={closed} onClick={onChange}>
      <span class="hidden">
        {words.lock}, {line}:{' '}
      </span>
      <span class="lock__pill">
        <Glyph name={closed ? 'lockClosed' : 'lockOpen'} />
        <Say text={closed ? words.closed : words.open} />
      </span>
    </button>
  )
}

/** A lock without a button: it cannot be opened, whatever anyone taps. */
export function FixedLock({ word }: { word: string }) {
  return (
    <span class="lock lock--fixed">
      <span class="lock__pill">
        <Glyph name="lockClosed" />
        {word}
      </span>
    </span>
  )
}
