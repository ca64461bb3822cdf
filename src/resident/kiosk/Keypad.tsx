import { Button } from '#ui/Button.tsx'
import { useWords } from '#ui/words.ts'
import { useLayoutEffect, useRef } from 'preact/hooks'

export interface KeypadProps {
  readonly onDigit: (digit: string) => void
  readonly onClear: () => void
  readonly onEnter: () => void
}

/** Ten digits to tap; a keyboard types them too. */
export function Keypad(props: KeypadProps) {
  const { t } = useWords()
  const now = useRef(props)
  now.current = props
  // as soon as it is seen: a fast hand loses no digit
  useLayoutEffect(() => {
    const type = ({ key, target }: KeyboardEvent) => {
      if (/^\d$/.test(key)) now.current.onDigit(key)
      if (key === 'Backspace') now.current.onClear()
      // on a button Enter is that button's own
      if (key === 'Enter' && !(target instanceof HTMLButtonElement)) now.current.onEnter()
    }
    addEventListener('keydown', type)
    return () => removeEventListener('keydown', type)
  }, [])
  return (
    <div class="keypad" dir="ltr">
      {['1', '2', '3', '4', '5', '6', '7', '8', '9', '0'].map(digit => (
        <Button key={digit} onTap={() => props.onDigit(digit)}>
          {digit}
        </Button>
      ))}
      <Button onTap={props.onClear}>{t('staff.clear')}</Button>
    </div>
  )
}
