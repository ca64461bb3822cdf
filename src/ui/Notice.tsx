import type { ComponentChildren } from 'preact'

import { GapStones } from './GapStones.tsx'

export interface NoticeProps {
  readonly children: ComponentChildren
  /** `sky`: about the connection, up in the sky. `foot`: about what you just did, above the controls. */
  readonly place?: 'sky' | 'foot'
}

/** A calm line. It is in the page only while it has something to say; `Said` below announces it. */
export function Notice({ children, place = 'foot' }: NoticeProps) {
  return (
    <p class={`notice notice--${place}`}>
      {place === 'sky' && <GapStones />}
      <span>{children}</span>
    </p>
  )
}

/** Always in the page, often empty: assistive technology only announces what changes inside a live region. */
export function Said({ children }: { children?: ComponentChildren }) {
  return <div role="status">{children}</div>
}
