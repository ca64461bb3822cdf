import type { ComponentChildren } from 'preact'

import { Glyph, type GlyphName } from './Glyph.tsx'

export interface ButtonProps {
  readonly onTap: () => void
  readonly children: ComponentChildren
  /** Ink: the one way on. Others are outlines. `link` is underlined text. */
  readonly kind?: 'primary' | 'skip' | 'link' | undefined
  readonly glyph?: GlyphName | undefined
  /** The drawing stands after the word: an arrow that leads on. */
  readonly leads?: boolean
  readonly pressed?: boolean
  readonly describedBy?: string
}

const classes = { primary: 'button button--primary', skip: 'button button--skip', link: 'link' } as const

export function Button({ onTap, children, kind, glyph, leads, pressed, describedBy }: ButtonProps) {
  const drawing = glyph && <Glyph name={glyph} />
  return (
    <button
      type="button"
      class={kind ? classes[kind] : 'button'}
      aria-pressed={pressed}
      aria-describedby={describedBy}
      onClick={onTap}
    >
      {!leads && drawing}
      <span>{children}</span>
      {leads && drawing}
    </button>
  )
}
