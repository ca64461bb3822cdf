import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'

/** The title of a page. It takes the focus when the page comes, so that who listens hears where they are. */
export function Title({ children, id }: { children: ComponentChildren; id?: string }) {
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    title.current?.focus({ preventScroll: true })
    if (globalThis.scrollY > 0) globalThis.scrollTo(0, 0)
  }, [])
  return (
    <h1 ref={title} id={id} tabIndex={-1}>
      {children}
    </h1>
  )
}
