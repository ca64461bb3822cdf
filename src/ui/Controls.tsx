import type { ComponentChildren } from 'preact'

import { useAloud } from './aloud.ts'
import { Button } from './Button.tsx'
import type { GlyphName } from './Glyph.tsx'
import { Say } from './Say.tsx'
import { useWords } from './words.ts'

export interface ControlsProps {
  readonly back?: (() => void) | undefined
  readonly help?: (() => void) | undefined
  /** Between Hulp and the way on, at most one more. */
  readonly children?: ComponentChildren
  /** The way on. `skip` is the outline of the same size, so that nothing jumps when an answer comes. */
  readonly next?:
    | {
        /** Text key. */
        readonly says: string
        readonly onTap: () => void
        readonly skip?: boolean
        readonly glyph?: GlyphName
      }
    | undefined
}

/** The ground under your feet: at most five controls, always in this order. */
export function Controls({ back, help, children, next }: ControlsProps) {
  const { t } = useWords()
  const aloud = useAloud()
  return (
    <nav class="controls" aria-label={t('common.controls')}>
      {back && (
        <Button glyph="back" onTap={back}>
          {t('common.back')}
        </Button>
      )}
      {aloud?.there && (
        <Button glyph="listen" pressed={aloud.reading} aloud onTap={aloud.listen}>
          {t('common.listen')}
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
          <Say text={next.says} />
        </Button>
      )}
    </nav>
  )
}
