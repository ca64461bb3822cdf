import type { ComponentChildren } from 'preact'

export interface PageFrameProps {
  /** A `Horizon` or an `OpenHorizon`. */
  readonly sky: ComponentChildren
  readonly children: ComponentChildren
  /** A `Controls`. */
  readonly controls?: ComponentChildren
  /** Class of `main`, for a page with a layout of its own. */
  readonly layout?: string
}

/** One landscape: sky, ground, and the controls at the foot. */
export function Page({ sky, children, controls, layout }: PageFrameProps) {
  return (
    <div class="page">
      {sky}
      <main class={layout}>{children}</main>
      {controls}
    </div>
  )
}
