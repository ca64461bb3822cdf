import './oneSwitch.css'

import { useEffect, useRef } from 'preact/hooks'

import { Button } from '../Button.tsx'
import { DutchWords } from '../DutchWords.tsx'
import { useWords } from '../words.ts'
import { goRound } from './goRound.ts'

/** Milliseconds at each thing, and with "Langzamer". */
const PACE = 1_500
const SLOW = 2_500

export interface OneSwitchProps {
  readonly slow: boolean
  readonly onStop: () => void
}

/** The strip that says how it works and stops it, and the border itself. */
export function OneSwitch({ slow, onStop }: OneSwitchProps) {
  const { t } = useWords()
  const strip = useRef<HTMLElement>(null)
  const border = useRef<HTMLDivElement>(null)
  const now = useRef({ slow, onStop })
  now.current = { slow, onStop }
  useEffect(
    () =>
      goRound({
        document,
        border: border.current!,
        strip: strip.current!,
        stop: strip.current!.querySelector('button')!,
        pace: () => (now.current.slow ? SLOW : PACE),
        onStop: () => now.current.onStop()
      }),
    []
  )
  return (
    <>
      <aside class="oneswitch" ref={strip} aria-label={t('oneSwitch.start')}>
        <p>
          <DutchWords text={t('oneSwitch.help')} />
        </p>
        <Button glyph="close" onTap={onStop}>
          {t('oneSwitch.stop')}
        </Button>
      </aside>
      <div class="border" ref={border} aria-hidden="true" />
    </>
  )
}
