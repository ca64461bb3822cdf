import type { ComponentChildren } from 'preact'
import { useContext } from 'preact/hooks'

import { useAloud } from './aloud.ts'
import { Notice, Said } from './Notice.tsx'
import { SkyLine } from './SkyLine.ts'
import { TranslatedContext, TranslatedLine } from './Translated.tsx'
import { useWords } from './words.ts'

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
  const { t } = useWords()
  const note = useAloud()?.note
  const two = useContext(TranslatedContext) !== undefined
  return (
    <div class="page">
      <div class={two ? 'page__sky page__sky--two' : 'page__sky'}>
        {sky}
        <Said>{line && <Notice place="sky">{line}</Notice>}</Said>
        <TranslatedLine />
      </div>
      <main class={layout}>{children}</main>
      <div class="page__foot">
        <Said>{foot || (note && <Notice>{t(note)}</Notice>)}</Said>
        {controls}
      </div>
    </div>
  )
}
