import type { ComponentChildren } from 'preact'

import { Glyph, type GlyphName } from './Glyph.tsx'
import { Say } from './Say.tsx'

export interface ButtonProps {
  readonly onTap: () => void
  /** Text key: words that can be read aloud. Otherwise they are the children. */
  readonly says?: string
  readonly children?: ComponentChildren
  /** Ink: the one way on. Others are outlines. `link` is underlined text. */
  readonly kind?: 'primary' | 'skip' | 'link' | undefined
  readonly glyph?: GlyphName | undefined
  /** The drawing stands after the word: an arrow that leads on. */
  readonly leads?: boolean
  readonly pressed?: boolean
  readonly describedBy?: string
  /** It starts and stops reading aloud; any other tap only stops it. */
  readonly aloud?: boolean
}

const classes = { primary: 'button button--primary', skip: 'button button--skip', link: 'link' } as const

export function Button({ onTap, says, children, kind, glyph, leads, pressed, describedBy, aloud }: ButtonProps) {
  const drawing = glyph && <Glyph name={glyph} />
  return (
    <button
      type="button"
      class={kind ? classes[kind] : 'button'}
      aria-pressed={pressed}
      aria-describedby={describedBy}
      data-aloud={aloud}
      onClick={onTap}
    >
      {!leads && drawing}
      {says === undefined ? <span>{children}</span> : <Say text={says} />}
      {leads && drawing}
    </button>
  )
}
