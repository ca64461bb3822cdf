import { useLayoutEffect, useRef } from 'preact/hooks'

/**
 * A page that lay below another takes the focus back where it was, once nothing lies over it: whoever opened Hulp with
 * a keyboard stands at Hulp again. A browser leaves it nowhere. Another page that came meanwhile takes it itself.
 */
export function useFocusBack(covered: boolean): void {
  const before = useRef<Element | null>(null)
  useLayoutEffect(() => {
    // here the page is hidden already and what had the focus still has it
    if (covered) before.current = document.activeElement
    else if (before.current instanceof HTMLElement && before.current !== document.body) before.current.focus()
  }, [covered])
}
