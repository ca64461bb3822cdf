import type { ComponentChildren } from 'preact'
import { useContext } from 'preact/hooks'

import { Notice, Said } from './Notice.tsx'
import { SkyLine } from './SkyLine.ts'

export interface PageFrameProps {
  /** A `Horizon` or an `OpenHorizon`. */
  readonly sky: ComponentChildren
  readonly children: ComponentChildren
  /** A `Controls`. */
  readonly controls?: ComponentChildren
  /** What is said just above the controls, such as that there are three already; announced. */
  readonly foot?: ComponentChildren
  /** Class of `main`, for a page with a layout of its own. */
  readonly layout?: string
}

/** One landscape: sky, ground, and the controls at the foot. */
export function Page({ sky, children, controls, foot, layout }: PageFrameProps) {
  const line = useContext(SkyLine)
  return (
    <div class="page">
      <div class="page__sky">
        {sky}
        <Said>{line && <Notice place="sky">{line}</Notice>}</Said>
      </div>
      <main class={layout}>{children}</main>
      <div class="page__foot">
        <Said>{foot}</Said>
        {controls}
      </div>
    </div>
  )
}
