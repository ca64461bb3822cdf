import type { ComponentChildren } from 'preact'

import { Button } from './Button.tsx'
import type { GlyphName } from './Glyph.tsx'
import { useWords } from './words.ts'

export interface ControlsProps {
  readonly back?: (() => void) | undefined
  readonly help?: (() => void) | undefined
  /** Between Hulp and the way on, at most one more. */
  readonly children?: ComponentChildren
  /** The way on. `skip` is the outline of the same size, so that nothing jumps when an answer comes. */
  readonly next?:
    | { readonly label: string; readonly onTap: () => void; readonly skip?: boolean; readonly glyph?: GlyphName }
    | undefined
}

/** The ground under your feet: at most five controls, always in this order. */
export function Controls({ back, help, children, next }: ControlsProps) {
  const { t } = useWords()
  return (
    <nav class="controls" aria-label={t('common.controls')}>
      {back && (
        <Button glyph="back" onTap={back}>
          {t('common.back')}
        </Button>
      )}
      {help && (
        <Button glyph="help" onTap={help}>
          {t('common.needHelp')}
        </Button>
      )}
      {children}
      {next && (
        <Button kind={next.skip ? 'skip' : 'primary'} glyph={next.glyph ?? 'next'} leads onTap={next.onTap}>
          {next.label}
        </Button>
      )}
    </nav>
  )
}
