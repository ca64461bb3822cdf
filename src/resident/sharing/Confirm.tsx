import { confirmLines } from '#intake/speakable.ts'
import { Button } from '#ui/Button.tsx'
import { Glyph, type GlyphName } from '#ui/Glyph.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Say } from '#ui/Say.tsx'
import { useWords } from '#ui/words.ts'
import { useLayoutEffect, useRef, useState } from 'preact/hooks'

import type { PageProps } from '../page.ts'
import { Paper } from '../print/Paper.tsx'
import { ToPaper } from '../print/ToPaper.tsx'
import { Frame } from './Frame.tsx'
import { type Sealed, submit, type Submitted } from './submit.ts'
import { takeBack } from './takeBack.ts'

const glyphs: Readonly<Record<string, GlyphName>> = {
  'confirm.see': 'team',
  'confirm.keep': 'when',
  'confirm.undo': 'bin',
  'confirm.free': 'hand'
}

/** What went wrong, as the text key that says it. */
const troubles = { elsewhere: 'share.elsewhere', 'not-saved': 'sync.notSaved', broken: 'error.body' } as const
type Trouble = keyof typeof troubles

/** A disk that has not answered by then is said not to have kept it. Should it do so later, that counts. */
export const KEPT_WITHIN = 8_000

/** The last page before anything leaves this device: who reads it, how long, and two equal answers. */
export function Confirm({ visit, dispatch, place, device }: PageProps) {
  const { written } = useWords()
  const [trouble, setTrouble] = useState<Trouble>()
  const sending = useRef(false)
  const unsaved = useRef<Sealed | undefined>(undefined)
  const gone = useRef(false)
  const slow = useRef<ReturnType<typeof setTimeout>>(undefined)
  // a layout effect: its end is told at once, not when the next frame comes
  useLayoutEffect(
    () => () => {
      gone.current = true
      clearTimeout(slow.current)
      // "niet bewaard" may have arrived all the same, its answer lost: whoever leaves now has not shared it
      if (unsaved.current && !sending.current) void takeBack(unsaved.current.shared, device)
    },
    []
  )

  const send = async () => {
    clearTimeout(slow.current)
    setTrouble(undefined)
    slow.current = setTimeout(() => setTrouble('not-saved'), KEPT_WITHIN)
    // a double tap is one card, and so is another try while the disk still thinks
    if (sending.current) return
    sending.current = true
    const here = { ...device, shown: written }
    const outcome: Submitted | { kind: 'broken' } = await submit(
      visit,
      place,
      here,
      unsaved.current,
      () => gone.current
    ).catch(() => ({ kind: 'broken' }))
    sending.current = false
    clearTimeout(slow.current)
    if (outcome.kind === 'left') return
    unsaved.current = outcome.kind === 'not-saved' ? outcome.sealed : undefined
    if (outcome.kind === 'shared') dispatch({ type: 'shared', shared: outcome.shared })
    else setTrouble(outcome.kind)
  }

  return (
    <>
      <Frame
        visit={visit}
        dispatch={dispatch}
        title="confirm.title"
        onward="none"
        layout="confirm"
        foot={
          trouble && (
            <Notice>
              <Say text={troubles[trouble]} />
            </Notice>
          )
        }
      >
        <ul class="assurances">
          {confirmLines(visit).map(
            line =>
              'key' in line && (
                <li key={line.key} class="assurance">
                  <span class="stone">
                    <Glyph name={glyphs[line.key] ?? 'card'} />
                  </span>
                  <Say text={line.key} values={line.values} />
                </li>
              )
          )}
        </ul>
        <Button
          kind="link"
          glyph="eye"
          says="confirm.preview"
          onTap={() => dispatch({ type: 'open', page: 'preview' })}
        />
        <div class="answers">
          <Button says={trouble ? 'error.retry' : 'confirm.yes'} onTap={() => void send()} />
          <Button says="confirm.no" onTap={() => dispatch({ type: 'refuse' })} />
        </div>
        {trouble === 'not-saved' && <ToPaper device={device} />}
      </Frame>
      {trouble === 'not-saved' && <Paper visit={visit} profile={place.profile} at={device.now()} />}
    </>
  )
}
