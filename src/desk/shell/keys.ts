import { useEffect, useRef } from 'preact/hooks'

export type Keys = Readonly<Record<string, () => void>>

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  target.closest('input:not([type=radio]):not([type=checkbox]), textarea, select') !== null

/**
 * Single keys for the whole page. They rest while somebody types, and with Ctrl, Alt or Meta held down; Escape always
 * works. `Enter` and `Space` are left to the button that has the focus. What lies over the page comes `first`: its keys
 * do not reach the page below.
 */
export function useKeys(keys: Keys, first = false): void {
  const current = useRef(keys)
  current.current = keys
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing || event.repeat) return
      if (event.key !== 'Escape' && isTyping(event.target)) return
      const does = current.current[event.key]
      if (!does) return
      event.preventDefault()
      if (first) event.stopPropagation()
      does()
    }
    document.addEventListener('keydown', onKey, first)
    return () => document.removeEventListener('keydown', onKey, first)
  }, [first])
}
