import { useWords } from '#ui/words.ts'
import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'

export interface PanelProps {
  readonly title: string
  readonly onClose: () => void
  readonly children: ComponentChildren
  /** Text key of the way out. */
  readonly close?: string
  /** Further buttons before the way out. */
  readonly acts?: ComponentChildren
}

/** A sheet in the place of the guide, so that the card itself never moves. It takes the focus, and gives it back. */
export function Panel({ title, onClose, children, close = 'pro.shell.close', acts }: PanelProps) {
  const { t } = useWords()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    const before = document.activeElement
    heading.current?.focus()
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus()
    }
  }, [])
  return (
    <aside class="sheet" aria-label={title}>
      <h2 ref={heading} tabIndex={-1}>
        {title}
      </h2>
      {children}
      <p class="sheet__end">
        {acts}
        <button type="button" class="btn" onClick={onClose}>
          {t(close)}
        </button>
      </p>
    </aside>
  )
}

/** The attitude of the house, one page. */
export function Posture({ onClose }: { onClose: () => void }) {
  const { t } = useWords()
  return (
    <Panel title={t('pro.posture.title')} onClose={onClose}>
      <ul class="stones">
        {['p1', 'p2', 'p3', 'p4', 'p5', 'p6', 'p7', 'p8'].map(line => (
          <li key={line}>{t(`pro.posture.${line}`)}</li>
        ))}
      </ul>
    </Panel>
  )
}

/** The reversed test: from what the resident wants to the rule that helps. To think with; there is no field to fill. */
export function Reverse({ onClose }: { onClose: () => void }) {
  const { t } = useWords()
  return (
    <Panel title={t('pro.reverse.title')} onClose={onClose}>
      <ol class="stones">
        {['q1', 'q2', 'q3', 'q4'].map(line => (
          <li key={line}>{t(`pro.reverse.${line}`)}</li>
        ))}
      </ol>
      <p class="hint">{t('pro.reverse.note')}</p>
    </Panel>
  )
}
