import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'

import { useWords } from './words.ts'

export interface TitleProps {
  /** Text key: a title that can be read aloud. Otherwise its words are the children. */
  readonly says?: string | undefined
  readonly children?: ComponentChildren
  readonly id?: string
  /** What is heard with it: the area that a scale is about. */
  readonly describedBy?: string | undefined
}

/** The title of a page. It takes the focus when the page comes, so that who listens hears where they are. */
export function Title({ says, children, id, describedBy }: TitleProps) {
  const { t } = useWords()
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    title.current?.focus({ preventScroll: true })
    if (globalThis.scrollY > 0) globalThis.scrollTo(0, 0)
  }, [])
  return (
    <h1 ref={title} id={id} aria-describedby={describedBy} tabIndex={-1} data-say={says}>
      {says === undefined ? children : t(says)}
    </h1>
  )
}
